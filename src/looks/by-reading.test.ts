import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { peselOf } from '../../practice/pesel-of.ts'
import { allRoutes } from '../app.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// The trace is left by the reading, whichever address it was: not by the page that a person had open.

const family = idOf('probni/case')
const household = idOf('probni/household')
let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
})
afterAll(() => app.stop())
// A look is written once a quarter of an hour: the app's clock moves on, and what was there is gone.
const now = Date.now
let quarters = 0
vi.spyOn(Date, 'now').mockImplementation(() => now() + quarters * 15 * 60_000)
async function afresh() {
  quarters++
  await app.rows('delete from journal.look')
}
beforeEach(afresh)

type Look = { who: string; scope: string; page: string }
const looks = () =>
  app.rows<Look>('select worker_id as who, scope_id as scope, page from journal.look order by page, scope_id')
const one = async (sql: string, values: unknown[] = [family]) =>
  (await app.rows<{ id: string }>(sql, values))[0]!.id

test('every address with content of a family leaves a look at it', async () => {
  const receiver = await one(
    'select about_id || $2 || to_institution_id as id from consents.basis where scope_id = $1 limit 1',
    [family, '&to='],
  )
  const basis = await one('select id from consents.basis where scope_id = $1 limit 1')
  const contract = await one('select id from contracts.social_contract where scope_id = $1 limit 1')
  const plan = await one('select id from contracts.cooperation_plan where scope_id = $1 limit 1')
  const karolina = idOf('probni/person/karolina')
  const copied = `person=${karolina}&to=${karolina}`
  const addresses: [string, string][] = [
    [`/api/cases/${family}`, 'case'],
    [`/api/cases/${family}/team`, 'team'],
    [`/api/cases/${family}/timeline`, 'timeline'],
    [`/api/cases/${family}/contacts`, 'contacts'],
    [`/api/cases/${family}/opinions`, 'opinions'],
    [`/api/cases/${family}/exclusions`, 'exclusions'],
    [`/api/cases/${family}/assessments`, 'assessment'],
    [`/api/cases/${family}/basket`, 'basket'],
    [`/api/cases/${family}/contracts`, 'contracts'],
    [`/api/cases/${family}/contracts/${contract}/form.pdf`, 'contracts'],
    [`/api/cases/${family}/plans/${plan}/form.pdf`, 'contracts'],
    [`/api/cases/${family}/family-sheet.pdf`, 'family-sheet'],
    [`/api/cases/${family}/print.pdf?requestedBy=Sąd&basis=Pismo`, 'case-print'],
    [`/api/cases/${family}/bases`, 'consents'],
    [`/api/cases/${family}/bases/${basis}/form.pdf`, 'consents'],
    [`/api/cases/${family}/consent.pdf?person=${receiver}`, 'consents'],
    [`/api/cases/${family}/clause.pdf`, 'consents'],
    [`/api/cases/${family}/copy/people`, 'copy'],
    [`/api/cases/${family}/copy?${copied}`, 'copy'],
    [`/api/cases/${family}/copy.pdf?${copied}`, 'copy'],
    [`/api/cases/${family}/disclosures`, 'disclosures'],
    [`/api/cases/${family}/disclosures.pdf`, 'disclosures'],
    [`/api/cases/${family}/tasks`, 'tasks'],
    [`/api/scopes/${family}/files`, 'files'],
    [`/api/scopes/${family}/responses`, 'questionnaires'],
    [`/api/households/${household}`, 'household'],
  ]
  for (const [address, page] of addresses) {
    await afresh()
    const read = await joanna('GET', address)
    expect(read.status, `${address}: ${read.text.slice(0, 200)}`).toBe(200)
    const scope = address.includes(household) ? household : family
    expect.soft(await looks(), address).toContainEqual({ who: workerId('joanna'), scope, page })
  }
})

test('a file that is opened is a look at the place where it lies', async () => {
  const [id, edge] = [randomUUID(), 'brzeg']
  const added = await joanna('POST', `/api/scopes/${family}/files?id=${id}`, {
    payload: Buffer.from(
      `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 x\r\n--${edge}--\r\n`,
    ),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  })
  expect(added.status, added.text).toBe(200)
  expect(await looks(), 'a deed stands in the journal').toEqual([])
  expect((await joanna('GET', `/api/files/${id}`)).status).toBe(200)
  expect(await looks()).toEqual([{ who: workerId('joanna'), scope: family, page: 'files' }])
})

test('who is told how something is now, because it changed meanwhile, has looked there', async () => {
  const stale = await joanna('PUT', `/api/households/${household}/address`, {
    body: { line: 'Gdziekolwiek 1', protected: false },
    headers: { 'if-match': '77', 'idempotency-key': randomUUID() },
  })
  expect(stale).toMatchObject({ status: 409, json: { current: { line: expect.any(String) } } })
  expect(await looks()).toEqual([{ who: workerId('joanna'), scope: household, page: 'changed-meanwhile' }])
  for (const language of ['pl', 'en']) expect(wordsOfLooks(language)).toContain('changed-meanwhile')
})

