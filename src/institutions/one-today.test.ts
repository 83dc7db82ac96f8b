import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// One today: that of the database. The app may run on another machine, whose clock has passed midnight or not yet.

let app: PracticeApp
let danuta: Ask
const real = today()
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  danuta = (await app.as('danuta')).ask
})
afterAll(() => app.stop())
afterEach(() => {
  vi.useRealTimers()
})
const whileItIs = (day: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T12:00:00Z`) })
const yesterday = addDays(real, -1)
const tomorrow = addDays(real, 1)

const away = (day: string) =>
  danuta('POST', `/api/workers/${workerId('pawel')}/absences`, {
    body: { id: randomUUID(), from: day, until: day },
  })
const standIn = (until: string) =>
  danuta('POST', '/api/institutions/mine/delegations', {
    body: { id: randomUUID(), workerId: workerId('pawel'), part: 'stand_in', until },
  })

test.each([yesterday, tomorrow])(
  'where the app thinks it is %s, the day that is over is refused at its field',
  async (day) => {
    whileItIs(day)
    expect(await away(yesterday)).toMatchObject({
      status: 409,
      json: { code: 'time-in-the-past', field: 'from' },
    })
    expect(await standIn(yesterday)).toMatchObject({
      status: 409,
      json: { code: 'time-in-the-past', field: 'until' },
    })
  },
)

test.each([yesterday, tomorrow])(
  'where the app thinks it is %s, today is taken, and My day is of today',
  async (day) => {
    whileItIs(day)
    const absence = randomUUID()
    const noted = await danuta('POST', `/api/workers/${workerId('pawel')}/absences`, {
      body: { id: absence, from: real, until: real },
    })
    expect(noted.status, noted.text).toBe(200)
    await danuta('POST', `/api/absences/${absence}/end`, { body: {} })
    expect((await danuta('GET', '/api/day')).json).toMatchObject({ today: real })
  },
)

test('what was decided tomorrow is not taken, whatever the app thinks', async () => {
  whileItIs(tomorrow)
  const offered = await danuta('POST', `/api/partnerships/${idOf('partnership/oksa')}/lead`, {
    body: {
      id: randomUUID(),
      institutionId: idOf('institution/pcpr'),
      decidedOn: tomorrow,
      decision: 'Uchwała.',
    },
  })
  expect(offered, offered.text).toMatchObject({
    status: 409,
    json: { code: 'in-the-future', field: 'decidedOn' },
  })
})
