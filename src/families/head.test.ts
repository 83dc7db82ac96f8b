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

test('a family that calls is found by the name of one of its people, for a purpose; what is kept has no word of it', async () => {
  const search = (ask: Ask, name: string) =>
    ask('POST', '/api/cases/look-up', { body: { name, purpose: 'calls' } })
  const [mother] = await app.rows<{ name: string }>(
    `select p.name from households.person p join households.member m on m.person_id = p.id
     join cases."case" c on c.household_id = m.household_id where c.id = $1 order by p.birth_date limit 1`,
    [idOf('probni/case')],
  )
  const found = await search(danuta, mother!.name)
  expect(found.status, found.text).toBe(200)
  expect(found.json).toContainEqual(
    expect.objectContaining({ id: idOf('probni/case'), label: 'Próbni', coordinator: 'Joanna Przykładna' }),
  )
  expect(Object.keys((found.json as object[])[0]!).sort()).toEqual(
    ['code', 'coordinator', 'coordinatorPhone', 'id', 'label', 'locality'].sort(),
  )
  expect((await search(danuta, 'Zupełnienikt')).json).toEqual([])
  expect((await search(joanna, mother!.name)).status, 'who heads nothing finds nothing').toBe(404)

  const kept = await app.rows<{ shown: string[] }>('select * from families.look_up order by at')
  expect(kept).toMatchObject([
    { worker_id: workerId('danuta'), purpose: 'calls', shown: expect.arrayContaining([idOf('probni/case')]) },
    { worker_id: workerId('danuta'), purpose: 'calls', shown: [] },
  ])
  const entries = await app.rows(`select * from journal.entry where verb = 'desk.looked-up'`)
  expect(entries).toHaveLength(2)
  expect(JSON.stringify([kept, entries])).not.toMatch(new RegExp(`${mother!.name}|Zupełnie`))
  const looks = await app.rows(`select from journal.look where scope_id = $1 and page = 'look-up'`, [
    idOf('probni/case'),
  ])
  expect(looks).toHaveLength(1)
})

test('of a family that a head is kept from nothing is found, and nothing tells it', async () => {
  const id = await aProposal()
  const search = async () =>
    (await danuta('POST', '/api/cases/look-up', { body: { name: 'Ala Zamłyńska', purpose: 'complaint' } }))
      .json
  expect(await search()).toContainEqual(expect.objectContaining({ id }))
  await app.rows(
    `insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) values (gen_random_uuid(), $1, $2, 'kin', $2)`,
    [id, workerId('danuta')],
  )
  expect(await search()).not.toContainEqual(expect.objectContaining({ id }))
})
