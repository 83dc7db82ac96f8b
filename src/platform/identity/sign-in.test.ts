import { createHmac, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { buildApp } from '../../app.ts'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { prepareJobs, startJobs } from '../jobs/queue.ts'
import { readSettings, type Settings } from '../settings.ts'
import { countedAs } from './attempts.ts'
import { openIdentity } from './auth.ts'
import { sessionCookie } from './session-token.ts'

type Letter = { to: string; text: string }
/** What the tests read of an answer. */
type Said = { title?: string; account?: { secondFactor: boolean } }

let database: Awaited<ReturnType<typeof aDatabase>>
let app: Awaited<ReturnType<typeof buildApp>>
let runner: Awaited<ReturnType<typeof startJobs>>
let settings: Settings
let hashed: (password: string) => Promise<string>
const letters: Letter[] = []

const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const pieces: Buffer[] = []
    stream.on('data', (piece) => pieces.push(piece))
    stream.on('end', () => {
      const text = Buffer.concat(pieces).toString()
      letters.push({ to: String(session.envelope.rcptTo[0]?.address), text: readable(text) })
      done()
    })
  },
})

/** The words of a letter as they were written: quoted-printable or base64 taken off. */
function readable(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64')}`
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return `${head}\n\n${Buffer.from(bytes, 'latin1')}`
}

beforeAll(async () => {
  await new Promise<void>((done) => post.listen(0, '127.0.0.1', done))
  const { port } = post.server.address() as { port: number }
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
  settings = readSettings({
    SPLOT_MODE: 'service',
    SPLOT_KEY: '5a'.repeat(32),
    SPLOT_URL: 'https://splot.cwiczenia.example',
    SPLOT_SMTP: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
  })
  const surroundings = { settings, keys: testKeys }
  app = await buildApp(database, surroundings, undefined)
  await app.server.ready()
  runner = await startJobs(database, surroundings, { byTheClock: false })
  const identity = openIdentity(database.identity, settings, testKeys, async () => undefined)
  hashed = (await identity.$context).password.hash
})
afterAll(async () => {
  await runner.stop()
  await app.stop()
  await database.drop()
  await new Promise<void>((done) => post.close(done))
})

const password = 'kapusta rower deszcz lampa'

/** An account with a password, of nobody in particular. */
async function anAccount(): Promise<{ id: string; email: string }> {
  const [id, email] = [randomUUID(), `osoba-${randomUUID().slice(0, 8)}@cwiczenia.example`]
  await database.identity.query(
    `insert into "user" (id, name, email, "emailVerified") values ($1, 'Osoba Zmyślona', $2, true)`,
    [id, email],
  )
  await database.identity.query(
    `insert into "account" ("accountId", "providerId", "userId", password, "updatedAt") values ($1::text, 'credential', $1::uuid, $2, now())`,
    [id, await hashed(password)],
  )
  return { id, email }
}

// Each test comes from an address of its own: the limit by address is another guard than the one by account.
let address = 0
beforeEach(() => {
  address++
})

async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  cookie = '',
  from = `10.0.0.${address}`,
) {
  const answered = await app.server.inject({
    method,
    url: `/api${path}`,
    headers: {
      'x-forwarded-for': from,
      ...(cookie && { cookie }),
      ...(method !== 'GET' && { origin: settings.url, 'sec-fetch-site': 'same-origin' }),
    },
    ...(body && { payload: body }),
  })
  const given = [answered.headers['set-cookie'] ?? []].flat()
  return {
    status: answered.statusCode,
    text: answered.body,
    type: String(answered.headers['content-type']),
    json: (answered.body.startsWith('{') || answered.body.startsWith('[') ? answered.json() : {}) as Said,
    cookies: given,
    cookie: given
      .filter((each) => !/=;|Max-Age=0/i.test(each))
      .map((each) => each.split(';')[0])
      .join('; '),
  }
}
const signIn = (email: string, given: string, from?: string) =>
  ask('POST', '/auth/sign-in/email', { email, password: given }, '', from)
const isSignedIn = async (cookie: string) => (await ask('GET', '/session', undefined, cookie)).status === 200

