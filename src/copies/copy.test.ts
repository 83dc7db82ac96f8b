import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { parts } from './questions.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 })

// A copy is about one person. The practice family Próbni: Karolina and Mirosław are parents of Oliwia (13), Kacper and Hania;
// the grandmother is Stanisława; Joanna coordinates. In every place that slices put into a copy something is written about
// Mirosław, about both, about Karolina, about her with Kacper, about Kacper: each with a word of its own.

const family = idOf('probni/case')
const household = idOf('probni/household')
const person = (name: string) => idOf(`probni/person/${name}`)
const [karolina, miroslaw, kacper, oliwia] = ['karolina', 'miroslaw', 'kacper', 'oliwia'].map(person) as [
  string,
  string,
  string,
  string,
]
const gops = institutionId('gops')
const me = workerId('joanna')
let app: PracticeApp
let joanna: Awaited<ReturnType<PracticeApp['as']>>
let magda: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = await app.as('joanna')
  magda = (await app.as('magda')).ask
  await app.rows(
    `update assessments.assessment set fixed_at = now(), agreed_on = $2 where scope_id = $1 and fixed_at is null`,
    [family, today()],
  )
  await written('ofher', [karolina])
  await written('ofhim', [miroslaw])
  await written('ofboth', [karolina, miroslaw])
  await written('motherandchild', [karolina, kacper])
  await written('ofchild', [kacper])
})
afterAll(() => app.stop())

let domains: string[] = []

/** Something in each part of a copy, about these people; `of` says the part by a word: `contactofher`. */
async function written(of: string, about: string[], dataClass = 'file') {
  domains = domains.length
    ? domains
    : (
        await app.rows<{ code: string }>(
          `select code from assessments.life_domain where class = 'file' order by code`,
        )
      ).map(({ code }) => code)
  const ids = Object.fromEntries(
    ['contact', 'assessment', 'goal', 'item', 'matter', 'meeting', 'plan', 'version'].map((each) => [
      each,
      randomUUID() as string,
    ]),
  )
  await app.rows(
    `insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class, about, opened_at, with_whom)
     values ($1, $2, $3, $4, 'phone', now(), $5, $6, $7, now(), $8)`,
    [ids.contact, family, gops, me, `contact${of}`, dataClass, about, `whowasthere${of}`],
  )
  await app.rows(
    `insert into assessments.assessment (id, scope_id, kind, opened_by, fixed_at, agreed_on, present) values ($1, $2, 'review', $3, null, null, null)`,
    [ids.assessment, family, me],
  )
  for (const byFamily of [false, true])
    await app.rows(
      `insert into assessments.view (id, assessment_id, scope_id, domain, class, by_family, institution_id, author_id, level, strengths, barriers, words, opened_at, about)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, 3, $8, $9, $10, now(), $11)`,
      [
        ids.assessment,
        family,
        domains[0],
        dataClass,
        byFamily,
        gops,
        me,
        `${byFamily ? 'voice' : 'view'}${of}`,
        null,
        null,
        about,
      ],
    )
  await app.rows(
    `insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level, today, dissent, about) values (gen_random_uuid(), $1, $2, $3, $4, 3, $5, $6, $7)`,
    [ids.assessment, family, domains[0], dataClass, `agreed${of}`, `dissent${of}`, about],
  )
  await app.rows(
    `update assessments.assessment set fixed_at = now(), agreed_on = $2, present = $3 where id = $1`,
    [ids.assessment, today(), [`present${of}`]],
  )
  await app.rows(
    `insert into baskets.goal (id, scope_id, domain, class, words, added_by, about) values ($1, $2, $3, $4, $5, $6, $7)`,
    [ids.goal, family, domains[0], dataClass, `goal${of}`, me, about],
  )
  await app.rows(
    `insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by, family_words)
     select $1, $2, $3, $4, (select code from directory.service_kind where class = 'file' order by code limit 1), 'file', $5, $6, $7, null`,
    [ids.item, family, ids.goal, dataClass, `item${of}`, gops, me],
  )
  for (const one of about)
    await app.rows('insert into baskets.item_person (item_id, scope_id, person_id) values ($1, $2, $3)', [
      ids.item,
      family,
      one,
    ])
  await app.rows(
    `insert into contracts.progress (id, scope_id, item_id, institution_id, class, about, state, words, reported_by)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, 'begun', $6, $7)`,
    [family, ids.item, gops, dataClass, about, `result${of}`, me],
  )
  await app.rows(
    `insert into worklist.task (id, scope_id, class, what, institution_id, worker_id, added_by, about) values (gen_random_uuid(), $1, $2, $3, $4, $5, $5, $6)`,
    [family, dataClass, `task${of}`, gops, me, about],
  )
  await app.rows(
    `insert into messages.matter (id, scope_id, title, started_by, institution_id) values ($1, $2, $3, $4, $5)`,
    [ids.matter, family, `title${of}`, me, gops],
  )
  await app.rows(
    `insert into messages.message (id, matter_id, scope_id, institution_id, author_id, class, words, about) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)`,
    [ids.matter, family, gops, me, dataClass, `message${of}`, about],
  )
  await app.rows(
    `insert into meetings.meeting (id, scope_id, kind, called_by, institution_id, place, minutes, starts_at, fixed_at, begun_at, ended_at)
     select $1, $2, (select kind from meetings.meeting limit 1), $3, $4, 'GOPS', 60, now() - interval '2 hours', now() - interval '1 day', now() - interval '2 hours', now()`,
    [ids.meeting, family, me, gops],
  )
  await app.rows(
    `insert into meetings.point (id, meeting_id, scope_id, n, what, class, about, put_by, done_at, words)
     values (gen_random_uuid(), $1, $2, 1, $3, $4, $5, $6, now(), $7)`,
    [ids.meeting, family, `point${of}`, dataClass, about, me, `minutes${of}`],
  )
}

