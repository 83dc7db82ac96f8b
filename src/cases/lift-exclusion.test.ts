import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// An exclusion that was a mistake is lifted; until then who was excluded infers nothing, and afterwards reads no more than
// whoever answers for their institution.

const family = idOf('probni/case')
let app: PracticeApp
let coordinator: Ask
let head: Ask
let nina: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  coordinator = (await app.as('joanna')).ask
  head = (await app.as('danuta')).ask
  nina = (await app.as('nina')).ask
})
afterAll(() => app.stop())

type Exclusion = { id: string; workerId: string; liftedAt: string | null }
const exclusions = async (ask: Ask) =>
  (await ask('GET', `/api/cases/${family}/exclusions`)).json as Exclusion[]
const exclude = () =>
  coordinator('POST', `/api/cases/${family}/exclusions`, {
    body: { id: randomUUID(), workerId: workerId('nina'), kind: 'kin' },
  })
const lift = (ask: Ask, id: string) =>
  ask('POST', `/api/cases/${family}/exclusions/${id}/lift`, { body: { because: 'Zbieżność nazwisk.' } })
/** Everything in which Nina could read that something changed. */
const whatNinaSees = async () => {
  const asked = await Promise.all(
    ['/api/cases?show=all', '/api/day', '/api/day/count', '/api/search?q=Prób', `/api/cases/${family}`].map(
      async (path) => (await nina('GET', path)).text,
    ),
  )
  return asked.join('\n')
}

test('excluded, lifted with a reason, invited anew: the former part does not come back by itself', async () => {
  expect((await nina('GET', `/api/cases/${family}`)).status).toBe(200)
  await exclude()
  expect(await whatNinaSees()).not.toContain(family)
  expect((await nina('GET', `/api/cases/${family}`)).status).toBe(404)

  const [mistake] = await exclusions(head)
  expect(mistake).toMatchObject({ workerId: workerId('nina'), liftedAt: null })
  expect((await lift(coordinator, mistake!.id)).status).toBe(200)
  // She answers for an institution that does a service by the contract: of that she reads again, as whoever else there.
  const lifted = await whatNinaSees()
  expect(lifted).toContain('"mine":"asked"')
  expect(lifted, 'and nothing of the family').not.toMatch(/Prób(n[iay]|scy)|Karolin|Kacper|Mirosław/)
  expect((await nina('GET', `/api/households/${idOf('probni/household')}`)).status).toBe(404)

  const invitation = randomUUID()
  const invited = await coordinator('POST', `/api/cases/${family}/team`, {
    body: { people: [{ id: invitation, workerId: workerId('nina') }] },
  })
  expect(invited.status, invited.text).toBe(200)
  expect(
    (await nina('POST', `/api/invitations/${invitation}/answer`, { body: { answer: 'accepted' } })).status,
  ).toBe(200)
  expect((await nina('GET', `/api/cases/${family}`)).status).toBe(200)
  expect((await nina('GET', `/api/cases/${family}/timeline?limit=100`)).text).not.toMatch(/exclu/)
})

test('lifted twice is told; excluded again is a new exclusion', async () => {
  const [lifted] = await exclusions(coordinator)
  expect(await lift(head, lifted!.id)).toMatchObject({
    status: 409,
    json: { code: 'exclusion-already-lifted' },
  })
  expect((await exclude()).status).toBe(200)
  expect((await exclusions(coordinator)).map(({ liftedAt }) => liftedAt !== null)).toEqual([false, true])
  expect((await nina('GET', `/api/cases/${family}`)).status).toBe(404)
})

test('that it happened is read by the coordinator and the head alone, not by the rest of the team', async () => {
  const timelineOf = async (ask: Ask) => (await ask('GET', `/api/cases/${family}/timeline?limit=100`)).text
  expect(await timelineOf(coordinator)).toMatch(
    /worker\.excluded.*exclusion\.lifted|exclusion\.lifted.*worker\.excluded/s,
  )
  expect(await timelineOf(head)).toMatch(/exclusion\.lifted/)
  const { ask: teammate } = await app.as('pawel')
  expect((await teammate('GET', `/api/cases/${family}`)).status).toBe(200)
  expect(await timelineOf(teammate)).not.toMatch(/exclu/)
})

test('who was excluded, and anybody else, neither reads of it nor lifts it', async () => {
  const [standing] = await exclusions(coordinator)
  for (const key of ['nina', 'pawel', 'magda', 'celina']) {
    const { ask } = await app.as(key)
    expect((await ask('GET', `/api/cases/${family}/exclusions`)).status, key).toBe(404)
    expect((await lift(ask, standing!.id)).status, key).toBe(404)
  }
})
