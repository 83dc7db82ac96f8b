import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { accountId, idOf, workerId } from '../../practice/act.ts'
import { asOwner } from '../platform/database/open.ts'
import { identitySecret } from '../platform/identity/auth.ts'
import { sessionCookie } from '../platform/identity/session-token.ts'
import { readSettings } from '../platform/settings.ts'
import { aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { testKeys } from '../proof/database.ts'
import { jobs } from './jobs.ts'
import { takeOffByOperator, whoLost } from './lost-factor.ts'

// Service mode: whoever heads, takes in, coordinates, oversees or administers has a second factor, a week after it was
// first needed. Joanna coordinates, Danuta heads, Iza oversees; Magda and Paweł do none of it.

const settings = readSettings({
  SPLOT_MODE: 'service',
  SPLOT_KEY: '5a'.repeat(32),
  SPLOT_URL: 'http://127.0.0.1:4300',
  SPLOT_SMTP: 'smtp://127.0.0.1:1',
})
let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') }, settings)
  await app.rows(
    'update institutions.delegation set period = tstzrange(lower(period), now()) where worker_id = $1',
    [workerId('magda')],
  )
})
afterAll(() => app.stop())

/** Somebody who is signed in: by a password alone, or with what besides it. */
async function signedIn(who: string, factor: 'code' | 'passkey' | null = null) {
  const token = randomBytes(24).toString('base64url')
  await app.rows(
    `insert into identity."session" ("expiresAt", token, "updatedAt", "userId", "actingAs", "factor")
     values (now() + interval '1 hour', $1, now(), $2, $3, $4)`,
    [token, accountId(who), workerId(who), factor],
  )
  const signature = createHmac('sha256', identitySecret(testKeys)).update(token).digest('base64')
  return app.askWith(`${sessionCookie(settings.url)}=${encodeURIComponent(`${token}.${signature}`)}`)
}
/** The hourly look at who needs one, and then a week passes. */
async function aWeekLater() {
  await jobs['second-factors']!.does({ database: app.database, settings, keys: testKeys }, {}, false)
  await app.rows(`update identity.factor_need set since = since - interval '8 days'`)
}
beforeEach(() => app.rows('delete from identity.factor_need'))

type Account = { factorDue: string | null; factorMissing: boolean }
const account = async (ask: Awaited<ReturnType<typeof signedIn>>) =>
  ((await ask('GET', '/api/session')).json as { account: Account }).account
const works = async (ask: Awaited<ReturnType<typeof signedIn>>) => (await ask('GET', '/api/day/count')).status

describe('whoever heads, takes in, coordinates, oversees or administers', () => {
  test.each(['danuta', 'joanna', 'iza'])('%s is told so a week ahead, and works meanwhile', async (who) => {
    const ask = await signedIn(who)
    const { factorDue, factorMissing } = await account(ask)
    const days = (Date.parse(factorDue!) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
    expect(days).toBeLessThanOrEqual(7)
    expect(factorMissing).toBe(false)
    expect(await works(ask)).toBe(200)
  })

  test.each(['danuta', 'joanna', 'iza'])(
    'after that week nothing opens to %s but the way to add one',
    async (who) => {
      await aWeekLater()
      const ask = await signedIn(who)
      const refused = await ask('GET', `/api/cases/${idOf('probni/case')}`)
      expect([refused.status, refused.json]).toMatchObject([
        403,
        { code: 'factor-needed', title: expect.stringMatching(/^(?!identity)/) },
      ])
      expect((await ask('POST', '/api/concerns', { body: {} })).status).not.toBe(200)
      expect(await account(ask)).toMatchObject({ factorMissing: true })
      expect((await ask('DELETE', `/api/session/all/${randomUUID()}`)).json).toMatchObject({
        code: 'factor-needed',
      })
      expect((await ask('GET', '/api/live')).json).toMatchObject({ code: 'factor-needed' })
      const push = { endpoint: 'https://fcm.googleapis.com/a', p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) }
      expect((await ask('PUT', '/api/session/push', { body: push })).json).toMatchObject({
        code: 'factor-needed',
      })
      expect((await ask('GET', '/api/session/all')).status).toBe(200)
      expect(await works(await signedIn(who, 'code')), 'with a code of an app').toBe(200)
      expect(await works(await signedIn(who, 'passkey')), 'with a passkey').toBe(200)
      expect(await account(await signedIn(who, 'passkey'))).toMatchObject({
        factorDue: null,
        factorMissing: false,
      })
    },
  )

  test('is asked also when the page is never opened', async () => {
    const ask = await signedIn('danuta')
    expect(await works(ask)).toBe(200)
    await aWeekLater()
    expect(await works(ask)).toBe(403)
  })

  test('and the administrator of the installation, who has no other part', async () => {
    await app.rows('update identity."user" set administrator = true where id = $1', [accountId('magda')])
    await aWeekLater()
    const administration = '/api/administration/factor-resets'
    expect((await (await signedIn('magda'))('GET', administration)).json).toMatchObject({
      code: 'factor-needed',
    })
    expect((await (await signedIn('magda', 'code'))('GET', administration)).status).toBe(200)
    await app.rows('update identity."user" set administrator = false where id = $1', [accountId('magda')])
  })

  test('nobody else; and whoever has no such part any more is asked no more', async () => {
    await aWeekLater()
    expect(await works(await signedIn('magda'))).toBe(200)
    const danuta = await signedIn('danuta', 'code')
    const given = await danuta('POST', '/api/institutions/mine/delegations', {
      body: { id: randomUUID(), workerId: workerId('pawel'), part: 'duty' },
    })
    expect(given.status, given.text).toBe(200)
    expect(await account(await signedIn('pawel'))).toMatchObject({ factorDue: expect.any(String) })
    await app.rows(
      `update institutions.delegation set period = tstzrange(lower(period), now()) where worker_id = $1`,
      [workerId('pawel')],
    )
    expect(await account(await signedIn('pawel'))).toMatchObject({ factorDue: null })
  })
})

