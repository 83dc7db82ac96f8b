import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { keysFrom } from '../keys.ts'
import { readSettings } from '../settings.ts'
import { askBeforeStart } from './before-start.ts'
import { claim } from './installation.ts'
import { loginOf, onConnection, openDatabase } from './open.ts'

const provided = { postgres: inject('postgres'), template: inject('template') }
const superuser = (sql: string) => onConnection(provided.postgres, (client) => client.query(sql))
const name = () => `splot_test_${randomBytes(6).toString('hex')}`
const urlOf = (database: string, user?: string) => {
  const url = new URL(provided.postgres)
  url.pathname = `/${database}`
  if (user) Object.assign(url, { username: user, password: 'x' })
  return url.href
}
const ownKey = '6b'.repeat(32)
const ownKeys = keysFrom(ownKey)
const settings = readSettings({ SPLOT_KEY: ownKey })
const ask = (ownerUrl: string) => askBeforeStart({ ownerUrl, name: 'x', server: undefined }, settings)

describe('a second installation on one PostgreSQL server', () => {
  let first: Awaited<ReturnType<typeof aDatabase>>
  let second: Awaited<ReturnType<typeof openDatabase>>
  const theirs = name()
  beforeAll(async () => {
    first = await aDatabase(provided)
    await superuser(`create database ${theirs} template ${provided.template}`)
    second = await openDatabase({ ownerUrl: urlOf(theirs), server: undefined }, ownKeys)
  })
  afterAll(async () => {
    await second.close()
    await superuser(`drop database ${theirs} with (force)`)
    for (const purpose of ['login', 'identity', 'jobs'] as const)
      await superuser(`drop role ${loginOf(purpose, ownKeys)}`)
    await first.drop()
  })

  test('takes nothing from the first: it still opens connections, with the rights that it had', async () => {
    for (const database of [first, second]) {
      expect((await database.app.query('select current_user as is')).rows[0].is).toMatch(/^splot_login_/)
      expect((await database.identity.query('select current_user as is')).rows[0].is).toBe('splot_identity')
      expect((await database.jobs.query('select current_user as is')).rows[0].is).toBe('splot_jobs')
    }
  })

  test('comes into its own database only', async () => {
    const elsewhere = new URL(second.address())
    elsewhere.pathname = new URL(first.ownerUrl).pathname
    await expect(onConnection(elsewhere.href, async () => undefined)).rejects.toThrow(
      /permission denied for database/,
    )
  })

  test('is told when its key or its mode is not that of the database, and nobody’s password was set', async () => {
    await claim(first.ownerUrl, 'practice', testKeys)
    // Those of the one who asks: the logins of the other key are made anew by whichever file runs beside this one.
    const passwords = () =>
      superuser(
        `select rolname, rolpassword from pg_authid where rolname like '${loginOf('login', ownKeys).replace('login', '%')}' order by 1`,
      )
    const before = (await passwords()).rows
    expect(before).toHaveLength(3)
    await expect(ask(first.ownerUrl)).rejects.toThrow(/To nie jest klucz tej bazy/)
    await expect(claim(first.ownerUrl, 'practice', ownKeys)).rejects.toThrow(/w tej samej chwili/)
    expect((await passwords()).rows).toEqual(before)
  })
})

describe('what a server must be like', () => {
  const database = name()
  const owner = `owner_of_a_test_${randomBytes(4).toString('hex')}`
  beforeAll(async () => {
    await superuser(`create role ${owner} login password 'x'`)
    await superuser(`create database ${database}`)
  })
  afterAll(async () => {
    await superuser(`drop database ${database} with (force)`)
    for (const purpose of ['login', 'identity', 'jobs'] as const)
      await superuser(`drop role if exists ${loginOf(purpose, ownKeys)}`)
    await superuser(`drop owned by ${owner} cascade`)
    await superuser(`drop role ${owner}`)
  })

  test('not older than release 18', async () => {
    await onConnection(urlOf(database), (client) =>
      client.query(
        `create schema older; create function older.current_setting(text) returns text return '150018'`,
      ),
    )
    const saysItIsOlder = `${urlOf(database)}?options=-c%20search_path%3Dolder,pg_catalog`
    await expect(ask(saysItIsOlder)).rejects.toThrow(/PostgreSQL 15, a Splot potrzebuje wydania 18/)
  })

  test('its user owns the database, may make roles, and may give those that are there', async () => {
    const url = urlOf(database, owner)
    await expect(ask(url)).rejects.toThrow(/CREATEROLE; ALTER DATABASE … OWNER TO/)
    await superuser(`alter role ${owner} createrole`)
    await superuser(`alter database ${database} owner to ${owner}`)
    await expect(ask(url)).rejects.toThrow(/GRANT splot_\w+, .* TO ".*" WITH ADMIN OPTION/)
    const roles = 'splot_owner, splot_app, splot_identity, splot_jobs'
    await superuser(`grant ${roles} to ${owner} with admin option`)
    expect((await ask(url)).fingerprint).toBe(ownKeys.fingerprint)
    const opened = await openDatabase({ ownerUrl: url, server: undefined }, ownKeys)
    expect((await opened.jobs.query('select current_user as is')).rows[0].is).toBe('splot_jobs')
    await opened.close()
  })
})

test('a connection to a server that is away fails as a promise does, and nothing is thrown beside it', async () => {
  const database = await aDatabase(provided)
  const away = () => {
    throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  }
  const opened = await openDatabase(
    { ownerUrl: database.ownerUrl, server: { url: away } as never },
    testKeys,
  ).catch((error) => error)
  expect(opened).not.toBeInstanceOf(Error)
  const asked = opened.jobs.query('select 1')
  await expect(asked).rejects.toThrow('away')
  const called = new Promise<Error>((done) => opened.jobs.connect((error: Error) => done(error)))
  expect((await called).message).toBe('away')
  await opened.close()
  await database.drop()
})