describe('a password', () => {
  test('signs in, with a cookie that only this site and no script may have', async () => {
    const { email } = await anAccount()
    const answered = await signIn(email, password)
    expect(answered.status, answered.text).toBe(200)
    const session = answered.cookies.find((each) => each.startsWith(sessionCookie(settings.url)))
    expect(session).toMatch(/^__Secure-/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(session).toContain(part)
    expect(await isSignedIn(answered.cookie)).toBe(true)
    expect((await signIn(email.toUpperCase(), password)).status, 'capitals are one address').toBe(200)
  })

  test('opens by the address as it is pasted, and by one that is none says so', async () => {
    const { email } = await anAccount()
    expect((await signIn(` ${email} `, password)).status, 'with spaces around').toBe(200)
    for (const none of ['ala', 'ala@osrodek,pl', 'ala @osrodek.pl', 'Ala <ala@osrodek.pl>', ''])
      expect((await signIn(none, password)).json, none).toMatchObject({
        code: 'invalid-email',
        detail: expect.stringMatching(/anna@przyklad.pl/),
      })
  })

  test.each([
    ['a guess', 'zupelnie inne haslo'],
    ['a weak guess', 'password1234'],
    ['a short guess', 'abc'],
    ['nothing', ''],
    ['a long one', 'x'.repeat(5000)],
  ])('that is wrong is answered alike whether anybody has the address: %s', async (_, guess) => {
    const { email } = await anAccount()
    const [known, unknown] = [await signIn(email, guess), await signIn('nikt@cwiczenia.example', guess)]
    expect(known.status).toBeGreaterThanOrEqual(400)
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
    expect(known.type).toMatch(/problem\+json/)
    expect(known.cookie).toBe('')
  })

  test('of somebody without one is answered as a wrong one', async () => {
    const { id, email } = await anAccount()
    await database.identity.query('delete from "account" where "userId" = $1', [id])
    const answered = await signIn(email, 'password1234')
    expect(answered.json).toMatchObject({ status: 401, code: 'invalid-email-or-password' })
  })

  test.each<['GET' | 'POST', string, object?]>([
    ['GET', '/auth/list-sessions'],
    ['GET', '/auth/list-accounts'],
    ['GET', '/auth/get-session'],
    ['POST', '/auth/update-user', { name: 'Ktoś Inny' }],
    ['POST', '/auth/verify-password', { password }],
    ['POST', '/auth/revoke-sessions', {}],
    ['POST', '/auth/revoke-other-sessions', {}],
    ['POST', '/auth/sign-up/email', { email: 'nowa@cwiczenia.example', password, name: 'Nowa' }],
  ])('opens nothing of the sign-in library that the app does not use: %s %s', async (method, path, body) => {
    const { email } = await anAccount()
    const [mine, other] = [(await signIn(email, password)).cookie, (await signIn(email, password)).cookie]
    expect(await ask(method, path, body, mine)).toMatchObject({ status: 404, json: { code: 'not-found' } })
    expect(await isSignedIn(other)).toBe(true)
  })

  test('nobody signs up by a form', async () => {
    const answered = await ask('POST', '/auth/sign-up/email', {
      email: 'nowa@cwiczenia.example',
      password,
      name: 'Nowa',
    })
    expect(answered.status).toBeGreaterThanOrEqual(400)
    expect((await signIn('nowa@cwiczenia.example', password)).status).toBe(401)
  })

  test('the chooser of the practice world is not there', async () => {
    const { id } = await anAccount()
    expect((await ask('POST', '/auth/practice/choose', { accountId: id })).status).toBe(404)
    expect((await ask('GET', '/practice/people')).status).toBe(404)
  })
})

describe('failed sign-ins', () => {
  /** The wait is over, as if that time had passed. */
  const waited = (email: string) =>
    database.identity.query('update attempt set blocked_until = now() where whose = $1', [
      countedAs(testKeys, email),
    ])
  const somewhere = () => `10.1.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`
  const wait = (answered: { text: string }) => Number(/(\d+) sekund/.exec(answered.text)?.[1] ?? 0)

  test.each(['somebody', 'nobody'])(
    'make the next one wait longer and longer, up to 15 minutes: of %s',
    async (whose) => {
      const email =
        whose === 'somebody' ? (await anAccount()).email : `nikt-${randomUUID()}@cwiczenia.example`
      for (let i = 0; i < 5; i++) expect((await signIn(email, 'nie to haslo', somewhere())).status).toBe(401)
      const waits: number[] = []
      for (let i = 0; i < 12; i++) {
        const refused = await signIn(email, password, somewhere())
        expect(refused.json, 'also the right one').toMatchObject({ status: 429, code: 'wait' })
        waits.push(wait(refused))
        await waited(email)
        expect((await signIn(email, 'nie to haslo', somewhere())).status).toBe(401)
      }
      // What is left of each, on a machine that is busy.
      for (const [i, whole] of [2, 4, 8, 16, 32].entries()) {
        expect(waits[i]).toBeLessThanOrEqual(whole)
        expect(waits[i]).toBeGreaterThanOrEqual(whole / 2)
      }
      expect(Math.max(...waits)).toBeLessThanOrEqual(15 * 60)
      expect(Math.max(...waits)).toBeGreaterThan(14 * 60)
    },
  )

  test('at the same moment gain nothing', async () => {
    const { email } = await anAccount()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signIn(email, 'nie to haslo', somewhere())),
    )
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
  })

  test('are forgotten after a right one', async () => {
    const { email } = await anAccount()
    for (let i = 0; i < 4; i++) await signIn(email, 'nie to haslo', somewhere())
    expect((await signIn(email, password, somewhere())).status).toBe(200)
    for (let i = 0; i < 4; i++) expect((await signIn(email, 'nie to haslo', somewhere())).status).toBe(401)
    expect((await signIn(email, password, somewhere())).status).toBe(200)
  })

  test.each([
    ['change-password', { newPassword: 'zegar sanki ogórek brama' }],
    ['two-factor/enable', {}],
  ])(
    'are counted in a session that was left open as well, wherever they come from: %s',
    async (path, more) => {
      const { email } = await anAccount()
      const { cookie } = await signIn(email, password, somewhere())
      const guess = (given: string) =>
        ask(
          'POST',
          `/auth/${path}`,
          { password: given, currentPassword: given, ...more },
          cookie,
          somewhere(),
        )
      const statuses = []
      for (let i = 0; i < 8; i++) statuses.push((await guess('nie to haslo')).status)
      expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429, 429])
      expect((await guess(password)).json, 'also the right one waits').toMatchObject({ code: 'wait' })
      await waited(email)
      expect((await guess(password)).status).toBe(200)
      expect((await signIn(email, 'nie to haslo', somewhere())).status, 'and they are forgotten').toBe(401)
    },
  )

  test('are kept for a day, and not as they were typed: some type their password in the place of the address', async () => {
    for (const typed of ['tajne haslo w zlym polu', 'pomylka@cwiczenia.example'])
      await signIn(typed, password, somewhere())
    const kept = async () => JSON.stringify((await database.identity.query('select * from attempt')).rows)
    expect(await kept()).not.toMatch(/tajne|pomylka/)
    const before = (await database.identity.query('select from attempt')).rowCount!
    await database.identity.query(`update attempt set at = now() - interval '25 hours'`)
    await signIn('ktos@cwiczenia.example', password, somewhere())
    expect(before).toBeGreaterThan(1)
    expect((await database.identity.query('select from attempt')).rowCount).toBe(1)
  })

  test('from one address are limited, whoever they are for', async () => {
    const answers = []
    for (let i = 0; i < 62; i++)
      answers.push(await signIn(`ktos-${i}@cwiczenia.example`, 'nie to haslo', '10.2.2.2'))
    expect(answers.at(-1)!.status).toBe(429)
    expect(answers.at(-1)!.json).toMatchObject({
      status: 429,
      title: expect.stringMatching(/^(?!identity:)./),
    })
  })
})

