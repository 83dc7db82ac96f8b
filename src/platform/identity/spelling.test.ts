import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { buildApp } from '../../app.ts'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { readSettings } from '../settings.ts'
import { countedAs } from './attempts.ts'
import { openIdentity } from './auth.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
let app: Awaited<ReturnType<typeof buildApp>>
let hashed: string
const settings = readSettings({
  SPLOT_MODE: 'service',
  SPLOT_KEY: '5a'.repeat(32),
  SPLOT_URL: 'https://splot.cwiczenia.example',
  SPLOT_SMTP: 'smtp://127.0.0.1:1',
})
const password = 'kapusta rower deszcz lampa'

beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  app = await buildApp(database, { settings, keys: testKeys }, undefined)
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  const identity = openIdentity(database.identity, settings, testKeys, async () => undefined)
  hashed = await (await identity.$context).password.hash(password)
})
afterAll(async () => {
  await app.stop()
  await database.drop()
})

/** Asks with an address as it stands: nothing between here and the server puts it in order. */
async function ask(path: string, body: object, from: string): Promise<{ status: number; text: string }> {
  const { port } = app.server.server.address() as AddressInfo
  return new Promise((done, failed) => {
    const asked = request(
      {
        port,
        method: 'POST',
        path,
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': from,
          origin: settings.url,
          'sec-fetch-site': 'same-origin',
        },
      },
      (answered) => {
        const pieces: Buffer[] = []
        answered.on('data', (piece) => pieces.push(piece))
        answered.on('end', () =>
          done({ status: answered.statusCode!, text: Buffer.concat(pieces).toString() }),
        )
      },
    )
    asked.on('error', failed)
    asked.end(JSON.stringify(body))
  })
}

async function aLockedAccount(): Promise<string> {
  const [id, email] = [randomUUID(), `osoba-${randomUUID().slice(0, 8)}@cwiczenia.example`]
  await database.identity.query(
    `insert into "user" (id, name, email, "emailVerified") values ($1, 'Osoba Zmyślona', $2, true)`,
    [id, email],
  )
  await database.identity.query(
    `insert into "account" ("accountId", "providerId", "userId", password, "updatedAt") values ($1::text, 'credential', $1::uuid, $2, now())`,
    [id, hashed],
  )
  for (let i = 0; i < 9; i++)
    await ask('/api/auth/sign-in/email', { email, password: 'nie to haslo' }, `10.0.0.${i}`)
  await database.identity.query(
    `update attempt set failures = 30, blocked_until = now() + interval '15 minutes' where whose = $1`,
    [countedAs(testKeys, email)],
  )
  return email
}

/** One address in many spellings; some of them a browser or the sign-in library would put in order. */
const spellings = [
  '/api/auth/./sign-in/email',
  '/api/auth/%2e/sign-in/email',
  '/api/auth/%2E/sign-in/email',
  '/api/auth/x/../sign-in/email',
  '/api/auth/x/%2e%2e/sign-in/email',
  '/api/auth/x/.%2e/sign-in/email',
  '/api/x/../auth/sign-in/email',
  '/x/../api/auth/sign-in/email',
  '/./api/auth/sign-in/email',
  '//api/auth/sign-in/email',
  '/api//auth/sign-in/email',
  '/api/auth//sign-in/email',
  '/api/auth/sign-in//email',
  '/api/auth/sign-in/email/',
  '/api/auth/sign-in/email//',
  '/api/auth/sign-in%2femail',
  '/api/auth/sign-in%2Femail',
  '/api/auth%2fsign-in/email',
  '/api/auth/sign-in%5cemail',
  '/api/auth/x\\..\\sign-in\\email',
  '/api/auth\\sign-in/email',
  '/api/%61uth/sign-in/email',
  '/%61pi/auth/sign-in/email',
  '/api/auth/sign%2din/email',
  '/api/auth/sign-in/%65mail',
  '/API/auth/sign-in/email',
  '/api/AUTH/sign-in/email',
  '/api/auth/Sign-In/email',
  '/api/auth/sign-in/EMAIL',
  '/api/auth/sign-in/email;x',
  '/api/auth/sign-in/email;x=1/../email',
  '/api/auth/sign-in/email%00',
  '/api/auth/sign-in/email%20',
  '/api/auth/sign-in/.email',
  'http://splot.cwiczenia.example/api/auth/sign-in/email',
  'https://splot.cwiczenia.example/api/auth/sign-in/email',
  'http://splot.cwiczenia.example//api/auth/sign-in/email',
]

describe('the lock on an account', () => {
  test.each(spellings)('is not walked around by spelling the address otherwise: %s', async (path) => {
    const email = await aLockedAccount()
    const right = await ask(path, { email, password }, '10.9.0.1')
    expect([404, 429], right.text).toContain(right.status)
    const guesses = await Promise.all(
      Array.from({ length: 5 }, (_, i) => ask(path, { email, password: `zgaduję ${i}` }, `10.9.1.${i}`)),
    )
    for (const { status, text } of guesses) expect([404, 429], text).toContain(status)
  })

  test('holds for the address as it is, and a question mark after it changes nothing', async () => {
    const email = await aLockedAccount()
    for (const path of [
      '/api/auth/sign-in/email',
      '/api/auth/sign-in/email?',
      '/api/auth/sign-in/email?/../x',
    ])
      expect((await ask(path, { email, password }, '10.9.0.2')).status, path).toBe(429)
  })

  test.each([
    ['in capitals', (email: string) => email.toUpperCase()],
    ['with spaces around', (email: string) => ` ${email} `],
    ['with a tab', (email: string) => `\t${email}`],
  ])('holds for the e-mail written %s', async (_, written) => {
    const email = await aLockedAccount()
    const { status, text } = await ask(
      '/api/auth/sign-in/email',
      { email: written(email), password },
      '10.9.0.3',
    )
    expect(status, text).toBe(429)
  })

  test('is taken off by a sign-in that succeeds, however often that is', async () => {
    const email = await aLockedAccount()
    const unlock = () =>
      database.identity.query('update attempt set blocked_until = now() where whose = $1', [
        countedAs(testKeys, email),
      ])
    await unlock()
    expect((await ask('/api/auth/sign-in/email', { email, password }, '10.9.0.4')).status).toBe(200)
    const { rowCount } = await database.identity.query('select from attempt where whose = $1', [
      countedAs(testKeys, email),
    ])
    expect(rowCount).toBe(0)
  })
})
