import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// Tasks for the practice family Próbni: Joanna coordinates, Magda (school) and Nina (counselling centre) are on the
// team, Celina works in another partnership.

const family = idOf('probni/case')
let app: PracticeApp
let joanna: Ask
let magda: Ask
let nina: Ask
let celina: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
  nina = (await app.as('nina')).ask
  celina = (await app.as('celina')).ask
  // Nina may know of everybody in the household, so of tasks too, which nobody wrote a name on.
  await app.rows(
    `insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, recorded_by)
     select gen_random_uuid(), $1, person_id, $2, $3, 'consent', '{file}', 'wspólna praca', tstzrange(now(), now() + interval '100 days'), $4
     from households.member where household_id = $5`,
    [family, institutionId('gops'), institutionId('ppp'), workerId('joanna'), idOf('probni/household')],
  )
})
afterAll(() => app.stop())

type Task = { id: string; state: string; workerName: string | null; mine: boolean; due: string | null }
const tasks = async (ask: Ask, show = 'open') =>
  (await ask('GET', `/api/cases/${family}/tasks?show=${show}`)).json as Task[]
const task = async (id: string, ask = joanna) => (await tasks(ask, 'all')).find((each) => each.id === id)
async function given(more: object = {}, by = joanna) {
  const id = randomUUID() as string
  const answered = await by('POST', `/api/cases/${family}/tasks`, {
    body: { id, what: 'Zadzwonić do wychowawcy', ...more },
  })
  expect(answered.status, answered.text).toBe(200)
  return id
}
const move = (id: string, state: string, more: object = {}, by = joanna) =>
  by('POST', `/api/tasks/${id}/state`, { body: { state, ...more } })

describe('a task is given', () => {
  test('to oneself when nobody else is named', async () => {
    const id = await given({ due: addDays(today(), 2) })
    expect(await task(id)).toMatchObject({ mine: true, state: 'planned', due: addDays(today(), 2) })
  })
  test('to a team member of another institution, who finds it among theirs', async () => {
    const id = await given({ workerId: workerId('magda') })
    expect(await task(id)).toMatchObject({ mine: false, workerName: 'Magda Bajkowska' })
    expect(await task(id, magda)).toMatchObject({ mine: true })
  })
  test('not by whoever does not work with the family, and not to somebody who does not exist', async () => {
    const body = { id: randomUUID(), what: 'Coś' }
    expect((await celina('POST', `/api/cases/${family}/tasks`, { body })).status).toBe(404)
    const nobody = { ...body, workerId: randomUUID() }
    expect((await joanna('POST', `/api/cases/${family}/tasks`, { body: nobody })).json).toMatchObject({
      code: 'not-on-the-team',
    })
  })
})

describe('a task moves', () => {
  test('on to done, out of the open ones; and back again, for a tick may be a mistake', async () => {
    const id = await given()
    expect((await move(id, 'in_progress')).status).toBe(200)
    expect((await move(id, 'done', { outcome: 'Rozmowa w piątek.' })).status).toBe(200)
    expect((await tasks(joanna)).map((each) => each.id)).not.toContain(id)
    expect(await task(id)).toMatchObject({ state: 'done', outcome: 'Rozmowa w piątek.' })
    expect((await move(id, 'planned')).status).toBe(200)
    expect((await tasks(joanna)).map((each) => each.id)).toContain(id)
    const told = await app.rows<{ verb: string }>(
      `select verb from journal.entry where subject_id = $1 order by at, id`,
      [id],
    )
    expect(told.map(({ verb }) => verb)).toEqual([
      'task.given',
      'task.in-progress',
      'task.done',
      'task.planned',
    ])
  })
  test('to not done only with the reason, and with a reason only to not done', async () => {
    const id = await given()
    expect((await move(id, 'not_done')).json).toMatchObject({ code: 'invalid', field: 'notDoneReason' })
    expect((await move(id, 'done', { notDoneReason: 'no_contact' })).status).toBe(400)
    expect((await move(id, 'not_done', { notDoneReason: 'no_contact' })).status).toBe(200)
    expect(await task(id)).toMatchObject({ state: 'not_done', notDoneReason: 'no_contact' })
  })
  test('by the institution whose it is and by the coordinator, by nobody else', async () => {
    const id = await given({ workerId: workerId('magda') })
    expect((await move(id, 'done', {}, nina)).status, 'sees it, has no part in it').toBe(403)
    expect((await move(id, 'done', {}, celina)).status).toBe(404)
    expect((await move(id, 'done', {}, magda)).status).toBe(200)
    expect((await move(id, 'planned', {}, joanna)).status).toBe(200)
  })
})