describe('an office behind one address', () => {
  const office = '10.3.3.3'

  test('gets in: twenty people in one minute, each with the page and all its files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'splot-web-'))
    await mkdir(join(folder, 'assets'))
    await Promise.all([
      writeFile(join(folder, 'index.html'), '<h1>Splot</h1>'),
      writeFile(join(folder, 'service-worker.js'), ''),
      writeFile(join(folder, 'assets', 'part.js'), ''),
    ])
    const whole = await buildApp(database, { settings, keys: testKeys }, folder)
    await whole.server.ready()
    const files = ['/sign-in', '/service-worker.js', ...Array.from({ length: 70 }, () => '/assets/part.js')]
    for (let person = 0; person < 20; person++)
      for (const url of files) {
        const got = await whole.server.inject({ url, headers: { 'x-forwarded-for': office } })
        expect(got.statusCode).toBe(200)
      }
    await whole.server.close()
    for (let person = 0; person < 20; person++)
      expect((await signIn((await anAccount()).email, password, office)).status).toBe(200)
  })

  test('is not stopped by a colleague who asks too much', async () => {
    const [busy, calm] = [await anAccount(), await anAccount()]
    const { cookie } = await signIn(busy.email, password, office)
    const other = await signIn(calm.email, password, office)
    const asked = (of: string) => ask('GET', '/session', undefined, of, office)
    for (let i = 0; i < 600; i++) expect((await asked(cookie)).status).toBe(200)
    expect(await asked(cookie)).toMatchObject({ status: 429, json: { title: expect.any(String) } })
    expect((await asked(other.cookie)).status).toBe(200)
    expect((await asked('')).status, 'nor is who has yet to sign in').toBe(401)
  })
})

