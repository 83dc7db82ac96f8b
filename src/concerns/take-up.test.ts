import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { peselOf } from '../../practice/pesel-of.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Joanna takes a concern up and types the people of the household: nobody whom she typed may be lost.

let app: PracticeApp
let intake: Ask
let reporter: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  intake = (await app.as('joanna')).ask
  reporter = (await app.as('wanda')).ask
})
afterAll(() => app.stop())

async function aConcern(more: object = {}) {
  const id = randomUUID()
  const answered = await reporter('POST', '/api/concerns', {
    body: {
      id,
      partnershipId: idOf('partnership/oksa'),
      who: 'Rodzina zza remizy',
      worries: ['school_absence'],
      what: 'Od tygodnia nie widać dzieci.',
      urgency: 'within_days',
      familyKnows: 'no',
      ...more,
    },
  })
  return { id, answered }
}
const somebody = (givenName: string, more: object = {}) => ({
  memberId: randomUUID(),
  personId: randomUUID(),
  givenName,
  familyName: 'Zmyślona',
  ...more,
})
async function takeUp(people: object[], household: object = {}) {
  const { id } = await aConcern()
  const home = randomUUID()
  const answered = await intake('POST', `/api/concerns/${id}/take-up`, {
    body: { caseId: randomUUID(), household: { id: home, label: 'Zmyślone', ...household }, people },
  })
  const names = await app.rows<{ name: string }>(
    'select p.given_name as name from households.member m join households.person p on p.id = m.person_id where m.household_id = $1 order by 1',
    [home],
  )
  return { ...answered, names: names.map(({ name }) => name) }
}

const oli = peselOf('2015-03-04', 'female', 11)
const fields = ({ json }: { json: unknown }) =>
  ((json as { fields?: { field: string; message: string }[] }).fields ?? []).map(({ field }) => field)

test('two children with one PESEL are refused at the second; nobody is lost, nothing is opened', async () => {
  const children = [
    somebody('Ola', { pesel: oli }),
    somebody('Ala', { pesel: `${oli.slice(0, 6)} ${oli.slice(6)}` }),
  ]
  expect(await takeUp(children)).toMatchObject({
    status: 400,
    json: { code: 'pesel-twice', field: 'people.1.pesel' },
    names: [],
  })
  expect(await takeUp([children[0]!, somebody('Ala')])).toMatchObject({ status: 200, names: ['Ala', 'Ola'] })
})

test('a child typed with the PESEL of somebody else who is known is not turned into them', async () => {
  const kept = peselOf('2014-01-02', 'male', 12)
  await takeUp([somebody('Jan', { pesel: kept })])
  expect(await takeUp([somebody('Tomek', { pesel: kept })])).toMatchObject({
    status: 400,
    json: { code: 'pesel-of-another', field: 'people.0.pesel' },
    names: [],
  })
  expect(await takeUp([somebody('jan', { pesel: kept })])).toMatchObject({ status: 200, names: ['Jan'] })
})

test('the same known person is not chosen twice', async () => {
  const one = somebody('Ela')
  expect(await takeUp([one, { ...one, memberId: randomUUID() }])).toMatchObject({
    status: 400,
    json: { field: 'people.1.personId' },
  })
})

describe('what a PESEL tells agrees with what was typed', () => {
  const adult = peselOf('1987-03-04', 'female', 3)
  test.each([
    [{ pesel: adult, birthDate: '1990-01-01' }, 'people.0.birthDate'],
    [{ pesel: adult, sex: 'male' }, 'people.0.sex'],
    [{ pesel: adult, birthYear: 1986 }, 'people.0.birthYear'],
    [{ pesel: peselOf('2027-05-05', 'female', 1) }, 'people.0.pesel'],
    [{ birthDate: '1990-01-01', birthYear: 1950 }, 'people.0.birthYear'],
  ])('%o is refused at %s', async (facts, field) => {
    expect(await takeUp([somebody('Anna', facts)])).toMatchObject({ status: 400, json: { field }, names: [] })
  })
  test('and fills in what was not typed', async () => {
    const anna = somebody('Anna', { pesel: adult })
    expect((await takeUp([anna])).status).toBe(200)
    expect(
      await app.rows('select birth_date::text as born, sex from households.person where id = $1', [
        anna.personId,
      ]),
    ).toEqual([{ born: '1987-03-04', sex: 'female' }])
  })
})

