import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

// The practice family Próbni: Joanna (centre) coordinates it, Magda (school) and Nina (counselling centre) and Halina (clinic) on
// the team. Karolina and Mirosław are parents of Oliwia, Kacper and Hania. What was consented to before is withdrawn.

const family = idOf('probni/case')
const person = (name: string) => idOf(`probni/person/${name}`)
const path = (rest: string) => `/api/cases/${family}/${rest}`
let app: PracticeApp
let joanna: Ask
let magda: Ask
let nina: Ask
let halina: Ask
let names: Record<'centre' | 'school' | 'ppp' | 'clinic', string>

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
  nina = (await app.as('nina')).ask
  halina = (await app.as('halina')).ask
  await app.rows(
    `update consents.basis set withdrawn_at = greatest(now(), lower(period)) where scope_id = '${family}'`,
  )
  const [row] = await app.rows<typeof names>(
    `select (select coalesce(short_name, name) from institutions.institution where id = $1) as centre,
       (select coalesce(short_name, name) from institutions.institution where id = $2) as school,
       (select coalesce(short_name, name) from institutions.institution where id = $3) as ppp,
       (select coalesce(short_name, name) from institutions.institution where id = $4) as clinic`,
    [institutionId('gops'), institutionId('school'), institutionId('ppp'), institutionId('clinic')],
  )
  names = row!
})
afterAll(() => app.stop())

const asked = async <Answer>(who: Ask, method: string, rest: string, body?: object) => {
  const answered = await who(method, path(rest), body && { body })
  expect(answered.status, answered.text).toBe(200)
  return answered.json as Answer
}
type Whom = {
  people: { id: string; givenName: string; child: boolean }[]
  everybody: string[]
  ours: { people: string[] }
}
type Readers = { reads: string[]; others: string[] | null }
const readers = (who: Ask, about: string[], dataClass = 'file') =>
  asked<Readers>(who, 'POST', 'readers', { class: dataClass, about: about.map(person) })

const agreeTo = async (about: string, boxes: { at: 'school' | 'ppp'; classes: string[] }[]) => {
  const id = randomUUID()
  const rows = boxes.map(({ at, classes }) => ({ institutionId: institutionId(at), classes }))
  const sheets = [{ id, personId: person(about), signerId: person(about), boxes: rows }]
  await asked(joanna, 'POST', 'sheets', { sheets })
  await asked(joanna, 'POST', 'sheets/answers', {
    form: 'paper_signed',
    signedOn: today(),
    until: addDays(today(), 300),
    answers: [{ sheetId: id, yes: rows, earlier: [] }],
  })
}
const note = async (who: Ask, more: object) => {
  const id = randomUUID()
  await asked(who, 'POST', 'contacts', {
    id,
    kind: 'phone',
    happenedAt: '2026-11-20T10:00:00Z',
    what: 'Rozmowa o tym, co dalej.',
    ...more,
  })
  return id
}
const contactsOf = async (who: Ask) =>
  (
    await asked<{ items: { id: string; about: string[]; readers: Readers | null }[] }>(
      who,
      'GET',
      'contacts?limit=100',
    )
  ).items
const contact = async (who: Ask, id: string) => (await contactsOf(who)).find((each) => each.id === id)