describe('a new password', () => {
  async function letterTo(email: string): Promise<Letter> {
    return vi.waitFor(
      () => {
        const found = letters.find(({ to }) => to === email)
        if (!found) throw new Error('no letter yet')
        return found
      },
      { timeout: 10_000, interval: 50 },
    )
  }
  const askedFor = (email: string) =>
    ask('POST', '/auth/request-password-reset', { email, redirectTo: '/reset/new' })

  test('comes by a letter whose link works once, and ends all sessions', async () => {
    const { email } = await anAccount()
    const earlier = (await signIn(email, password)).cookie
    expect((await askedFor(email)).status).toBe(200)
    const { text } = await letterTo(email)
    expect(text).not.toContain('Osoba Zmyślona')
    const link = new URL(/https:\/\/splot\.cwiczenia\.example\/\S+/.exec(text)![0])
    const opened = await app.server.inject({ method: 'GET', url: link.pathname + link.search })
    expect(opened.statusCode).toBe(302)
    const leads = new URL(String(opened.headers.location), settings.url)
    expect([leads.origin, leads.pathname]).toEqual([settings.url, '/reset/new'])
    const token = leads.searchParams.get('token')!
    const { rows } = await database.identity.query('select * from "verification"')
    expect(JSON.stringify(rows), 'who reads the database cannot use the link').not.toContain(token)

    const set = (newPassword: string) => ask('POST', '/auth/reset-password', { newPassword, token })
    expect((await set('password1234')).json).toMatchObject({ status: 400, code: 'password-compromised' })
    expect((await set('gopsgopsgops')).json).toMatchObject({ status: 400, code: 'password-compromised' })
    expect((await set('krotkie')).json).toMatchObject({ status: 400, code: 'password-too-short' })
    const fresh = 'zegar sanki ogórek brama'
    expect((await set(fresh)).status, 'the link survived the refusals').toBe(200)
    expect((await set('drugi raz tym samym linkiem')).json).toMatchObject({
      status: 400,
      code: 'invalid-token',
    })

    expect(await isSignedIn(earlier), 'sessions from before').toBe(false)
    expect((await signIn(email, password)).status).toBe(401)
    expect((await signIn(email, fresh)).status).toBe(200)
  })

  test('ends every other link that was sent, and a sign-in that the old password had half begun', async () => {
    const { email } = await anAccount()
    const tokens: string[] = []
    for (const many of [1, 2]) {
      await askedFor(email)
      await vi.waitFor(() => expect(letters.filter(({ to }) => to === email)).toHaveLength(many), {
        timeout: 10_000,
        interval: 50,
      })
    }
    for (const { text } of letters.filter(({ to }) => to === email))
      tokens.push(/reset-password\/([\w-]+)/.exec(text)![1]!)
    const set = (token: string, newPassword: string) =>
      ask('POST', '/auth/reset-password', { newPassword, token })
    expect((await set(tokens[1]!, 'zegar sanki ogórek brama')).status).toBe(200)
    expect((await set(tokens[0]!, 'wozy latawiec smoła dyszel')).json).toMatchObject({
      code: 'invalid-token',
    })
    const { rows } = await database.identity.query(
      'select from "verification" v join "user" u on u.id::text = v.value where u.email = $1',
      [email],
    )
    expect(rows).toEqual([])
  })

  test('is asked for in the same words whether anybody has the address', async () => {
    const { email } = await anAccount()
    const [known, unknown] = [await askedFor(email), await askedFor('nikt@cwiczenia.example')]
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
    await letterTo(email)
    expect(letters.some(({ to }) => to === 'nikt@cwiczenia.example')).toBe(false)
  })

  test('leads to no other site', async () => {
    const { email } = await anAccount()
    for (const redirectTo of [
      'https://zla-strona.example/',
      '//zla-strona.example',
      'javascript:alert(1)',
      '/\\zla-strona.example',
    ])
      expect(
        (
          await ask(
            'POST',
            '/auth/request-password-reset',
            { email, redirectTo },
            '',
            `10.3.0.${redirectTo.length}`,
          )
        ).status,
        redirectTo,
      ).toBe(403)
  })

  test('lets in at once whoever was locked out by wrong ones', async () => {
    const { email } = await anAccount()
    for (let i = 0; i < 6; i++) await signIn(email, 'nie to haslo', `10.4.0.${i}`)
    expect((await signIn(email, password, '10.4.1.1')).status, 'also the right one waits').toBe(429)
    await askedFor(email)
    const link = new URL(/https:\/\/splot\.cwiczenia\.example\/\S+/.exec((await letterTo(email)).text)![0])
    const opened = await app.server.inject({ method: 'GET', url: link.pathname + link.search })
    const token = new URL(String(opened.headers.location), settings.url).searchParams.get('token')!
    const newPassword = 'wiadro sosna pociag mgla'
    expect((await ask('POST', '/auth/reset-password', { newPassword, token })).status).toBe(200)
    expect((await signIn(email, newPassword, '10.4.1.2')).status).toBe(200)
  })

  test('that was made up is not taken', async () => {
    const { email } = await anAccount()
    for (const token of ['', 'x', randomUUID(), "' or 1=1 --"])
      expect(
        (await ask('POST', '/auth/reset-password', { newPassword: 'zegar sanki ogórek brama', token }))
          .status,
      ).toBe(400)
    expect((await signIn(email, password)).status).toBe(200)
  })

  test('in place of a known one asks for that, and is not one that is easily guessed', async () => {
    const { email } = await anAccount()
    const { cookie } = await signIn(email, password)
    const other = (await signIn(email, password)).cookie
    const change = (currentPassword: string, newPassword: string) =>
      ask(
        'POST',
        '/auth/change-password',
        { currentPassword, newPassword, revokeOtherSessions: true },
        cookie,
      )
    expect((await change('nie to haslo', 'zegar sanki ogórek brama')).json).toMatchObject({
      code: 'invalid-password',
    })
    expect((await change(password, 'Osoba Zmyślona 2026')).json, 'her name').toMatchObject({
      code: 'password-compromised',
    })
    const changed = await change(password, 'zegar sanki ogórek brama')
    expect(changed.status).toBe(200)
    expect(await isSignedIn(other), 'other sessions end').toBe(false)
    expect(await isSignedIn(changed.cookie)).toBe(true)
  })
})

