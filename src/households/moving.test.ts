import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

const household = `/api/households/${idOf('probni/household')}`
const person = {
  givenName: 'Wacława',
  familyName: 'Wędrująca',
  birthYear: 1944,
  pesel: '44051401359',
}
const days = (count: number) => addDays(today(), count)

let app: PracticeApp
let ask: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  ask = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

const comes = (memberId: string) =>
  ask('POST', `${household}/people`, { body: { memberId, personId: randomUUID(), ...person } })
const movesOut = async (memberId: string, movedOutOn: string) => {
  const [{ version }] = (await app.rows<{ version: number }>(
    'select version from households.member where id = $1',
    [memberId],
  )) as [{ version: number }]
  return ask('PATCH', `${household}/members/${memberId}`, {
    body: { part: 'supported', livesHere: true, runsHousehold: true, movedOutOn },
    headers: { 'if-match': String(version) },
  })
}

test('who moved out and comes back lives here from the day they came back, and the time away stays known', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  const { json } = await comes(first)
  expect((await movesOut(first, days(-10))).status).toBe(200)
  expect((await comes(second)).json).toEqual(json)
  const periods = await app.rows<{ period: string }>(
    'select period::text from households.member where person_id = $1 order by period',
    [(json as { personId: string }).personId],
  )
  expect(periods.map(({ period }) => period)).toEqual([`(,${days(-9)})`, `[${today()},)`])
})

test('nobody has moved out on a day that has not come', async () => {
  const id = randomUUID()
  await comes(id)
  const [member] = await app.rows<{ id: string }>(
    'select m.id from households.member m join households.person p on p.id = m.person_id where p.given_name = $1 and upper_inf(m.period)',
    [person.givenName],
  )
  expect(await movesOut(member!.id, days(3))).toMatchObject({
    status: 400,
    json: { code: 'not-moved-out-yet', field: 'movedOutOn' },
  })
})