describe('whom it is about where nobody is named', () => {
  test('is told before it is written, and is what is then kept', async () => {
    const told = await asked<Whom>(magda, 'GET', 'whom')
    expect(new Set(told.ours.people)).toEqual(new Set(['oliwia', 'kacper', 'haniap'].map(person)))
    expect(told.people, 'no name that she may not know').toEqual([])
    const mine = await note(magda, { task: { id: randomUUID(), what: 'Zadzwonić do domu.' } })
    expect((await contact(magda, mine))?.about).toEqual(told.ours.people)
    const [task] = await app.rows<{ about: string[] }>(
      'select about from worklist.task where source_id = $1',
      [mine],
    )
    expect(task!.about, 'a task is about whom its note is').toEqual(told.ours.people)

    const atTheCentre = await asked<Whom>(joanna, 'GET', 'whom')
    expect(atTheCentre.ours.people).toEqual(atTheCentre.everybody)
    expect(atTheCentre.people.filter(({ child }) => child).map(({ givenName }) => givenName)).toEqual([
      'Oliwia',
      'Kacper',
      'Hania',
    ])
  })

  test('of a life domain is what a view, a level and a goal are then about', async () => {
    type InDomains = { domain: string; ours: { people: string[] }; shared: { people: string[] } }[]
    for (const who of [joanna, magda]) {
      const told = await asked<InDomains>(who, 'GET', 'domains/whom')
      const of = (domain: string) => told.find((each) => each.domain === domain)!
      const { everybody } = await asked<Whom>(who, 'GET', 'whom')
      const { people } = await asked<Whom>(joanna, 'GET', 'whom')
      const adults = people.filter(({ child }) => !child).map(({ id }) => id)
      expect(new Set(of('income').ours.people)).toEqual(new Set(adults))
      expect(of('housing').ours.people).toEqual(everybody)
      expect(of('health').shared.people).toEqual(everybody)
      if (who === magda)
        expect(new Set(of('health').ours.people)).toEqual(new Set(['oliwia', 'kacper', 'haniap'].map(person)))
    }
  })

  test('is not told to somebody who does not work with the family', async () => {
    const kamil = (await app.as('kamil')).ask
    expect((await kamil('GET', path('whom'))).status).toBe(404)
    expect((await kamil('GET', path('domains/whom'))).status).toBe(404)
    const body = { class: 'file', about: [person('kacper')] }
    expect((await kamil('POST', path('readers'), { body })).status).toBe(404)
  })
})

describe('who will read it', () => {
  test('is the centre alone while nobody has agreed, and only the coordinator learns who does not', async () => {
    expect(await readers(joanna, ['karolina'])).toEqual({
      reads: [names.centre],
      others: [names.clinic, names.ppp, names.school].sort(),
    })
    expect(await readers(magda, ['karolina'])).toEqual({ reads: [names.centre, names.school], others: null })
  })

  test('is true: what was told is who then reads it', async () => {
    const before = await note(joanna, { about: [person('karolina')], open: true })
    await agreeTo('karolina', [
      { at: 'school', classes: ['file'] },
      { at: 'ppp', classes: ['file', 'health'] },
    ])
    await agreeTo('miroslaw', [{ at: 'ppp', classes: ['file'] }])
    const who = { centre: joanna, school: magda, ppp: nina, clinic: halina }
    const seen = async (id: string) => {
      const entries = Object.entries(who) as [keyof typeof who, Ask][]
      const found = await Promise.all(
        entries.map(async ([at, each]) => ((await contact(each, id)) ? [names[at]] : [])),
      )
      return found.flat().sort()
    }
    const told = new Set<string>()
    for (const writer of Object.values(who))
      for (const about of [
        ['karolina'],
        ['miroslaw'],
        ['karolina', 'miroslaw'],
        ['kacper'],
        ['karolina', 'kacper'],
      ])
        for (const dataClass of ['file', 'health', 'justice']) {
          const promised = await readers(writer, about, dataClass)
          const id = await note(writer, { about: about.map(person), class: dataClass, open: true })
          expect(await seen(id), `${about}, ${dataClass}`).toEqual([...promised.reads].sort())
          expect((await contact(writer, id))?.readers, 'and so it says afterwards').toEqual(promised)
          if (promised.others)
            expect([...promised.reads, ...promised.others].sort()).toEqual(Object.values(names).sort())
          told.add(promised.reads.join())
        }
    expect(told.size, 'one that always says the same proves nothing').toBeGreaterThan(4)
    expect(await seen(before)).toEqual([...(await contact(joanna, before))!.readers!.reads].sort())
  })

  test('of a note not opened yet is told to its institution; of another’s, to who coordinates alone', async () => {
    const kept = await note(nina, { about: [person('karolina')] })
    expect((await contact(nina, kept))?.readers?.reads).toEqual(
      [names.centre, names.ppp, names.school].sort(),
    )
    await asked(nina, 'POST', `contacts/${kept}/open`)
    expect((await contact(joanna, kept))?.readers?.reads).toContain(names.school)
    expect((await contact(magda, kept))?.readers).toBe(null)
  })
})