/** The code that an app shows now (RFC 6238: SHA-1, 6 digits, 30 s) for the secret in an otpauth address. */
function codeNow(uri: string, steps = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...new URL(uri).searchParams.get('secret')!.replace(/=/g, '')]
    .map((each) => alphabet.indexOf(each).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((each) => Number.parseInt(each, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

describe('a second factor', () => {
  async function enrolled(given?: Awaited<ReturnType<typeof anAccount>>) {
    const account = given ?? (await anAccount())
    const { cookie } = await signIn(account.email, password)
    const enabled = await ask('POST', '/auth/two-factor/enable', { password }, cookie)
    expect(enabled.status, enabled.text).toBe(200)
    const { totpURI, backupCodes } = enabled.json as unknown as { totpURI: string; backupCodes: string[] }
    expect((await ask('POST', '/auth/two-factor/verify-totp', { code: '000000' }, cookie)).status).toBe(401)
    const verified = await ask('POST', '/auth/two-factor/verify-totp', { code: codeNow(totpURI) }, cookie)
    expect(verified.status, verified.text).toBe(200)
    return { ...account, totpURI, backupCodes, cookie: verified.cookie || cookie }
  }

  test('is asked for after the password, and the password alone opens nothing', async () => {
    const { email, totpURI, cookie } = await enrolled()
    expect((await ask('GET', '/session', undefined, cookie)).json.account?.secondFactor).toBe(true)
    const half = await signIn(email, password)
    expect(half.json).toMatchObject({ twoFactorRedirect: true })
    expect(await isSignedIn(half.cookie)).toBe(false)
    const wrong = await ask(
      'POST',
      '/auth/two-factor/verify-totp',
      { code: codeNow(totpURI, 40) },
      half.cookie,
    )
    expect(wrong.json).toMatchObject({ status: 401, code: 'invalid-code' })
    const whole = await ask(
      'POST',
      '/auth/two-factor/verify-totp',
      { code: codeNow(totpURI, 1) },
      half.cookie,
      '10.5.0.1',
    )
    expect(whole.status, whole.text).toBe(200)
    expect(await isSignedIn(whole.cookie)).toBe(true)
  })

  test('is kept with the session: of the password alone, of a code, of a new password, of one taken off', async () => {
    const factors = async (id: string) =>
      (
        await database.identity.query<{ factor: string | null }>(
          'select factor from "session" where "userId" = $1 order by "createdAt"',
          [id],
        )
      ).rows.map(({ factor }) => factor)
    const plain = await anAccount()
    await signIn(plain.email, password)
    expect(await factors(plain.id)).toEqual([null])
    const { id, email, totpURI, cookie } = await enrolled()
    expect(await factors(id), 'a code was just given').toEqual(['code'])
    const half = await signIn(email, password)
    await ask('POST', '/auth/two-factor/verify-totp', { code: codeNow(totpURI, 1) }, half.cookie, '10.7.0.1')
    expect(await factors(id)).toEqual(['code', 'code'])
    const changed = await ask(
      'POST',
      '/auth/change-password',
      { currentPassword: password, newPassword: 'zegar sanki ogórek brama', revokeOtherSessions: true },
      cookie,
    )
    expect(changed.status, changed.text).toBe(200)
    expect(await factors(id), 'a new password changes nothing of it').toEqual(['code'])
    const off = await ask(
      'POST',
      '/auth/two-factor/disable',
      { password: 'zegar sanki ogórek brama' },
      changed.cookie,
    )
    expect(off.status, off.text).toBe(200)
    expect(await factors(id)).toEqual([null])
  })

  test('has codes that are good once each, also for two at the same moment', async () => {
    const { email, totpURI } = await enrolled()
    const verify = async (code: string, from: string) => {
      const half = await signIn(email, password, from)
      return ask('POST', '/auth/two-factor/verify-totp', { code }, half.cookie, from)
    }
    const next = codeNow(totpURI, 1)
    expect((await verify(codeNow(totpURI), '10.6.0.1')).json, 'the one of enrolling').toMatchObject({
      status: 401,
      code: 'invalid-code',
    })
    const answers = await Promise.all(['10.6.0.2', '10.6.0.3', '10.6.0.4'].map((from) => verify(next, from)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    const again = await verify(`${next.slice(0, 3)} ${next.slice(3)}`, '10.6.0.5')
    expect(again.status, 'nor with a space in it').toBe(401)
    expect(await isSignedIn(again.cookie)).toBe(false)
  })

  test('is taken with a space in the middle of its code', async () => {
    const { email, totpURI } = await enrolled()
    const half = await signIn(email, password)
    const code = codeNow(totpURI, 1)
    const whole = await ask(
      'POST',
      '/auth/two-factor/verify-totp',
      { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` },
      half.cookie,
      '10.6.1.1',
    )
    expect(whole.status, whole.text).toBe(200)
  })

  test.each([
    ['in capitals', (code: string) => code.toUpperCase()],
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without its dash', (code: string) => code.replace('-', '')],
    ['with a space for it, and around', (code: string) => ` ${code.replace('-', ' ')} `],
    ['in small letters, without its dash', (code: string) => code.toLowerCase().replace('-', '')],
  ])('is stood in for by a recovery code typed %s, once', async (_, typed) => {
    const { email, backupCodes } = await enrolled()
    const use = async (from: string) => {
      const half = await signIn(email, password, from)
      return ask(
        'POST',
        '/auth/two-factor/verify-backup-code',
        { code: typed(backupCodes[3]!) },
        half.cookie,
        from,
      )
    }
    const used = await use('10.6.2.1')
    expect(used.status, used.text).toBe(200)
    expect(await isSignedIn(used.cookie)).toBe(true)
    expect((await use('10.6.2.2')).status).toBe(401)
  })

  test('is stood in for by a recovery code, each once', async () => {
    const { email, backupCodes } = await enrolled()
    const [code] = backupCodes
    const first = await signIn(email, password)
    const used = await ask('POST', '/auth/two-factor/verify-backup-code', { code }, first.cookie)
    expect(used.status, used.text).toBe(200)
    expect(await isSignedIn(used.cookie)).toBe(true)
    const second = await signIn(email, password)
    const again = await ask('POST', '/auth/two-factor/verify-backup-code', { code }, second.cookie)
    expect(again.status).toBe(401)
    expect(await isSignedIn(again.cookie)).toBe(false)
  })

  test('is shown each time: no device that gave a code stands in for it, also once another factor was added', async () => {
    const { id, email, totpURI, cookie } = await enrolled()
    const half = await signIn(email, password)
    const given = await ask(
      'POST',
      '/auth/two-factor/verify-totp',
      { code: codeNow(totpURI, 1), trustDevice: true },
      half.cookie,
      '10.9.0.1',
    )
    expect(given.status, given.text).toBe(200)
    const device = given.cookies.map((each) => each.split(';')[0]).join('; ')
    const comesBack = async (from: string) => {
      const again = await ask('POST', '/auth/sign-in/email', { email, password }, device, from)
      return [again.json, await isSignedIn(again.cookie)]
    }
    const askedForCode = [expect.objectContaining({ twoFactorRedirect: true }), false]
    expect(await comesBack('10.9.0.2')).toEqual(askedForCode)
    const off = await ask('POST', '/auth/two-factor/disable', { password }, cookie)
    const anew = await ask('POST', '/auth/two-factor/enable', { password }, off.cookie)
    const { totpURI: other } = anew.json as unknown as { totpURI: string }
    await ask('POST', '/auth/two-factor/verify-totp', { code: codeNow(other) }, off.cookie)
    expect(await comesBack('10.9.0.3')).toEqual(askedForCode)
    const kept = await database.identity.query(
      `select from "verification" where value = $1 and "expiresAt" > now() + interval '1 hour'`,
      [id],
    )
    expect(kept.rows).toEqual([])
  })

  test('is not guessed by trying: many wrong codes lock it, from wherever they come', async () => {
    const { email, totpURI } = await enrolled()
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const half = await signIn(email, password, `10.4.0.${i}`)
      const tried = await ask(
        'POST',
        '/auth/two-factor/verify-totp',
        { code: codeNow(totpURI, 50 + i) },
        half.cookie,
        `10.4.0.${i}`,
      )
      statuses.push(tried.status)
    }
    expect(statuses.at(-1)).toBe(429)
    const half = await signIn(email, password, '10.4.1.1')
    const right = await ask(
      'POST',
      '/auth/two-factor/verify-totp',
      { code: codeNow(totpURI, 1) },
      half.cookie,
      '10.4.1.1',
    )
    expect(right.status).toBe(429)
    expect(right.json).toMatchObject({ code: 'account-temporarily-locked', title: 'Za dużo błędnych kodów.' })
  })

  test.each([
    ['take it off', '/auth/two-factor/disable', { password }],
    ['read its secret', '/auth/two-factor/get-totp-uri', { password }],
    ['make recovery codes', '/auth/two-factor/generate-backup-codes', { password }],
    [
      'set another password',
      '/auth/change-password',
      { currentPassword: password, newPassword: 'zegar sanki ogórek brama', revokeOtherSessions: true },
    ],
  ])('lets no session that began by the password alone, before it, %s', async (_, path, body) => {
    const account = await anAccount()
    const { cookie: before } = await signIn(account.email, password)
    await enrolled(account)
    const tried = await ask('POST', path, body, before)
    expect(tried.status, tried.text).toBe(403)
    expect((await signIn(account.email, password)).json).toMatchObject({ twoFactorRedirect: true })
  })

  test('that was begun by the password alone is not finished once there is another', async () => {
    const { id, email } = await anAccount()
    const { cookie } = await signIn(email, password)
    const begun = await ask('POST', '/auth/two-factor/enable', { password }, cookie)
    const { totpURI } = begun.json as unknown as { totpURI: string }
    await database.identity.query(
      `insert into "passkey" ("publicKey", "userId", "credentialID", counter, "deviceType", "backedUp") values ('zmyślony', $1::uuid, $1::text, 0, 'singleDevice', false)`,
      [id],
    )
    const tried = await ask('POST', '/auth/two-factor/verify-totp', { code: codeNow(totpURI) }, cookie)
    expect(tried.status, tried.text).toBe(403)
  })

  test('is taken off with the password only, and its secrets are not kept as they are', async () => {
    const { id, cookie, totpURI, backupCodes } = await enrolled()
    expect((await ask('POST', '/auth/two-factor/disable', { password: 'nie to haslo' }, cookie)).status).toBe(
      400,
    )
    const { rows } = await database.identity.query(
      'select secret, "backupCodes" from "twoFactor" where "userId" = $1',
      [id],
    )
    expect(JSON.stringify(rows)).not.toContain(new URL(totpURI).searchParams.get('secret'))
    expect(JSON.stringify(rows)).not.toContain(backupCodes[0])
  })
})

describe('a session', () => {
  test('is listed with the others, and ends at once when it is ended', async () => {
    const { email } = await anAccount()
    const [here, there] = [(await signIn(email, password)).cookie, (await signIn(email, password)).cookie]
    const listed = (await ask('GET', '/session/all', undefined, here)).json as {
      id: string
      current: boolean
    }[]
    expect(listed.map(({ current }) => current).sort()).toEqual([false, true])
    expect(JSON.stringify(listed)).not.toContain(decodeURIComponent(here.split('=')[1]!).split('.')[0])
    const other = listed.find(({ current }) => !current)!
    expect((await ask('DELETE', `/session/all/${other.id}`, undefined, here)).status).toBe(200)
    expect([await isSignedIn(there), await isSignedIn(here)]).toEqual([false, true])
    expect((await ask('POST', '/auth/sign-out', {}, here)).status).toBe(200)
    expect(await isSignedIn(here)).toBe(false)
  })

  test('of somebody else is neither seen nor ended', async () => {
    const [mine, theirs] = [
      (await signIn((await anAccount()).email, password)).cookie,
      (await signIn((await anAccount()).email, password)).cookie,
    ]
    const [session] = (await ask('GET', '/session/all', undefined, theirs)).json as unknown as {
      id: string
    }[]
    expect((await ask('DELETE', `/session/all/${session!.id}`, undefined, mine)).status).toBe(404)
    expect(await isSignedIn(theirs)).toBe(true)
  })

  test('that has passed is none', async () => {
    const { id, email } = await anAccount()
    const { cookie } = await signIn(email, password)
    await database.identity.query(`update "session" set "expiresAt" = now() where "userId" = $1`, [id])
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('is never one that was made up: signing in makes a new one, whatever cookie came', async () => {
    const { email } = await anAccount()
    const name = sessionCookie(settings.url)
    const token = 'A'.repeat(32)
    const sign = (key: string) => createHmac('sha256', key).update(token).digest('base64')
    const made = [
      token,
      `${token}.`,
      `${token}.${'A'.repeat(43)}=`,
      `${token}.${sign('')}`,
      `${token}.${sign('better-auth-secret-12345678901234567890')}`,
    ]
    for (const each of made) {
      const cookie = `${name}=${encodeURIComponent(each)}`
      expect(await isSignedIn(cookie), each).toBe(false)
      const signed = await ask('POST', '/auth/sign-in/email', { email, password }, cookie)
      expect(signed.status).toBe(200)
      expect(signed.cookie).not.toContain(token)
      expect(await isSignedIn(cookie), 'still').toBe(false)
    }
  })

  test('under the name of the plain site is none here', async () => {
    const { cookie } = await signIn((await anAccount()).email, password)
    expect(await isSignedIn(cookie)).toBe(true)
    expect(await isSignedIn(cookie.replace('__Secure-', ''))).toBe(false)
  })
})