const places = [
  'contact',
  'view',
  'agreed',
  'goal',
  'item',
  'result',
  'task',
  'message',
  'point',
  'minutes',
] as const

const asked = (whose: string, to: string) => `person=${whose}&to=${to}`
async function paper(whose: string, to = whose, { cookie } = joanna) {
  const { statusCode, rawPayload, body } = await app.server.inject({
    url: `/api/cases/${family}/copy.pdf?${asked(whose, to)}`,
    headers: { cookie },
  })
  expect(statusCode, body.slice(0, 300)).toBe(200)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)))
  return text.join(' ').replace(/\s+/g, ' ')
}
const statusOf = async (whose: string, to = whose, ask: Ask = joanna.ask) =>
  (await ask('GET', `/api/cases/${family}/copy.pdf?${asked(whose, to)}`)).status
const preview = async (whose: string, to = whose) =>
  (await joanna.ask('GET', `/api/cases/${family}/copy?${asked(whose, to)}`)).json as {
    parts: { name: string; entries: { no: number; lines: { words: string }[] }[] }[]
    seen: string
    leftOut: { because: string; count: number }[]
  }

test('it holds what is about the person alone, in each of its parts, and nothing of anybody else', async () => {
  const words = await paper(karolina)
  for (const place of places) expect(words).toContain(`${place}ofher`)
  for (const of of ['ofhim', 'ofboth', 'ofchild'])
    for (const place of [...places, 'voice', 'title', 'whowasthere', 'present', 'dissent'])
      expect(words).not.toContain(`${place}${of}`)
  for (const place of ['voice', 'title', 'whowasthere', 'present', 'dissent'])
    expect(words).not.toContain(`${place}ofher`)
})

test('a message about both is in nobody’s copy', async () => {
  for (const whose of [karolina, miroslaw]) expect(await paper(whose)).not.toContain('messageofboth')
})

test('every part that slices tell is tried here', async () => {
  const { parts: told } = await preview(karolina)
  // Consents and referrals are tried apart.
  const apart = ['consents:copy.consents', 'baskets:copy.referrals']
  expect(parts.map(({ part }) => part)).toEqual(expect.arrayContaining(apart))
  expect(told.length).toBe(parts.length - apart.length)
})

