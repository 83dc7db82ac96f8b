import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, doing, type Partnership, police, school, type Worker } from '../proof/partnership.ts'
import { competenceChanges, competenceRows } from './questions.ts'
import { setCompetence } from './set-competence.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  partnership = await aPartnership(database).with(police, school)
})
afterAll(() => database.drop())

type Part = 'leads' | 'must' | 'may' | 'none'
const set = (whom: Worker, problemKind: string, institutionKind: string, part: Part) =>
  doing(database, whom, (work) =>
    setCompetence(work, partnership.id, {
      id: randomUUID(),
      problemKind,
      institutionKind,
      part,
      reason: 'tak ustaliliśmy',
    }),
  )
const partsIn = async (problemKind: string, whom = partnership.of(school).workers[0]) =>
  Object.fromEntries(
    (await doing(database, whom, (work) => work.all(competenceRows(partnership.id))))
      .filter((row) => row.problemKind === problemKind)
      .map((row) => [row.institutionKind, row.part]),
  )

test('the proposal holds until the partnership changes it, and the change says why', async () => {
  expect(await partsIn('poverty')).toMatchObject({ social_assistance_centre: 'leads', primary_school: 'may' })
  await set(partnership.centre.head, 'poverty', 'primary_school', 'must')
  await set(partnership.centre.head, 'poverty', 'food_bank', 'none')
  const parts = await partsIn('poverty')
  expect(parts).toMatchObject({ primary_school: 'must' })
  expect(parts).not.toHaveProperty('food_bank')
  const changes = await doing(database, partnership.of(police).workers[0], (work) =>
    work.all(competenceChanges(partnership.id)),
  )
  expect(changes).toMatchObject([
    { institutionKind: 'food_bank', from: 'may', to: 'none', reason: 'tak ustaliliśmy' },
    { institutionKind: 'primary_school', from: 'may', to: 'must' },
  ])
})

test('one kind leads: the one that led before may help', async () => {
  await set(partnership.centre.head, 'debt', 'primary_school', 'leads')
  expect(await partsIn('debt')).toMatchObject({ primary_school: 'leads', social_assistance_centre: 'may' })
})

test('what the law demands is not weakened, and nobody else leads there', async () => {
  await expect(set(partnership.centre.head, 'domestic_violence', 'police_county', 'may')).rejects.toThrow(
    'competence:law-demands',
  )
  await expect(set(partnership.centre.head, 'domestic_violence', 'primary_school', 'leads')).rejects.toThrow(
    /competence:law-(demands|says-who-leads)/,
  )
  await expect(set(partnership.centre.head, 'domestic_violence', 'library', 'leads')).rejects.toThrow(
    'competence:law-says-who-leads',
  )
})

test('only the leader changes it, and another partnership is not touched', async () => {
  await expect(set(partnership.of(police).head, 'poverty', 'primary_school', 'may')).rejects.toThrow(
    'partnerships:only-the-leader',
  )
  await expect(set(partnership.centre.workers[0], 'poverty', 'primary_school', 'may')).rejects.toThrow(
    'partnerships:only-the-leader',
  )
  const other = await aPartnership(database).with(school)
  const rows = await doing(database, other.centre.head, (work) => work.all(competenceRows(other.id)))
  expect(
    rows.find((row) => row.problemKind === 'poverty' && row.institutionKind === 'primary_school')?.part,
  ).toBe('may')
  expect(
    (await doing(database, other.centre.head, (work) => work.all(competenceRows(partnership.id)))).some(
      ({ own }) => own,
    ),
  ).toBe(false)
})
