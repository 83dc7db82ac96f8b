import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { asOwner, type Found } from '../database/open.ts'
import { readSettings } from '../settings.ts'
import { jobs } from './jobs.ts'
import { endWaysIn, markAsCopy } from './ways-in.ts'

// What was ended after a copy was taken is not open again in a database that came from it.

const home = mkdtempSync(join(tmpdir(), 'splot-copy-'))
const database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
const found = { ownerUrl: database.ownerUrl, name: 'splot', server: { home } } as Found
const rows = <Row>(sql: string) =>
  asOwner(database.ownerUrl, async (client) => (await client.query(sql)).rows as Row[])

beforeEach(async () => {
  await rows(
    'delete from identity."user"; delete from identity."verification"; delete from identity.invitation',
  )
  await rows(`with u as (insert into identity."user" (name, email, "emailVerified") values ('Osoba Zmyślona', 'osoba@cwiczenia.example', true) returning id)
    insert into identity."session" ("expiresAt", token, "updatedAt", "userId") select now() + interval '1 hour', 'dawna', now(), id from u`)
  await rows(
    `insert into identity."verification" (identifier, value, "expiresAt") values ('odnośnik', 'osoba', now() + interval '1 hour')`,
  )
  await rows(
    `insert into identity.invitation (id, email, token_hash, subject_id, expires_at) values ('${randomUUID()}', 'nowa@cwiczenia.example', 'x', '${randomUUID()}', now() + interval '14 days')`,
  )
})
afterAll(() => database.drop())

const open = async () =>
  (
    await rows<{ sessions: number; links: number; invitations: number }>(`
      select (select count(*)::int from identity."session") as sessions, (select count(*)::int from identity."verification") as links,
        (select count(*)::int from identity.invitation where withdrawn_at is null) as invitations`)
  )[0]

test('a database that goes on keeps its sessions and links', async () => {
  await endWaysIn(found, false)
  expect(await open()).toEqual({ sessions: 1, links: 1, invitations: 1 })
})

test('one that came from a copy opens to nobody who does not sign in or is invited anew, from its first start on', async () => {
  markAsCopy(home)
  await endWaysIn(found, false)
  expect(await open()).toEqual({ sessions: 0, links: 0, invitations: 0 })
  expect(existsSync(join(home, 'restored')), 'later starts end nothing').toBe(false)
})

test('one that was brought to another server keeps who is invited alone', async () => {
  await endWaysIn({ ...found, server: undefined }, true)
  expect(await open()).toEqual({ sessions: 0, links: 0, invitations: 1 })
})

test('what is over is forgotten in the night: where somebody was signed in from, which address tried', async () => {
  await rows(
    `update identity."session" set "expiresAt" = now() - interval '1 minute', "ipAddress" = '10.0.0.1'`,
  )
  await rows(`update identity."verification" set "expiresAt" = now() - interval '1 minute'`)
  await rows(`insert into identity."rateLimit" (key, count, "lastRequest") values
    ('10.0.0.1|/sign-in/email', 1, extract(epoch from now() - interval '2 hours') * 1000), ('10.0.0.2|/sign-in/email', 1, extract(epoch from now()) * 1000)`)
  await jobs['forget-old-sign-ins']!.does({ database, settings: readSettings({}), keys: testKeys }, {}, false)
  expect(await open()).toEqual({ sessions: 0, links: 0, invitations: 1 })
  expect(await rows('select key from identity."rateLimit"')).toEqual([{ key: '10.0.0.2|/sign-in/email' }])
})
