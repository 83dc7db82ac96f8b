import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { peselOf } from '../../practice/pesel-of.ts'
import { addPerson, readHousehold } from '../households/keep-household.ts'
import { keptPesel } from '../households/pesel.ts'
import { aCase, aConcern, type Case, done } from '../proof/case.ts'
import { aDatabase, testKeys } from '../proof/database.ts'
import { answerOf, aPartnership, doing, type Partnership, school, type Worker } from '../proof/partnership.ts'
import { findBeforeCreating } from './find-before-creating.ts'
import { takeUp } from './take-up.ts'

// Whoever takes in concerns and is excluded from a family meets it as a stranger would: nothing answers otherwise.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let intake: Worker
let colleague: Worker
let serial = 100
let known: string
let childs: string
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school)
  family = await aCase(database, partnership)
  intake = partnership.centre.head
  colleague = partnership.centre.workers[3]
  known = peselOf('1990-05-05', 'female', serial++)
  childs = peselOf('2019-06-06', 'female', serial++)
  await withPesel(known)
})

const withPesel = async (pesel: string, householdId = family.householdId, by = intake) =>
  doing(database, by, (work) => addPerson(work, householdId, aPerson(pesel)))
const aPerson = (pesel?: string, personId: string = randomUUID()) => ({
  known: false,
  memberId: randomUUID(),
  personId,
  givenName: 'Ewa',
  familyName: 'Znana',
  ...(pesel && { pesel }),
})
const excludeIntake = () =>
  done(
    answerOf(
      database,
      family.coordinator,
      sql`cases.exclude(${randomUUID()}, ${family.id}, ${intake.workerId}, 'neighbour')`,
    ),
  )
const concern = () => aConcern(database, partnership, { by: partnership.of(school).workers[0] })
const takesUp = async (people: ReturnType<typeof aPerson>[], by = intake) => {
  const [concernId, caseId, householdId] = [await concern(), randomUUID(), randomUUID()]
  const answer = await doing(database, by, (work) =>
    takeUp(work, concernId, { caseId, household: { id: householdId, label: 'Nowi', known: false }, people }),
  ).catch((error) => error.name)
  return { answer, caseId, householdId }
}
const found = async (pesel: string, by = intake) => {
  const concernId = await concern()
  return doing(database, by, (work) => findBeforeCreating(work, concernId, { name: 'Nikt Taki', pesel }))
}
const peopleOf = (householdId: string, by = intake) =>
  doing(database, by, (work) => readHousehold(work, householdId)).then(({ people }) => people)

test('a number of the family is taken up as a number of nobody is, and kept', async () => {
  await excludeIntake()
  const nobodys = await takesUp([aPerson(peselOf('1991-01-01', 'female', serial++))])
  const theirs = await takesUp([aPerson(known)])
  expect(theirs.answer).toEqual({ id: theirs.caseId })
  expect(nobodys.answer).toEqual({ id: nobodys.caseId })
  const [person] = await peopleOf(theirs.householdId)
  expect(person).toMatchObject({ familyName: 'Znana', pesel: expect.stringMatching(/^90•+/) })
})

test('added to a household, the answer is that of an unknown number, and so is the second time', async () => {
  await excludeIntake()
  const { householdId } = await takesUp([])
  for (const number of [known, peselOf('1992-02-02', 'female', serial++)]) {
    const adds = () => withPesel(number, householdId).catch((error) => error.name)
    expect(await adds()).toEqual({ personId: expect.any(String) })
    expect(await adds(), 'one person, whom they know by now').toBe('households:pesel-lives-here')
  }
  expect(await peopleOf(householdId)).toHaveLength(2)
})

test('their search finds whom they entered and nobody else; others find both', async () => {
  await excludeIntake()
  expect(await found(known)).toEqual([])
  const { caseId } = await takesUp([aPerson(known)])
  expect((await found(known)).map(({ openCase }) => openCase?.caseId)).toEqual([caseId])
  await answerOf(database, intake, sql`institutions.name_head(${randomUUID()}, ${colleague.workerId}, now())`)
  expect((await found(known, colleague)).map(({ openCase }) => openCase?.caseId).sort()).toEqual(
    [caseId, family.id].sort(),
  )
})

test('an identifier remembered from before is that of nobody', async () => {
  const { personId } = await withPesel(childs)
  await excludeIntake()
  const { householdId, answer } = await takesUp([aPerson(undefined, personId)])
  expect(answer).toEqual({ id: expect.any(String) })
  const [person] = await peopleOf(householdId)
  expect(person!.personId).not.toBe(personId)
  expect(person!.personId[14], 'nor does its own tell by its kind that it was given').toBe('4')
})

test('a person whom they see in another household is known to them, without what the family is', async () => {
  const { personId } = await withPesel(childs)
  const elsewhere = await takesUp([aPerson(childs)])
  expect((await peopleOf(elsewhere.householdId)).map((each) => each.personId)).toEqual([personId])
  await excludeIntake()
  const candidates = await found(childs)
  expect(candidates.map((each) => [each.personId, each.openCase?.caseId])).toEqual([
    [personId, elsewhere.caseId],
  ])
})

test('whoever is not barred goes on finding one person for one number', async () => {
  await excludeIntake()
  await takesUp([aPerson(known)])
  await answerOf(database, intake, sql`institutions.name_head(${randomUUID()}, ${colleague.workerId}, now())`)
  const { householdId } = await takesUp([aPerson(known)], colleague)
  const index = keptPesel(testKeys, partnership.id, known).index
  const [person] = await peopleOf(householdId, colleague)
  const first = await answerOf<boolean>(
    database,
    colleague,
    sql`exists (select from households.find_before_creating(${partnership.id}, 'x', null, ${index}) f where f.person_id = ${person!.personId})`,
  )
  expect(first).toBe(true)
  expect(await found(known, colleague), 'no third one').toHaveLength(2)
})
