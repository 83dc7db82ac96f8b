import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// What the head of the centre decides and knows: Danuta; Joanna takes concerns up, Marta works there too.

let app: PracticeApp
let danuta: Ask
let joanna: Ask
let wanda: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  danuta = (await app.as('danuta')).ask
  joanna = (await app.as('joanna')).ask
  wanda = (await app.as('wanda')).ask
})
afterAll(() => app.stop())

type Led = {
  id: string
  coordinator: { id: string } | null
  lateTasks: number
  lateAnswers: number
  reviewOn: string | null
}
const led = async () => ((await danuta('GET', '/api/cases/led')).json as { families: Led[] }).families
/** A family that Joanna took up and proposed herself for. */
async function aProposal() {
  const concern = randomUUID()
  await wanda('POST', '/api/concerns', {
    body: {
      id: concern,
      partnershipId: idOf('partnership/oksa'),
      who: 'Rodzina zza młyna',
      worries: ['school_absence'],
      what: 'Od tygodnia nie widać dzieci.',
      urgency: 'within_days',
      familyKnows: 'no',
    },
  })
  const id = randomUUID()
  const taken = await joanna('POST', `/api/concerns/${concern}/take-up`, {
    body: {
      caseId: id,
      household: { id: randomUUID(), label: 'Zamłyńscy' },
      people: [{ memberId: randomUUID(), personId: randomUUID(), givenName: 'Ala', familyName: 'Zamłyńska' }],
      coordinate: true,
    },
  })
  expect(taken.status, taken.text).toBe(200)
  return id
}
const coordinatorOf = async (id: string) =>
  (
    (await joanna('GET', `/api/cases/${id}`)).json as {
      coordinator: { name: string; proposed: boolean }
    }
  ).coordinator

test('whoever proposed themselves coordinates at once; the head agrees, once', async () => {
  const id = await aProposal()
  expect(await coordinatorOf(id)).toMatchObject({ proposed: true })
  const confirm = () => danuta('POST', `/api/cases/${id}/coordinator/confirm`, { body: {} })
  expect((await confirm()).status).toBe(200)
  expect(await coordinatorOf(id)).toMatchObject({ proposed: false })
  expect((await confirm()).json).toMatchObject({ code: 'nobody-proposed' })
})

test('or the head appoints somebody else, and nothing is left to agree to', async () => {
  const id = await aProposal()
  const marta = workerId('marta')
  const appointed = await danuta('POST', `/api/cases/${id}/coordinator`, {
    body: { id: randomUUID(), workerId: marta },
  })
  expect(appointed.status, appointed.text).toBe(200)
  expect((await led()).find((each) => each.id === id)!.coordinator!.id).toBe(marta)
  const waits = await app.rows(
    `select from asks.ask where scope_id = $1 and kind = 'proposal' and outcome is null`,
    [id],
  )
  expect(waits).toEqual([])
})

test('the head reads who leads how many, and what is past its day, in numbers', async () => {
  const id = idOf('probni/case')
  const before = (await led()).find((each) => each.id === id)!
  await app.rows(
    `insert into worklist.task (id, scope_id, class, what, institution_id, worker_id, due, added_by)
     values (gen_random_uuid(), $1, 'own', 'Zadzwonić.', $2, $3, $4, $3)`,
    [id, institutionId('gops'), before.coordinator!.id, addDays(today(), -1)],
  )
  const after = (await led()).find((each) => each.id === id)!
  expect(after.lateTasks).toBe(before.lateTasks + 1)
  expect(after.lateAnswers).toBe(before.lateAnswers)
  const mine = (await led()).filter(({ coordinator }) => coordinator?.id === before.coordinator!.id)
  expect(mine.length).toBeGreaterThan(1)
  expect((await joanna('GET', '/api/cases/led')).json).toEqual({ families: [] })
})