test('who is told whose a number is has looked at the household', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  const takeUp = async (home: string, givenName: string) =>
    joanna('POST', `/api/concerns/${await aConcern()}/take-up`, {
      body: {
        caseId: randomUUID(),
        household: { id: home, label: 'Zmyśleni' },
        people: [
          {
            memberId: randomUUID(),
            personId: randomUUID(),
            givenName,
            familyName: 'Zmyślony',
            pesel: peselOf('2014-01-02', 'male', 12),
          },
        ],
      },
    })
  expect((await takeUp(one, 'Jan')).status).toBe(200)
  await app.rows('delete from journal.look')
  const told = await takeUp(other, 'Tomek')
  expect(told.json).toMatchObject({ status: 400, code: 'pesel-of-another' })
  expect(told.text).toContain('Jan Zmyślony')
  expect(await looks()).toEqual([{ who: workerId('joanna'), scope: one, page: 'people-search' }])
})

test('to ask for the head of an answer alone is to read it, with a key too', async () => {
  const cookie = (await app.as('joanna')).cookie
  const { statusCode } = await app.server.inject({
    method: 'HEAD',
    url: `/api/households/${household}`,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID() },
  })
  expect(statusCode).toBe(200)
  expect(await looks()).toContainEqual({ who: workerId('joanna'), scope: household, page: 'household' })
})

test('much reading is one look a worker, scope, kind and quarter of an hour', async () => {
  const [magda, nina] = [(await app.as('magda')).ask, (await app.as('nina')).ask]
  await Promise.all([
    ...Array.from({ length: 8 }, () => magda('GET', `/api/cases/${family}/contacts`)),
    ...Array.from({ length: 3 }, () => magda('GET', `/api/cases/${family}/timeline`)),
    ...Array.from({ length: 3 }, () => nina('GET', `/api/cases/${family}/contacts`)),
  ])
  const seen = await looks()
  expect(seen.filter(({ who }) => who === workerId('magda')).map(({ page }) => page)).toEqual([
    'contacts',
    'timeline',
  ])
  expect(seen.filter(({ who }) => who === workerId('nina'))).toHaveLength(1)
  quarters++
  await app.rows(`update journal.look set at = at - interval '15 minutes'`)
  await magda('GET', `/api/cases/${family}/contacts`)
  expect(await looks(), 'a quarter later it is another one').toHaveLength(4)
})

test('who is refused has looked at nothing', async () => {
  const celina = (await app.as('celina')).ask
  for (const address of [
    `/api/cases/${family}`,
    `/api/cases/${family}/contacts`,
    `/api/households/${household}`,
  ])
    expect((await celina('GET', address)).status).toBe(404)
  expect(await looks()).toEqual([])
})

test('every question about a scope says in its contract what is looked at, in words of both languages', async () => {
  const within = (await allRoutes({ database: app.database, identity: {} as never })).filter(
    ({ endpoint }) => endpoint.within,
  )
  const silent = within.filter(({ endpoint }) => (endpoint.method === 'GET') !== Boolean(endpoint.look))
  expect(silent.map(({ name }) => name)).toEqual([])
  const kinds = [...new Set(within.flatMap(({ endpoint: { look } }) => look ?? []))]
  expect(kinds.length).toBeGreaterThan(15)
  for (const language of ['pl', 'en'])
    expect(
      kinds.filter((kind) => !wordsOfLooks(language).includes(kind)),
      language,
    ).toEqual([])
})

async function aConcern(): Promise<string> {
  const id = randomUUID()
  const sent = await joanna('POST', '/api/concerns', {
    body: {
      id,
      partnershipId: idOf('partnership/oksa'),
      who: 'Rodzina z naprzeciwka',
      worries: ['school_absence'],
      what: 'Od tygodnia nie widać dzieci.',
      urgency: 'within_days',
      familyKnows: 'no',
    },
  })
  expect(sent.status, sent.text).toBe(200)
  return id
}

test('a search of people is written down: who, when, for which concern, who was shown, and never the words', async () => {
  const concern = await aConcern()
  const search = (name: string) =>
    joanna('POST', `/api/concerns/${concern}/people-search`, { body: { name, birthDate: '1988-04-12' } })
  expect((await search('Karolina Próbna')).text).toContain('Karolina')
  await search('Zupełnienikt')
  const entries = await app.rows('select * from journal.entry where subject_id = $1 and verb = $2', [
    concern,
    'people.searched',
  ])
  expect(entries).toHaveLength(2)
  expect(entries[0]).toMatchObject({ worker_id: workerId('joanna'), scope_id: null, sealed_values: null })
  const [first, second] = await app.rows<{ shown: string[] }>(
    'select * from concerns.people_search where concern_id = $1 order by at',
    [concern],
  )
  expect(first!.shown).toEqual(expect.arrayContaining([family, household]))
  expect(second!.shown).toEqual([])
  expect(JSON.stringify([entries, first, second])).not.toMatch(/Karolin|1988|Zupełnie/)
  const shown = (await looks()).filter(({ page }) => page === 'people-search')
  expect(shown.map(({ scope }) => scope)).toEqual(expect.arrayContaining([family, household]))
})

/** Kinds of looks that some slice has a word for (`plain.look` of its texts). */
function wordsOfLooks(language: string): string[] {
  const source = join(import.meta.dirname, '..')
  return globSync(`{*,platform/*}/texts/${language}.json`, { cwd: source }).flatMap((file) => {
    const { plain } = JSON.parse(readFileSync(join(source, file), 'utf8')) as {
      plain?: { look?: Record<string, string> }
    }
    return Object.keys(plain?.look ?? {})
  })
}