test('an institution may demand one of all: its head in their own right, nobody else', async () => {
  const danuta = await signedIn('danuta', 'code')
  const { version } = (await danuta('GET', '/api/institutions/mine')).json as { version: number }
  const demand = (ask: typeof danuta, forAll: boolean, from: number) =>
    ask('PUT', '/api/institutions/mine/second-factor', {
      body: { forAll },
      headers: { 'if-match': `${from}` },
    })
  expect((await demand(await signedIn('pawel'), true, version)).status).toBe(403)
  expect((await demand(danuta, true, version)).status).toBe(200)
  expect((await danuta('GET', '/api/institutions/mine')).json).toMatchObject({ factorForAll: true })
  await aWeekLater()
  expect(await works(await signedIn('pawel')), 'a colleague').toBe(403)
  expect(await works(await signedIn('magda')), 'somebody elsewhere').toBe(200)
  expect((await demand(danuta, false, version + 1)).status).toBe(200)
  await aWeekLater()
  expect(await works(await signedIn('pawel'))).toBe(200)
})

test('whoever has a factor shows it: by a password alone nothing opens to who needs one, and no factor is added or taken off', async () => {
  await app.rows(
    `insert into identity."passkey" ("publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
     select 'x', u, 'x' || u, 0, 'singleDevice', false from unnest($1::uuid[]) u`,
    [[accountId('joanna'), accountId('magda')]],
  )
  const changes = async (ask: Awaited<ReturnType<typeof signedIn>>) => [
    (await ask('GET', '/api/auth/passkey/generate-register-options')).status,
    ...(await Promise.all(
      ['enable', 'verify-totp', 'get-totp-uri', 'generate-backup-codes', 'disable'].map(
        async (deed) =>
          (
            await ask('POST', `/api/auth/two-factor/${deed}`, {
              body: { password: 'kapusta rower deszcz lampa', code: '000000' },
            })
          ).json,
      ),
    )),
    (await ask('POST', '/api/auth/passkey/delete-passkey', { body: { id: randomUUID() } })).json,
  ]
  const first = expect.objectContaining({
    code: 'factor-first',
    title: expect.stringMatching(/^(?!identity)/),
  })
  const joanna = await signedIn('joanna')
  expect(await account(joanna)).toMatchObject({ hasFactor: true, factorMissing: true })
  expect(await works(joanna), 'also in the first week').toBe(403)
  expect(await works(await signedIn('joanna', 'passkey'))).toBe(200)
  const magda = await signedIn('magda')
  expect(await works(magda), 'who need not have one').toBe(200)
  for (const each of [joanna, magda]) expect(await changes(each)).toEqual([403, ...Array(6).fill(first)])
  const [options, ...others] = await changes(await signedIn('magda', 'passkey'))
  expect(options).toBe(200)
  for (const each of others) expect(each).not.toEqual(first)
  await app.rows('delete from identity."passkey"')
  expect((await changes(await signedIn('magda')))[0], 'who has none adds one').toBe(200)
})