test('an ordinary matter of a child and its parent stands in the copy of the parent, and not in that of the child', async () => {
  expect(await paper(karolina)).toContain('contactmotherandchild')
  const words = await paper(kacper, karolina)
  expect(words).toContain('contactofchild')
  expect(words).not.toContain('contactmotherandchild')
  expect(words).not.toContain('ofher')
})

test('convictions, violence and what names somebody of the house stay out, also where they are about that person alone', async () => {
  await written('convicted', [karolina], 'justice')
  await written('drinking', [karolina], 'addiction')
  await note('Mirosław odebrał telefon, nameskept', [karolina])
  await note('Ma siniak na ręce, violencekept', [karolina])
  const words = await paper(karolina)
  for (const kept of ['convicted', 'nameskept', 'violencekept']) expect(words).not.toContain(kept)
  expect(words).toContain('contactdrinking')
  const { leftOut } = await preview(karolina)
  expect(leftOut.map(({ because }) => because)).toEqual(['others', 'names', 'not-on-paper'])
})

test.each([
  ['u Mirosława w pracy', true],
  ['mirosławowi nie mówić', true],
  ['mirkiem się zajmie', true],
  ['Dzwoniła Stanisława Zmyślna', true],
  ['babcia, pani Zmyślnej sąsiadka', true],
  ['kiedyś Wymyślona, dziś inaczej', true],
  ['zmyślne wymówki', false],
  ['Próbna przyszła sama', false],
  ['Karolinie poszło dobrze', false],
  ['Ma dużo pracy, ale w maju odpocznie', false],
])('words that name another of the house, in any form: %s', async (words, stayOut) => {
  const named = (id: string, kind: string, shown: string) =>
    app.rows(
      `insert into households.name (person_id, partnership_id, kind, shown) select $1, partnership_id, $2, $3 from households.person where id = $1
       on conflict do nothing`,
      [id, kind, shown],
    )
  await named(person('stanislawa'), 'earlier', 'Stanisława Zmyślna')
  await named(miroslaw, 'other', 'Wymyślony')
  const mark = `znak${Math.abs([...words].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) | 0, 7))}`
  await note(`${words} ${mark}`, [karolina])
  const entries = (await preview(karolina)).parts.flatMap((part) => part.entries)
  expect(entries.some(({ lines }) => lines.some((line) => line.words.includes(mark)))).toBe(!stayOut)
})

test('of a child, what its addiction is about goes into nobody else’s hands', async () => {
  await written('youngdrinking', [oliwia], 'addiction')
  await written('younghealth', [oliwia], 'health')
  const words = await paper(oliwia, karolina)
  expect(words).toContain('contactyounghealth')
  expect(words).not.toContain('youngdrinking')
})

test('a number that somebody must not know, and an address that is protected, stand on no copy', async () => {
  const way = { kind: 'mobile_phone', safe: true, personId: karolina }
  for (const [value, whoMustNotKnow] of [
    ['611 222 333', 'mąż'],
    ['611 444 555', undefined],
  ])
    await done('POST', `/api/households/${household}/contact-ways`, {
      ...way,
      id: randomUUID(),
      value,
      whoMustNotKnow,
    })
  const words = await paper(karolina)
  expect(words).toContain('611 444 555')
  expect(words).not.toContain('611 222 333')
  const [{ line }] = (await app.rows<{ line: string }>(
    'select line from households.address where household_id = $1',
    [household],
  )) as [{ line: string }]
  expect(words).toContain(line)
  expect(await paper(kacper, karolina)).not.toContain(line)
  await app.rows('update households.address set protected = true where household_id = $1', [household])
  expect(await paper(karolina)).not.toContain(line)
  await app.rows('update households.address set protected = false where household_id = $1', [household])
})

test('what a service does that is not in public is not there', async () => {
  const [service] = await app.rows<{ id: string }>(
    `update baskets.item i set service_id = s.id, service_kind = s.kind from directory.service s join directory.service_kind k on k.code = s.kind
     where i.what = 'itemofher' and s.id = (select s.id from directory.service s join directory.service_kind k on k.code = s.kind
       where k.class = 'file' and s.organization_id = $1 and not s.confidential and s.closed_at is null order by s.id limit 1) returning s.id`,
    [gops],
  )
  expect(await paper(karolina)).toContain('itemofher')
  const confidential = (yes: boolean) =>
    app.rows('update directory.service set confidential = $2 where id = $1', [service!.id, yes])
  await confidential(true)
  const words = await paper(karolina)
  expect(words).not.toContain('itemofher')
  expect(words).not.toContain('resultofher')
  await confidential(false)
})

