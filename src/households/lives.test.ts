import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { peselOf } from '../../practice/pesel-of.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// How old somebody is, who is not born yet, and who died: told alike by the page, on papers and by the database. In the
// practice family Próbni, which Joanna coordinates.

const household = `/api/households/${idOf('probni/household')}`
const family = `/api/cases/${idOf('probni/case')}`
let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

type Person = {
  personId: string
  memberId: string
  name: string
  givenName: string | null
  age: number | null
  child: boolean | null
  expected: boolean
  diedOn: string | null
  birthDate: string | null
  sex: string | null
  pesel: string | null
  version: number
}
const people = async () => ((await joanna('GET', household)).json as { people: Person[] }).people
const person = async (id: string) => (await people()).find(({ personId }) => personId === id)!
async function comes(facts: object): Promise<string> {
  const { status, text, json } = await joanna('POST', `${household}/people`, {
    body: { memberId: randomUUID(), personId: randomUUID(), ...facts },
  })
  expect(status, text).toBe(200)
  return (json as { personId: string }).personId
}
const change = async (id: string, what: string, body: object) =>
  joanna(what ? 'PUT' : 'PATCH', `${household}/people/${id}${what && `/${what}`}`, {
    body,
    headers: { 'if-match': String((await person(id)).version) },
  })
const relation = (personId: string, kind: string, toPersonId: string, more: object = {}) =>
  joanna('POST', `${household}/relations`, {
    body: { id: randomUUID(), personId, kind, toPersonId, ...more },
  })