describe('a second factor that was lost', () => {
  beforeEach(async () => {
    await app.rows('delete from institutions.factor_reset')
    await app.rows('delete from mail.letter')
    await app.rows('update institutions.worker set email = null where id = $1', [workerId('joanna')])
    for (const who of ['joanna', 'danuta']) {
      await app.rows('update identity."user" set "twoFactorEnabled" = true where id = $1', [accountId(who)])
      await app.rows(
        `insert into identity."twoFactor" (secret, "backupCodes", "userId") values ('x', 'x', $1)`,
        [accountId(who)],
      )
    }
  })
  const has = async (who: string) =>
    (await app.rows('select from identity."twoFactor" where "userId" = $1', [accountId(who)])).length > 0
  const ask = async (by: string, who: string) => {
    const id = randomUUID()
    const asked = await (await signedIn(by, 'code'))('POST', '/api/institutions/mine/factor-resets', {
      body: { id, workerId: workerId(who) },
    })
    return { id, ...asked }
  }
  /** What somebody read last at the address they sign in with. */
  const told = async (who: string) =>
    (
      await app.rows<{ body: string }>(
        'select body from mail.letter where to_address = $1 order by written_at desc, id desc limit 1',
        [`${who}@cwiczenia.example`],
      )
    )[0]?.body
  const confirm = async (by: string, id: string) =>
    (await (await signedIn(by, 'code'))('POST', `/api/factor-resets/${id}/confirmation`, { body: {} })).status

  test('is taken off by two others, one of whom heads the institution; sessions end', async () => {
    const hers = await signedIn('joanna', 'code')
    const { id, status, text } = await ask('danuta', 'joanna')
    expect(status, text).toBe(200)
    expect(await confirm('danuta', id), 'who asked is not the second').toBe(404)
    expect(await confirm('joanna', id), 'nor who lost it').toBe(404)
    expect(await confirm('wanda', id), 'nor anybody elsewhere').toBe(404)
    expect(await has('joanna')).toBe(true)
    expect(await confirm('marta', id)).toBe(200)
    expect(await has('joanna')).toBe(false)
    expect(await told('joanna'), 'also where her institution wrote no address down').toMatch(/zdjęty/i)
    expect((await hers('GET', '/api/session')).status).toBe(401)
    expect(await confirm('marta', id), 'once').toBe(404)
    const verbs = await app.rows<{ verb: string }>(
      `select verb from journal.entry where subject_id = $1 and verb like 'factor.%' order by at`,
      [workerId('joanna')],
    )
    expect(verbs.map(({ verb }) => verb)).toEqual(['factor.reset-asked', 'factor.taken-off'])
  })

  test('of the head: a colleague asks, and nobody without the part of a head confirms', async () => {
    const { id } = await ask('marta', 'danuta')
    expect(await confirm('iza', id), 'neither of the two heads').toBe(404)
    await app.rows('update identity."user" set administrator = true where id = $1', [accountId('wanda')])
    const wanda = await signedIn('wanda', 'code')
    const waiting = await wanda('GET', '/api/administration/factor-resets')
    expect(waiting.json).toMatchObject([{ id, askedBy: expect.stringContaining('Marta') }])
    expect(waiting.text).not.toMatch(/Prób/)
    const done = await wanda('POST', `/api/administration/factor-resets/${id}/confirmation`, { body: {} })
    expect(done.status, done.text).toBe(200)
    expect(await has('danuta')).toBe(false)
    expect(await told('danuta'), 'who lost it hears so').toMatch(/zdjęty/i)
    await app.rows('update identity."user" set administrator = false where id = $1', [accountId('wanda')])
  })

  test('is not confirmed by the administrator where somebody in the institution can', async () => {
    const { id } = await ask('danuta', 'joanna')
    await app.rows('update identity."user" set administrator = true where id = $1', [accountId('wanda')])
    const wanda = await signedIn('wanda', 'code')
    expect((await wanda('GET', '/api/administration/factor-resets')).json).toEqual([])
    const tried = await wanda('POST', `/api/administration/factor-resets/${id}/confirmation`, { body: {} })
    expect(tried.status).toBe(404)
    await app.rows('update identity."user" set administrator = false where id = $1', [accountId('wanda')])
    const [stranger, noOne] = [await signedIn('danuta', 'code'), randomUUID()]
    for (const each of [id, noOne])
      expect(
        (await stranger('POST', `/api/administration/factor-resets/${each}/confirmation`, { body: {} }))
          .status,
      ).toBe(404)
  })

  test('is taken off by whoever runs the machine: with a trace, and all who must know are told', async () => {
    const by = <T>(deed: (client: pg.ClientBase) => Promise<T>) => asOwner(app.database.ownerUrl, deed)
    const hers = await signedIn('joanna', 'code')
    const { id } = await ask('danuta', 'joanna')
    await expect(by((client) => whoLost(client, 'nikt@cwiczenia.example'))).rejects.toThrow(/Nikt nie loguje/)
    const lost = await by((client) => whoLost(client, 'Joanna@cwiczenia.example'))
    expect(lost).toMatchObject({
      name: 'Joanna Przykładna',
      works: [expect.stringContaining('Ośrodek Pomocy')],
    })
    expect(await has('joanna'), 'to look changes nothing').toBe(true)
    await by((client) => takeOffByOperator(client, lost))
    expect(await has('joanna')).toBe(false)
    expect((await hers('GET', '/api/session')).status).toBe(401)
    for (const who of ['joanna', 'danuta']) expect(await told(who)).toMatch(/prowadzi serwer.*Joanna/)
    const trace = await app.rows(
      `select worker_id, institution_id is not null as there from journal.entry where subject_id = $1 and verb = 'factor.taken-off-by-operator'`,
      [workerId('joanna')],
    )
    expect(trace).toEqual([{ worker_id: null, there: true }])
    await expect(by((client) => whoLost(client, 'joanna@cwiczenia.example'))).rejects.toThrow(/nie ma czego/)
    expect(await confirm('marta', id), 'what was asked of colleagues is answered').toBe(404)
  })

  test('is taken off so with a trace also where somebody works nowhere', async () => {
    const id = randomUUID()
    await app.rows(
      `insert into identity."user" (id, name, email, "emailVerified", "twoFactorEnabled") values ($1, 'Osoba Zmyślona', 'bez.pracy@cwiczenia.example', true, true)`,
      [id],
    )
    await asOwner(app.database.ownerUrl, async (client) =>
      takeOffByOperator(client, await whoLost(client, 'bez.pracy@cwiczenia.example')),
    )
    expect(
      await app.rows(
        `select institution_id from journal.entry where subject_id = $1 and verb = 'factor.taken-off-by-operator'`,
        [id],
      ),
    ).toEqual([{ institution_id: null }])
  })

  /** One more job: of whom, and where that one works. */
  async function aJob(whose: string, where: string) {
    const id = randomUUID()
    await app.rows(
      `insert into institutions.worker (id, institution_id, account_id, given_name, family_name, position)
       select $1, institution_id, $2, 'Osoba', 'Zmyślona', 'doradztwo' from institutions.worker where id = $3`,
      [id, accountId(whose), workerId(where)],
    )
    return id
  }
  async function asked(lost: string, by: string) {
    const id = randomUUID()
    await app.rows(
      `insert into institutions.factor_reset (id, institution_id, worker_id, asked_by) select $1, institution_id, id, $3 from institutions.worker where id = $2`,
      [id, lost, by],
    )
    return id
  }

  test.each([
    ['who lost it', true],
    ['who asked', false],
  ])('is confirmed by nobody once the work of %s has ended', async (_, ofWhoLostIt) => {
    const job = await aJob('wanda', 'joanna')
    const id = await (ofWhoLostIt ? asked(job, workerId('marta')) : asked(workerId('joanna'), job))
    const seen = async () =>
      (await (await signedIn('danuta', 'code'))('GET', '/api/institutions/mine/factor-resets')).json
    expect(await seen()).toMatchObject([{ id, iMayConfirm: true }])
    await app.rows(
      'update institutions.worker set period = tstzrange(lower(period), clock_timestamp()) where id = $1',
      [job],
    )
    expect(await confirm('danuta', id)).toBe(404)
    expect(await seen()).toEqual([])
  })

  const adds = {
    codes: (who: string) =>
      app.rows(`insert into identity."twoFactor" (secret, "backupCodes", "userId") values ('y', 'y', $1)`, [
        accountId(who),
      ]),
    passkey: (who: string) =>
      app.rows(
        `insert into identity."passkey" ("publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp") values ('x', $1, 'x', 0, 'singleDevice', false)`,
        [accountId(who)],
      ),
  }
  test.each(['codes', 'passkey'] as const)(
    'is answered by who adds another one themselves (%s): what was asked before does not take that off',
    async (kind) => {
      const { id } = await ask('danuta', 'joanna')
      const by = <T>(deed: (client: pg.ClientBase) => Promise<T>) => asOwner(app.database.ownerUrl, deed)
      const lost = await by((client) => whoLost(client, 'joanna@cwiczenia.example'))
      await adds[kind]('joanna')
      await expect
        .soft(
          by((client) => takeOffByOperator(client, lost)),
          'nor does the operator, who looked before',
        )
        .rejects.toThrow(/Nic się nie zmieniło/)
      expect.soft(await confirm('marta', id)).toBe(404)
      expect(await has('joanna')).toBe(true)
      await app.rows('delete from identity."passkey"')
    },
  )

  test('is off and told, or neither, also where the administrator confirms', async () => {
    const { id } = await ask('marta', 'danuta')
    await app.rows('update identity."user" set administrator = true where id = $1', [accountId('wanda')])
    const wanda = await signedIn('wanda', 'code')
    const confirmed = async () =>
      (await wanda('POST', `/api/administration/factor-resets/${id}/confirmation`, { body: {} })).status
    await app.rows(`alter table mail.letter add constraint no_letters check (false) not valid`)
    expect(await confirmed()).not.toBe(200)
    await app.rows('alter table mail.letter drop constraint no_letters')
    expect(await has('danuta')).toBe(true)
    expect(await confirmed()).toBe(200)
    expect(await told('danuta')).toMatch(/zdjęty/i)
    await app.rows('update identity."user" set administrator = false where id = $1', [accountId('wanda')])
  })

  test('confirmed at both jobs of one person at once, by a colleague and the administrator, is taken off once', async () => {
    for (let i = 0; i < 3; i++) {
      await app.rows('delete from institutions.factor_reset')
      const here = await asked(workerId('joanna'), workerId('danuta'))
      const job = await aJob('joanna', 'wanda')
      const there = await asked(job, workerId('wanda'))
      await app.rows('update identity."user" set administrator = true where id = $1', [accountId('magda')])
      const magda = await signedIn('magda', 'code')
      const elsewhere = await signedIn('magda', 'code')
      const marta = await signedIn('marta', 'code')
      const answers = await Promise.all([
        marta('POST', `/api/factor-resets/${here}/confirmation`, { body: {} }),
        magda('POST', `/api/administration/factor-resets/${there}/confirmation`, { body: {} }),
        elsewhere('POST', `/api/administration/factor-resets/${there}/confirmation`, { body: {} }),
        marta('POST', `/api/factor-resets/${here}/confirmation`, { body: {} }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404])
      await app.rows('update identity."user" set administrator = false where id = $1', [accountId('magda')])
      await app.rows(
        'update institutions.worker set period = tstzrange(lower(period), clock_timestamp()) where id = $1',
        [job],
      )
    }
  })

  test('taken off once is not taken off again by what was asked elsewhere', async () => {
    const { id } = await ask('danuta', 'joanna')
    const elsewhere = await asked(await aJob('joanna', 'wanda'), workerId('wanda'))
    expect(await confirm('marta', id)).toBe(200)
    expect(await app.rows('select from institutions.factor_reset where id = $1', [elsewhere])).toEqual([])
  })

  test('is asked for of somebody else, once at a time, and for a week', async () => {
    expect((await ask('joanna', 'joanna')).json).toMatchObject({ code: 'not-by-oneself' })
    expect((await ask('danuta', 'wanda')).status, 'not of our institution').toBe(404)
    const { id } = await ask('danuta', 'joanna')
    expect((await ask('danuta', 'joanna')).json).toMatchObject({ code: 'reset-asked-already' })
    await app.rows(`update institutions.factor_reset set asked_at = now() - interval '8 days'`)
    expect(await confirm('marta', id)).toBe(404)
    expect((await ask('danuta', 'joanna')).status, 'asked anew').toBe(200)
  })

  test('whoever can confirm is written to at once, nobody else; where nobody can, the administrator', async () => {
    const letters = async () =>
      (
        await app.rows<{ to: string; body: string }>(
          `select to_address as "to", body from mail.letter where subject ilike '%czeka na%' order by 1`,
        )
      ).map(({ to, body }) => `${to.split('@')[0]} ${/127\.0\.0\.1:4300(\S*)/.exec(body)?.[1]}`)
    const confirms = async () =>
      (
        (await (await signedIn('marta', 'code'))('GET', '/api/institutions/mine/factor-resets')).json as {
          confirms: string
        }[]
      ).at(-1)!.confirms
    await ask('marta', 'joanna')
    expect(await letters(), 'her head alone').toEqual(['danuta /institution'])
    expect(await confirms()).toBe('colleague')
    await app.rows('delete from mail.letter')
    await app.rows('update identity."user" set administrator = true where id = $1', [accountId('wanda')])
    await ask('marta', 'danuta')
    expect(await letters()).toEqual(['wanda /administration/second-factors'])
    expect(await confirms()).toBe('administrator')
    await app.rows('update identity."user" set administrator = id = $1 where administrator', [
      accountId('marta'),
    ])
    expect(await confirms(), 'who asked does not').toBe('nobody')
    await app.rows('update identity."user" set administrator = false where id = $1', [accountId('wanda')])
  })
})
