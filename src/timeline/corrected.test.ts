import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// What was corrected about somebody stands in the course of the case, for whoever reads of them.

const family = idOf('probni/case')
const household = `/api/households/${idOf('probni/household')}`
let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => app.stop())

type Entry = { verb: string; values: Record<string, unknown> | null }
const changes = async (ask: Ask) =>
  (
    (await ask('GET', `/api/cases/${family}/timeline?kind=change&limit=100`)).json as { items: Entry[] }
  ).items.filter(({ verb }) => verb === 'person.corrected')

test('a birth date and a name that were corrected are told as they were and as they are', async () => {
  const joanna = (await app.as('joanna')).ask
  type Person = {
    personId: string
    givenName: string
    familyName: string
    birthDate: string
    sex: string
    languages: string[]
    version: number
  }
  const { people } = (await joanna('GET', household)).json as { people: Person[] }
  const kacper = people.find(({ givenName }) => givenName === 'Kacper')!
  const [year, month, day] = kacper.birthDate.split('-')
  const other = `${Number(year) - 1}-${month}-${day}`
  const changed = await joanna('PATCH', `${household}/people/${kacper.personId}`, {
    body: {
      givenName: 'Kacper Jan',
      familyName: kacper.familyName,
      birthDate: other,
      sex: kacper.sex,
      languages: kacper.languages,
    },
    headers: { 'if-match': String(kacper.version) },
  })
  expect(changed.status, changed.text).toBe(200)
  const name = `Kacper ${kacper.familyName}`
  expect(await changes(joanna)).toMatchObject([
    {
      values: {
        name,
        words: `${name} → Kacper Jan ${kacper.familyName}; ${day}.${month}.${year} → ${day}.${month}.${Number(year) - 1}`,
      },
    },
  ])
  // Nobody of the foundation was consented to.
  expect(await changes((await app.as('ola')).ask)).toEqual([])
})