const yearsAgo = (years: number, days = 0) => {
  const [year, rest] = [Number(today().slice(0, 4)) - years, today().slice(4)]
  return addDays(rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`, days)
}
async function consent(about: string, signedBy: string[], until: string) {
  const id = randomUUID()
  const answered = await joanna('POST', `${family}/bases`, {
    body: {
      id,
      personId: about,
      to: institutionId('school'),
      rule: 'consent',
      classes: ['file'],
      purpose: 'żeby szkoła wiedziała, kto pomaga',
      since: today(),
      until,
      form: 'paper_signed',
      signedBy,
    },
  })
  const { bases } = (await joanna('GET', `${family}/bases`)).json as {
    bases: { id: string; until: string; state: string }[]
  }
  return { answered, kept: bases.find((each) => each.id === id) }
}
const signers = async () =>
  (await joanna('GET', `${family}/signers`)).json as {
    personId: string
    child: boolean
    ageKnown: boolean
    ofAgeOn: string | null
    signers: { personId: string }[]
  }[]

describe('a year of life is over as its last day begins', () => {
  const ageOn = async (born: string | null, year: number | null, day: string) => {
    // Age stands still on the day of a death: so it is asked as of that day.
    const [row] = await app.rows<{ age: number | null; child: boolean | null }>(
      'select households.age($1, $2, $3) as age, households.is_child($1, $2, false, $3) as child',
      [born, year, day],
    )
    return [row!.age, row!.child]
  }
  test.each([
    ['2008-02-29', null, '2026-02-27', 17, true],
    ['2008-02-29', null, '2026-02-28', 18, false],
    ['2008-02-29', null, '2012-02-28', 3, true],
    ['2008-02-29', null, '2012-02-29', 4, true],
    ['2008-05-05', null, '2026-05-04', 17, true],
    ['2008-05-05', null, '2026-05-05', 18, false],
    [null, 2007, '2025-05-05', 17, true],
    [null, 2007, '2025-12-30', 17, true],
    [null, 2007, '2025-12-31', 18, false],
    [null, 2025, '2025-05-05', 0, true],
    [null, null, '2026-05-05', null, null],
  ])('born %s or in %s, on %s: %s, a child: %s', async (born, year, day, age, child) => {
    expect(await ageOn(born, year, day)).toEqual([age, child])
  })
})

test.each([
  ['eighteen today', { birthDate: yearsAgo(18) }, false],
  ['eighteen tomorrow', { birthDate: yearsAgo(18, 1) }, true],
  [
    'of whom the year alone is known, the last before eighteen',
    { birthYear: Number(today().slice(0, 4)) - 18 },
    today().slice(5) < '12-31',
  ],
  ['of whom the year alone is known, the next', { birthYear: Number(today().slice(0, 4)) - 19 }, false],
])('page, consents, papers and contracts tell one age: %s', async (_, facts, child) => {
  const id = await comes({ givenName: 'Kinga', familyName: 'Wiekowa', ...facts })
  expect(await person(id)).toMatchObject({ age: child ? 17 : 18, child })
  const told = (await signers()).find(({ personId }) => personId === id)!
  expect(told).toMatchObject({ child, ageKnown: true })
  expect(told.signers.map(({ personId }) => personId)).toEqual(child ? [] : [id])
  const { signatories } = (await joanna('GET', `${family}/contracts/suggestion`)).json as {
    signatories: { personId: string }[]
  }
  expect(signatories.some(({ personId }) => personId === id)).toBe(!child)
  const clause = await joanna('POST', `${family}/clauses`, {
    body: { id: randomUUID(), personId: id, how: 'in_person', givenOn: today() },
  })
  expect(clause.status).toBe(child ? 400 : 200)
})

describe('what a parent gives for a girl of seventeen', () => {
  const mother = idOf('probni/person/karolina')
  test.each<[string, object, string]>([
    ['whose birthday is known lasts until it', { birthDate: yearsAgo(18, 90) }, addDays(yearsAgo(0, 90), -1)],
    [
      'of whom the year is known lasts while nobody knows that she is of age',
      { birthYear: Number(today().slice(0, 4)) - 17 },
      `${Number(today().slice(0, 4)) + 1}-12-30`,
    ],
  ])('%s, and it is said so', async (_, facts, last) => {
    const girl = await comes({ givenName: 'Ola', familyName: 'Próbna', sex: 'female', ...facts })
    expect((await relation(mother, 'mother', girl, { authority: 'full' })).status).toBe(200)
    const told = (await signers()).find(({ personId }) => personId === girl)!
    expect(told).toMatchObject({ child: true, ofAgeOn: addDays(last, 1) })
    const wanted = last < addDays(today(), 300) ? addDays(last, 200) : addDays(today(), 364)
    const { answered, kept } = await consent(girl, [mother], wanted)
    expect(answered.status, answered.text).toBe(200)
    expect(kept).toMatchObject({ until: [wanted, last].sort()[0], state: 'valid' })
  })
  test('who learns of her birthday later ends it then', async () => {
    const girl = await comes({
      givenName: 'Ela',
      familyName: 'Próbna',
      birthYear: Number(today().slice(0, 4)) - 17,
    })
    await relation(mother, 'mother', girl, { authority: 'full' })
    await consent(girl, [mother], addDays(today(), 300))
    const birthDate = `${Number(today().slice(0, 4)) - 17}-01-01`
    const facts = { givenName: 'Ela', familyName: 'Próbna', languages: ['pl'], birthDate }
    expect((await change(girl, '', facts)).status).toBe(200)
    const [basis] = await app.rows<{ last: string }>(
      `select ((upper(period) at time zone 'Europe/Warsaw')::date - 1)::text as last from consents.basis where about_id = $1`,
      [girl],
    )
    expect(basis!.last).toBe(addDays(`${Number(today().slice(0, 4)) + 1}-01-01`, -1))
  })
})

describe('who bears one name', () => {
  test('is kept by it, be it called given or family name', async () => {
    for (const names of [{ familyName: 'Suharto' }, { givenName: 'Sukarno' }]) {
      const id = await comes(names)
      const [name] = Object.values(names)
      expect(await person(id)).toMatchObject({ name })
      const found = (await joanna('GET', `/api/people?name=${name}`)).json as { personId: string }[]
      expect(found.map(({ personId }) => personId)).toContain(id)
    }
  })
  test('without any, 400 at the name', async () => {
    const refused = await joanna('POST', `${household}/people`, {
      body: { memberId: randomUUID(), personId: randomUUID(), sex: 'male' },
    })
    expect(refused).toMatchObject({ status: 400, json: { code: 'name-missing', field: 'familyName' } })
  })
  test('a newborn gets the given name later, and the family name alone is no earlier name', async () => {
    const id = await comes({ familyName: 'Próbna', birthDate: addDays(today(), -2) })
    expect(await person(id)).toMatchObject({ name: 'Próbna', givenName: null, age: 0, child: true })
    const facts = {
      givenName: 'Zosia',
      familyName: 'Próbna',
      birthDate: addDays(today(), -2),
      languages: ['pl'],
    }
    expect((await change(id, '', facts)).status).toBe(200)
    expect(await person(id)).toMatchObject({ name: 'Zosia Próbna', otherNames: [] })
  })
})

describe('a child that is expected', () => {
  test('is kept as a child, without an age, and is born by a date of birth', async () => {
    const id = await comes({ familyName: 'Próbna', expected: true })
    expect(await person(id)).toMatchObject({ age: null, child: true, expected: true })
    expect((await signers()).find(({ personId }) => personId === id)).toMatchObject({
      child: true,
      signers: [],
    })
    const born = { givenName: 'Iga', familyName: 'Próbna', birthDate: today(), languages: ['pl'] }
    expect(await change(id, '', { ...born, expected: true })).toMatchObject({
      status: 400,
      json: { code: 'not-born-yet', field: 'birthDate' },
    })
    expect((await change(id, '', born)).status).toBe(200)
    expect(await person(id)).toMatchObject({ age: 0, expected: false })
  })
  test.each([
    ['birthDate', { birthDate: '2020-01-01' }],
    ['birthYear', { birthYear: 2020 }],
    ['pesel', { pesel: peselOf('2020-01-01', 'female', 4) }],
  ])('bears no %s yet', async (field, facts) => {
    const refused = await joanna('POST', `${household}/people`, {
      body: {
        memberId: randomUUID(),
        personId: randomUUID(),
        familyName: 'Próbna',
        expected: true,
        ...facts,
      },
    })
    expect(refused).toMatchObject({ status: 400, json: { code: 'not-born-yet', field } })
  })
})

describe('who died', () => {
  const dies = (id: string, diedOn?: string) => change(id, 'death', { diedOn })
  const aMan = (more: object = {}) =>
    comes({ givenName: 'Hilary', familyName: 'Zmarły', birthDate: '1950-06-01', sex: 'male', ...more })

  test('stays in the file, and age stands still', async () => {
    const id = await aMan()
    expect((await dies(id, '2020-05-31')).status).toBe(200)
    expect(await person(id)).toMatchObject({ age: 69, diedOn: '2020-05-31' })
  })
  test('is asked for no consent and no signature, and gives none for a child', async () => {
    const id = await aMan()
    const child = await comes({ givenName: 'Ala', familyName: 'Zmarła', birthDate: '2018-01-01' })
    await relation(id, 'father', child, { authority: 'full' })
    expect((await consent(id, [id], addDays(today(), 100))).kept).toMatchObject({ state: 'valid' })
    expect((await consent(child, [id], addDays(today(), 100))).answered.status).toBe(200)
    await dies(id, today())
    const listed = await signers()
    expect(listed.map(({ personId }) => personId)).not.toContain(id)
    expect(listed.find(({ personId }) => personId === child)!.signers).toEqual([])
    for (const about of [id, child])
      expect((await consent(about, [id], addDays(today(), 100))).answered).toMatchObject({
        status: 400,
        json: { code: 'may-not-sign' },
      })
    const { signatories } = (await joanna('GET', `${family}/contracts/suggestion`)).json as {
      signatories: { personId: string }[]
    }
    expect(signatories.map(({ personId }) => personId)).not.toContain(id)
    const { bases } = (await joanna('GET', `${family}/bases`)).json as {
      bases: { personId: string; until: string }[]
    }
    expect(bases.find(({ personId }) => personId === id)!.until <= today()).toBe(true)
    // On a sheet for another who may sign stands their name, not the dead one's.
    const paper = await app.server.inject({
      url: `${family}/consent.pdf?person=${child}&to=${institutionId('school')}`,
      headers: { cookie: (await app.as('joanna')).cookie },
    })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper.rawPayload)), {
      mergePages: true,
    })
    expect(text).not.toContain('Hilary')
  })
  test('closes nothing to a partner that others of the household opened, for their own consent ended', async () => {
    const nina = (await app.as('nina')).ask
    const everybody = (await people())
      .filter(({ diedOn }) => !diedOn || diedOn === today())
      .map(({ personId }) => personId)
    const id = await aMan()
    for (const about of [...everybody, id])
      await app.rows(
        `insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, form, signed_by, recorded_by)
         select uuidv7(), c.scope_id, $1, c.from_institution_id, $2, 'consent', '{file}', 'próba', tstzrange(now(), now() + interval '90 days'), 'paper_signed', '{}', c.recorded_by
         from consents.basis c where c.id = $3`,
        [about, institutionId('ppp'), idOf('probni/basis/karolina/school')],
      )
    const goals = async () => ((await nina('GET', `${family}/basket`)).json as { goals: unknown[] }).goals
    const before = await goals()
    expect(before.length).toBeGreaterThan(0)
    await dies(id, addDays(today(), -1))
    expect(await goals()).toEqual(before)
    expect((await nina('GET', household)).text).not.toContain(id)
  })
  test('was not born after it, and a mistake is taken back', async () => {
    const id = await aMan()
    expect(await dies(id, '1949-01-01')).toMatchObject({
      status: 400,
      json: { code: 'died-before-birth', field: 'diedOn' },
    })
    expect(await dies(id, addDays(today(), 1))).toMatchObject({ status: 400, json: { field: 'diedOn' } })
    await dies(id, addDays(today(), -1))
    expect((await dies(id)).status).toBe(200)
    expect(await person(id)).toMatchObject({ diedOn: null })
    expect((await signers()).find(({ personId }) => personId === id)!.signers).toHaveLength(1)
    const verbs = await app.rows<{ verb: string }>(
      `select verb from journal.entry where subject_id = $1 order by at, id`,
      [id],
    )
    expect(verbs.map(({ verb }) => verb)).toEqual(['person.added', 'person.died', 'person.lives'])
  })
})

describe('a PESEL', () => {
  const keep = (id: string, pesel: string) => change(id, 'pesel', { pesel })
  test('is added later, tells what was not known, and is corrected; the journal keeps the one before', async () => {
    const id = await comes({ givenName: 'Jagna', familyName: 'Późna', birthYear: 1988 })
    const [first, right] = [peselOf('1988-03-04', 'female', 3), peselOf('1988-03-05', 'female', 3)]
    expect((await keep(id, first)).status).toBe(200)
    expect(await person(id)).toMatchObject({
      birthDate: '1988-03-04',
      sex: 'female',
      pesel: expect.stringContaining('88'),
    })
    expect((await keep(id, `${right.slice(0, 6)}-${right.slice(6)}`)).status).toBe(200)
    expect(await person(id)).toMatchObject({ birthDate: '1988-03-05' })
    const told = await app.rows<{ verb: string; fields: string[] }>(
      `select verb, fields from journal.entry where subject_id = $1 order by at, id`,
      [id],
    )
    expect(told.map(({ verb }) => verb)).toEqual([
      'person.added',
      'person.pesel-added',
      'person.pesel-corrected',
    ])
    expect(told.at(-1)!.fields).toContain('pesel')
  })
  test.each([
    ['of another day', { birthDate: '1990-01-01' }, peselOf('1987-03-04', 'female', 5)],
    ['of another year', { birthYear: 1986 }, peselOf('1987-03-04', 'female', 5)],
    ['of the other sex', { sex: 'male' }, peselOf('1987-03-04', 'female', 5)],
  ])('%s is refused at its field', async (_, facts, pesel) => {
    const id = await comes({ givenName: 'Anna', familyName: 'Niezgodna', ...facts })
    expect(await keep(id, pesel)).toMatchObject({
      status: 400,
      json: { code: 'pesel-disagrees', field: 'pesel' },
    })
  })
  test.each(['12345678901', peselOf('2044-05-05', 'female', 1)])(
    'that is none is refused: %s',
    async (pesel) => {
      const id = await comes({ givenName: 'Anna', familyName: 'Niezgodna' })
      expect(await keep(id, pesel)).toMatchObject({
        status: 400,
        json: { code: 'invalid', fields: [{ field: 'pesel', message: expect.stringContaining('11 cyfr') }] },
      })
    },
  )
  test('of somebody else is told to whoever may know them, and is unknown to all others', async () => {
    const pesel = peselOf('1979-09-09', 'female', 9)
    await comes({ givenName: 'Wiera', familyName: 'Znana', pesel })
    const id = await comes({ givenName: 'Hela', familyName: 'Podobna' })
    expect(await keep(id, pesel)).toMatchObject({
      status: 400,
      json: { code: 'pesel-of-another', field: 'pesel', detail: expect.stringContaining('Wiera Znana') },
    })
  })
  test('of a known person with another name is not theirs, by an everyday or another-lettered one it is', async () => {
    const pesel = peselOf('1991-02-03', 'female', 31)
    const id = await comes({ givenName: 'Katarzyna', familyName: 'Kowalenko', pesel })
    await app.rows(
      `update households.member set period = daterange(null, splot.today_pl()) where person_id = $1`,
      [id],
    )
    const again = (names: object) =>
      joanna('POST', `${household}/people`, {
        body: { memberId: randomUUID(), personId: randomUUID(), pesel, ...names },
      })
    for (const names of [
      { givenName: 'Teresa', familyName: 'Kowalenko' },
      { givenName: 'Katarzyna', familyName: 'Zmyślona' },
    ])
      expect(await again(names)).toMatchObject({
        status: 400,
        json: { code: 'pesel-of-another', field: 'pesel' },
      })
    expect(await again({ givenName: 'Катя', familyName: 'Коваленко' })).toMatchObject({
      status: 200,
      json: { personId: id },
    })
  })
})

describe('a relation', () => {
  let [marta, ola, stefan, ewa]: string[] = []
  beforeAll(async () => {
    marta = await comes({
      givenName: 'Marta',
      familyName: 'Pokrewna',
      sex: 'female',
      birthDate: '1985-01-01',
    })
    ola = await comes({ givenName: 'Ola', familyName: 'Pokrewna', sex: 'female' })
    stefan = await comes({ givenName: 'Stefan', familyName: 'Pokrewny', sex: 'male', birthYear: 1950 })
    ewa = await comes({ givenName: 'Ewa', familyName: 'Pokrewna', sex: 'female', birthYear: 1986 })
    expect((await relation(marta!, 'mother', ola!)).status).toBe(200)
  })
  test('that contradicts what is kept is refused', async () => {
    for (const [who, kind, whom] of [
      [ola, 'mother', marta],
      [ola, 'sister', marta],
      [marta, 'grandmother', ola],
      [marta, 'father', ola],
      [marta, 'husband', stefan],
      [ewa, 'mother', marta],
      [marta, 'child', ewa],
      [ola, 'grandmother', marta],
    ] as [string, string, string][])
      expect(await relation(who, kind, whom), `${kind}`).toMatchObject({
        status: 409,
        json: { code: 'relation-contradicts', field: 'kind' },
      })
  })
  test('kept the other way round is recognised as kept', async () => {
    for (const [who, kind, whom] of [
      [ola, 'daughter', marta],
      [ola, 'child', marta],
      [marta, 'mother', ola],
      [marta, 'parent', ola],
    ] as [string, string, string][])
      expect(await relation(who, kind, whom)).toMatchObject({ status: 409, json: { code: 'relation-known' } })
  })
  test('that nothing speaks against is kept, also a circle of help', async () => {
    expect((await relation(stefan!, 'father', marta!)).status).toBe(200)
    expect((await relation(stefan!, 'grandfather', ola!)).status).toBe(200)
    expect((await relation(stefan!, 'foster_father', ola!)).status).toBe(200)
    expect((await relation(marta!, 'actual_carer', stefan!)).status).toBe(200)
    expect((await relation(stefan!, 'trusted_person', marta!)).status).toBe(200)
    expect((await relation(marta!, 'trusted_person', stefan!)).status).toBe(200)
    expect(await relation(ola!, 'mother', stefan!), 'through others').toMatchObject({ status: 409 })
  })
  test('that says more than the one kept the other way round takes its place', async () => {
    const child = await comes({ givenName: 'Iga', familyName: 'Pokrewna', sex: 'female', birthYear: 2020 })
    expect((await relation(child, 'daughter', ewa!)).status).toBe(200)
    expect((await relation(ewa!, 'mother', child, { authority: 'full' })).status).toBe(200)
    const kept = await app.rows(
      'select kind, authority from households.relation where $1 in (person_id, to_person_id)',
      [child],
    )
    expect(kept).toEqual([{ kind: 'mother', authority: 'full' }])
  })
})

test('to whoever neither takes in nor sees somebody, their PESEL is a number like any other', async () => {
  const danuta = (await app.as('danuta')).ask
  const [pesel, another] = [peselOf('1975-05-05', 'female', 41), peselOf('1976-06-06', 'female', 42)]
  const elsewhere = [
    await comes({ givenName: 'Lidia', familyName: 'Nieznana', pesel }),
    await comes({ givenName: 'Maja', familyName: 'Nieznana', pesel: another }),
  ]
  await app.rows(`delete from households.member where person_id = any ($1)`, [elsewhere])
  const ended = await danuta('POST', `/api/delegations/${idOf('delegation/joanna/duty')}/end`, { body: {} })
  expect(ended.status, ended.text).toBe(200)
  const added = await comes({ givenName: 'Sonia', familyName: 'Wpisana', pesel })
  const kept = await comes({ givenName: 'Tola', familyName: 'Wpisana' })
  expect((await change(kept, 'pesel', { pesel: another })).status).toBe(200)
  expect(elsewhere).not.toContain(added)
  const apart = await app.rows<{ id: string; apart: boolean }>(
    `select id, apart from households.person where id = any ($1)`,
    [[...elsewhere, added, kept]],
  )
  expect(new Map(apart.map(({ id, apart }) => [id, apart]))).toEqual(
    new Map([
      [elsewhere[0], false],
      [elsewhere[1], false],
      [added, true],
      [kept, true],
    ]),
  )
  // Whom they see they know by it.
  const third = await comes({ givenName: 'Ula', familyName: 'Wpisana' })
  expect(await change(third, 'pesel', { pesel })).toMatchObject({
    status: 400,
    json: { code: 'pesel-of-another', detail: expect.stringContaining('Sonia Wpisana') },
  })
})