test('a consent stands in the copy of who gave it; of a child, with what each of its parents said, in no other', async () => {
  const boxes = [{ institutionId: institutionId('school'), classes: ['file'] }]
  const sheets = [
    [karolina, karolina],
    [kacper, karolina],
    [kacper, miroslaw],
  ].map(([personId, signerId]) => ({ id: randomUUID(), personId, signerId, boxes }))
  await done('POST', `/api/cases/${family}/sheets`, { sheets })
  for (const { id } of sheets)
    await done('POST', `/api/cases/${family}/sheets/answers`, {
      form: 'paper_signed',
      signedOn: today(),
      until: addDays(today(), 300),
      answers: [{ sheetId: id, yes: boxes, earlier: [] }],
    })
  const given = async (whose: string, to = whose) => (await paper(whose, to)).split('Zgoda dla').length - 1
  const [hers, his, theChilds] = [await given(karolina), await given(miroslaw), await given(kacper, karolina)]
  expect([hers, his, theChilds]).toEqual([2, 1, 0])
})

test('it is given to the person, or to who represents a child, and to nobody else', async () => {
  expect(await statusOf(karolina, miroslaw)).toBe(404)
  expect(await statusOf(kacper, kacper)).toBe(404)
  expect(await statusOf(kacper, person('stanislawa'))).toBe(404)
  expect(await statusOf(kacper, miroslaw)).toBe(200)
  expect(await statusOf(karolina, karolina, magda), 'by whoever coordinates').toBe(404)
})

test('whom a court keeps from a child, or who must not know how to reach it, gets nothing about it', async () => {
  const forbidden = async (yes: boolean) =>
    await app.rows(
      `update households.relation set contact_forbidden = $3 where household_id = $1 and person_id = $2 and to_person_id = $4`,
      [household, miroslaw, yes, kacper],
    )
  await forbidden(true)
  expect(await statusOf(kacper, miroslaw)).toBe(404)
  expect(await statusOf(miroslaw), 'nobody writes to them in the case').toBe(404)
  expect(await statusOf(kacper, karolina)).toBe(200)
  await forbidden(false)
  const id = randomUUID()
  await done('POST', `/api/households/${household}/contact-ways`, {
    id,
    kind: 'mobile_phone',
    safe: true,
    personId: kacper,
    value: '611 777 888',
    whoMustNotKnow: 'tata',
  })
  for (const parent of [karolina, miroslaw]) expect(await statusOf(kacper, parent)).toBe(404)
  expect(await paper(miroslaw)).not.toContain('ofchild')
  expect(await paper(karolina), 'a guarded child').not.toContain('contactmotherandchild')
  await app.rows('delete from households.contact_way where id = $1', [id])
})

test('that it was given stands in the course of the case, with nothing of what it holds', async () => {
  await paper(kacper, karolina)
  const { json } = await joanna.ask('GET', `/api/cases/${family}/timeline`)
  const [given] = (
    json as { items: { verb: string; kind: string; values: Record<string, unknown> }[] }
  ).items.filter(({ verb }) => verb === 'copy.given')
  expect(given).toMatchObject({
    kind: 'paper',
    values: { about: 'Kacper Próbny', to: 'Karolina Próbna' },
  })
  expect(
    await app.rows(`select from journal.look where page = 'copy' and scope_id = $1 and worker_id = $2`, [
      family,
      me,
    ]),
  ).toHaveLength(1)
})

