import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { everybody } from '../platform/access/about.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { toldOf } from './told-of.ts'

const family = idOf('probni/case')
let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => app.stop())

const timeline = async (ask: Ask) => {
  const { json } = await ask('GET', `/api/cases/${family}/timeline?limit=100`)
  return (json as { items: { verb: string; subjectId: string }[] }).items
}

/** Who may be told of what nobody wrote a name on has a basis for everybody of the household. */
const mayKnowOfAll = () =>
  app.rows(
    `insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, recorded_by)
     select gen_random_uuid(), $1, person_id, $2, $3, 'consent', '{file}', 'wspólna praca', tstzrange(now(), now() + interval '100 days'), $4
     from households.member where household_id = $5`,
    [family, institutionId('gops'), institutionId('school'), workerId('joanna'), idOf('probni/household')],
  )

test('a usual service under a goal about addiction is told to those who may know of the addiction', async () => {
  const [coordinator, partner] = [(await app.as('joanna')).ask, (await app.as('magda')).ask]
  await mayKnowOfAll()
  const [goal, usual, lift, club] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const post = async (path: string, body: object) => {
    const { status, text } = await coordinator('POST', `/api/cases/${family}${path}`, { body })
    expect(status, text).toBe(200)
  }
  await post('/goals', { id: goal, domain: 'addiction', words: 'Żeby tata nie pił', levelNow: 2, target: 3 })
  await post('/goals', { id: usual, domain: 'education', words: 'Żeby lubić szkołę', levelNow: 2, target: 3 })
  const service = {
    serviceKind: 'pedagogical_help',
    providerId: institutionId('schools'),
    request: 'Czy jest miejsce?',
  }
  await post('/items', {
    ...service,
    id: lift,
    goalId: goal,
    what: 'Świetlica w dni terapii taty',
    ask: true,
  })
  await post('/items', { ...service, id: club, goalId: usual, what: 'Świetlica', ask: false })
  const told = async (ask: Ask) => (await timeline(ask)).map(({ subjectId }) => subjectId)
  expect(await told(coordinator)).toEqual(expect.arrayContaining([lift, club]))
  expect(await told(partner)).toContain(club)
  expect(await told(partner)).not.toContain(lift)
  // So is what its institution answers, by somebody who does not see whom it is about.
  const { json } = await coordinator('GET', `/api/cases/${family}/basket`)
  const { pointId } = (json as { items: { id: string; pointId: string }[] }).items.find(
    ({ id }) => id === lift,
  )!
  const answered = await (await app.as('kamil')).ask('POST', `/api/referral-points/${pointId}/answer`, {
    body: { answer: 'accepted' },
  })
  expect(answered.status, answered.text).toBe(200)
  const [entry] = await app.rows<{ about: number }>(
    `select cardinality(about) as about from journal.entry where subject_id = $1 and verb = 'item.accepted'`,
    [lift],
  )
  expect(entry!.about).toBeGreaterThan(0)
  const answers = async (ask: Ask) =>
    (await timeline(ask)).filter(({ verb, subjectId }) => verb === 'item.accepted' && subjectId === lift)
      .length
  expect([await answers(coordinator), await answers(partner)]).toEqual([1, 0])
})

test('where goal and service are about two different things, only who reads everything is told', () => {
  expect(toldOf({ class: 'health', goalClass: 'addiction' })).toEqual({ class: 'health', aboutId: everybody })
  expect(toldOf({ class: 'health', goalClass: 'file' })).toEqual({ class: 'health', fact: 'baskets.item' })
})