test('a task from a note that stays with its institution stays there too', async () => {
  const id = randomUUID()
  await magda('POST', `/api/cases/${family}/contacts`, {
    body: {
      id: randomUUID(),
      kind: 'phone',
      happenedAt: '2026-11-20T10:00:00Z',
      what: 'Rozmowa z Kacprem.',
      task: { id, what: 'Porozmawiać z kierowcą autobusu' },
    },
  })
  expect(await task(id, magda)).toMatchObject({ mine: true })
  expect(await task(id)).toBeUndefined()
})

test('a task rests while its case is closed, a review too, and both are due again when it is opened', async () => {
  const domyslni = idOf('domyslni/case')
  const id = randomUUID() as string
  const due = async () =>
    ((await joanna('GET', '/api/day')).json as { due: { kind: string; scopeId: string }[] }).due
      .filter(({ scopeId }) => scopeId === domyslni)
      .map(({ kind }) => kind)
  const gives = (taskId: string) =>
    joanna('POST', `/api/cases/${domyslni}/tasks`, { body: { id: taskId, what: 'Zajrzeć', due: today() } })
  expect((await gives(id)).status).toBe(200)
  await app.rows(
    'update contracts.review set due = splot.today_pl() where scope_id = $1 and held_on is null',
    [domyslni],
  )
  const before = await due()
  expect(before).toEqual(expect.arrayContaining(['task', 'review']))
  const closed = await joanna('POST', `/api/cases/${domyslni}/close`, { body: { reason: 'need_solved' } })
  expect(closed.status, closed.text).toBe(200)
  expect(await due()).toEqual([])
  for (const refused of [await move(id, 'done'), await gives(randomUUID())])
    expect(refused).toMatchObject({
      status: 409,
      json: { code: 'not-allowed', detail: expect.stringContaining('Ta sprawa jest zamknięta.') },
    })
  await joanna('POST', `/api/cases/${domyslni}/reopen`, { body: { id: randomUUID() } })
  expect(await due()).toEqual(before)
  expect((await move(id, 'done')).status).toBe(200)
})

describe('a task is no longer theirs', () => {
  const dueOf = async (ask: Ask) =>
    ((await ask('GET', '/api/day')).json as { due: { kind: string; what: string | null }[] }).due.flatMap(
      ({ kind, what }) => (kind === 'task' ? [what] : []),
    )
  test('when they are excluded: colleagues on the team have it in their day, and they are given none', async () => {
    const pawel = (await app.as('pawel')).ask
    await given({ what: 'Przejrzeć zeszyt wydatków', workerId: workerId('pawel') })
    expect(await dueOf(pawel)).toContain('Przejrzeć zeszyt wydatków')
    expect(await dueOf(joanna)).not.toContain('Przejrzeć zeszyt wydatków')
    const excluded = await joanna('POST', `/api/cases/${family}/exclusions`, {
      body: { id: randomUUID(), workerId: workerId('pawel'), kind: 'kin' },
    })
    expect(excluded.status, excluded.text).toBe(200)
    expect(await dueOf(pawel)).not.toContain('Przejrzeć zeszyt wydatków')
    expect(await dueOf(joanna)).toContain('Przejrzeć zeszyt wydatków')
    for (const key of ['pawel', 'marta', 'celina']) {
      const body = { id: randomUUID(), what: 'Jeszcze raz', workerId: workerId(key) }
      expect((await joanna('POST', `/api/cases/${family}/tasks`, { body })).json, key).toMatchObject({
        code: 'not-on-the-team',
        field: 'workerId',
      })
      const note = { id: randomUUID(), kind: 'phone', happenedAt: '2026-11-20T10:00:00Z', what: 'Rozmowa.' }
      const task = { id: randomUUID(), what: 'Jeszcze raz', workerId: workerId(key) }
      const written = await joanna('POST', `/api/cases/${family}/contacts`, { body: { ...note, task } })
      expect(written.json, key).toMatchObject({ code: 'not-on-the-team' })
    }
  })
  test('when they leave and nobody of their institution is there: the coordinator has it', async () => {
    await given({ what: 'Zapytać o obecność', workerId: workerId('magda') })
    expect(await dueOf(joanna)).not.toContain('Zapytać o obecność')
    const [part] = await app.rows<{ id: string }>(
      'select id from cases.team_member where case_id = $1 and worker_id = $2',
      [family, workerId('magda')],
    )
    const left = await magda('POST', `/api/cases/${family}/team/${part!.id}/end`, {
      body: { because: 'Zmiana.' },
    })
    expect(left.status, left.text).toBe(200)
    expect(await dueOf(magda)).not.toContain('Zapytać o obecność')
    expect(await dueOf(joanna)).toContain('Zapytać o obecność')
    expect(await dueOf(nina)).not.toContain('Zapytać o obecność')
  })
})