test('what came after the coordinator read it is read first', async () => {
  const { seen } = (await joanna.ask('GET', `/api/cases/${family}/copy?${asked(karolina, karolina)}`))
    .json as {
    seen: string
  }
  const print = () =>
    joanna.ask(
      'GET',
      `/api/cases/${family}/copy.pdf?${asked(karolina, karolina)}&seen=${encodeURIComponent(seen)}`,
    )
  expect((await print()).status).toBe(200)
  await app.rows(
    `update contacts.contact set what = what || ' i więcej' where scope_id = $1 and what = 'contactofher'`,
    [family],
  )
  expect((await print()).json).toMatchObject({ code: 'copy-changed' })
  await app.rows(
    `update contacts.contact set what = 'contactofher' where scope_id = $1 and what = 'contactofher i więcej'`,
    [family],
  )
})

test('what the coordinator leaves out for the sake of others is not there, and the journal says how much that was', async () => {
  const { parts: told, seen } = await preview(karolina)
  const left = told
    .flatMap(({ entries }) => entries)
    .filter(({ lines }) => lines.some(({ words }) => words === 'contactofher'))
  expect(left).toHaveLength(1)
  const print = (asks: string) =>
    app.server.inject({
      url: `/api/cases/${family}/copy.pdf?${asked(karolina, karolina)}&without=${asks}`,
      headers: { cookie: joanna.cookie },
    })
  const { rawPayload } = await print(`${left[0]!.no}&seen=${seen}`)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)))
  expect(text.join()).not.toContain('contactofher')
  expect(text.join()).toContain('goalofher')
  const { json } = await joanna.ask('GET', `/api/cases/${family}/timeline`)
  const { items } = json as { items: { verb: string; values: Record<string, unknown> }[] }
  expect(items.find(({ verb }) => verb === 'copy.given')?.values).toMatchObject({ without: 1 })
})

test('more than a hundred entries may be left out, by the numbers of what was read alone', async () => {
  await app.rows(
    `insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class, about, opened_at)
     select gen_random_uuid(), $1, $2, $3, 'phone', now(), 'wielekroć ' || n, 'file', $4, now() from generate_series(1, 140) n`,
    [family, gops, me, [karolina]],
  )
  const { parts: told, seen } = await preview(karolina)
  const many = told
    .flatMap(({ entries }) => entries)
    .flatMap(({ no, lines }) => (lines.some(({ words }) => words.startsWith('wielekroć')) ? [no] : []))
  expect(many).toHaveLength(140)
  const print = (query: string) =>
    app.server.inject({
      url: `/api/cases/${family}/copy.pdf?${asked(karolina, karolina)}&without=${many.join()}${query}`,
      headers: { cookie: joanna.cookie },
    })
  const { statusCode, rawPayload, body } = await print(`&seen=${seen}`)
  expect(statusCode, body.slice(0, 300)).toBe(200)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)))
  expect(text.join()).not.toContain('wielekroć')
  expect(text.join()).toContain('goalofher')
  expect((await print('')).json()).toMatchObject({ code: 'copy-changed' })
  await app.rows(`delete from contacts.contact where scope_id = $1 and what like 'wielekroć%'`, [family])
})

test('a preview says what stands in each part, and how much stays out, before anything is printed', async () => {
  const written = () => app.rows(`select from journal.entry where verb = 'copy.given'`)
  const before = await written()
  const { parts: told } = await preview(karolina)
  expect(await written()).toHaveLength(before.length)
  const goals = told.find(({ name }) => name === 'Cele')!.entries
  const words = await paper(karolina)
  for (const { lines } of goals) expect(words).toContain(lines[0]!.words)
  const people = (await joanna.ask('GET', `/api/cases/${family}/copy/people`)).json as {
    name: string
    to: { name: string }[]
  }[]
  expect(
    people
      .find(({ name }) => name === 'Kacper Próbny')
      ?.to.map(({ name }) => name)
      .sort(),
  ).toEqual(['Karolina Próbna', 'Mirosław Próbny'])
})

async function note(what: string, about: string[]) {
  await app.rows(
    `insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class, about, opened_at)
     values (gen_random_uuid(), $1, $2, $3, 'phone', now(), $4, 'file', $5, now())`,
    [family, gops, me, what, about],
  )
}
async function done(method: string, path: string, body: object) {
  const { status, text } = await joanna.ask(method, path, { body })
  expect(status, text).toBe(200)
}