describe('a name', () => {
  test.each([
    '\u200b',
    ' \u2060\ufeff ',
    '\u00ad\u200d',
    '\u3164',
    '\u2800',
    '–',
    '😀',
    '2\u115f',
    '.\u0301',
  ])('needs a letter that one can see: %o', async (givenName) => {
    expect(await takeUp([somebody(givenName)])).toMatchObject({
      status: 400,
      json: {
        fields: [
          {
            field: 'people.0.givenName',
            message: expect.stringMatching(/^(Tego brakuje|Wpisz choć jedną literę)\.$/),
          },
        ],
      },
    })
  })
  test('is one line', async () => {
    expect(await takeUp([somebody('Anna\nMaria\u2028Ewa')])).toMatchObject({
      status: 200,
      names: ['Anna Maria Ewa'],
    })
  })
})

test('keys that nobody knows are named, wherever they stand', async () => {
  const answered = await takeUp([somebody('Anna', { birthdate: '1990-01-01', gender: 'female' })], {
    village: 'Oksa',
  })
  expect(answered.status).toBe(400)
  expect(new Set(fields(answered))).toEqual(
    new Set(['household.village', 'people.0.birthdate', 'people.0.gender']),
  )
})

test('at most twenty people at once are people, not characters', async () => {
  const answered = await takeUp(Array.from({ length: 21 }, (_, i) => somebody(`Osoba ${i}`)))
  expect(answered).toMatchObject({
    status: 400,
    json: { fields: [{ field: 'people', message: 'Najwyżej 20 osób naraz.' }] },
  })
})

test.each(['9999999', '2602', '2602000'])(
  'a commune that is none (%s) is refused at its field',
  async (commune) => {
    expect(await takeUp([somebody('Anna')], { commune })).toMatchObject({
      status: 400,
      json: { field: 'household.commune' },
    })
    const { answered } = await aConcern({ commune })
    expect(answered).toMatchObject({ status: 400, json: { field: 'commune' } })
  },
)

test('people are searched for a concern that waits for my answer, and for no other', async () => {
  const { id } = await aConcern()
  const search = () =>
    intake('POST', `/api/concerns/${id}/people-search`, { body: { name: 'Karolina Próbna' } })
  expect((await search()).text).toContain('Karolina')
  await intake('POST', `/api/concerns/${id}/no-action`, { body: { reason: 'Rodzina ma już pomoc.' } })
  expect((await intake('GET', `/api/concerns/${id}`)).status, 'it is still read').toBe(200)
  expect(await search()).toMatchObject({ status: 404, json: { code: 'not-found' } })
  const searches = await app.rows('select from concerns.people_search where concern_id = $1', [id])
  expect(searches).toHaveLength(1)
})

test('who is what to the children is written down with them, and what cannot be true opens nothing', async () => {
  const mother = somebody('Hanna', { birthYear: 1991 })
  const child = somebody('Borys', { birthYear: 2018 })
  const takenUp = async (personId: string, toPersonId: string) => {
    const { id } = await aConcern()
    const home = randomUUID()
    const { status } = await intake('POST', `/api/concerns/${id}/take-up`, {
      body: {
        caseId: randomUUID(),
        household: { id: home, label: 'Zmyślone' },
        people: [mother, child].map((person) => ({ ...person, memberId: randomUUID() })),
        relations: [{ id: randomUUID(), personId, toPersonId, kind: 'mother', authority: 'full' }],
      },
    })
    const kept = await app.rows('select kind, authority from households.relation where household_id = $1', [
      home,
    ])
    return { status, kept }
  }
  expect(await takenUp(child.personId, mother.personId)).toEqual({ status: 409, kept: [] })
  expect(await takenUp(mother.personId, child.personId)).toEqual({
    status: 200,
    kept: [{ kind: 'mother', authority: 'full' }],
  })
})
