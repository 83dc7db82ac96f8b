import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { oksa } from '../../practice/institutions.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Around the team: a reminder to who was invited, a hand-over that was offered, the number in the centre's register.

const family = idOf('probni/case')
let app: PracticeApp
let coordinator: Ask
let head: Ask
let partner: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  coordinator = (await app.as('joanna')).ask
  head = (await app.as('danuta')).ask
  partner = (await app.as('nina')).ask
})
afterAll(() => app.stop())

const lettersTo = async (address: string) =>
  app.rows<{ subject: string; body: string }>('select subject, body from mail.letter where to_address = $1', [
    address,
  ])
const askAbout = async (subject: string) =>
  (await app.rows<{ id: string }>('select id from asks.ask where subject_id = $1', [subject]))[0]!.id
const seen = async (ask: Ask) => (await ask('GET', `/api/cases/${family}`)).json as Record<string, unknown>

test('who was invited and is silent is reminded, by a letter without a word of the family, once a day', async () => {
  const invitation = randomUUID()
  await coordinator('POST', `/api/cases/${family}/team`, {
    body: { people: [{ id: invitation, workerId: workerId('wanda') }] },
  })
  const about = await askAbout(invitation)
  const remind = (ask: Ask) => ask('POST', `/api/asks/${about}/remind`)
  expect((await remind(coordinator)).status).toBe(200)
  const letters = await lettersTo('wanda@cwiczenia.example')
  expect(letters).toHaveLength(1)
  expect(letters[0]!.subject + letters[0]!.body).not.toMatch(/Prób|Karolin/)
  expect(await remind(coordinator)).toMatchObject({ status: 409, json: { code: 'reminded-today' } })
  for (const ask of [partner, head]) expect((await remind(ask)).status).toBe(404)
})

test('who was invited reads who coordinates it; neither since when nor who else works there', async () => {
  const { ask } = await app.as('wanda')
  const { status, json } = await ask('GET', `/api/cases/${family}/timeline`)
  expect([status, json]).toEqual([200, { items: [], next: null }])
  expect((await ask('GET', `/api/cases/${family}`)).json).toMatchObject({
    coordinator: { name: 'Joanna Przykładna' },
    openedAt: null,
  })
  const team = (await partner('GET', `/api/cases/${family}/timeline?limit=100`)).json as {
    items: { verb: string }[]
  }
  expect(team.items.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(['team.invited', 'case.opened', 'coordinator.appointed']),
  )
})

test('who has answered is not reminded', async () => {
  const [{ id }] = (await app.rows<{ id: string }>(
    'select id from cases.team_member where case_id = $1 and worker_id = $2',
    [family, workerId('nina')],
  )) as [{ id: string }]
  expect(await coordinator('POST', `/api/asks/${await askAbout(id)}/remind`)).toMatchObject({
    json: { code: 'nothing-to-remind-of' },
  })
})

test('a hand-over that was offered shows whom, when and why, and what became of it; the head takes it back', async () => {
  const id = randomUUID()
  const offer = { id, to: institutionId('pcpr'), reason: 'Rodzina się przeprowadza.' }
  expect((await head('POST', `/api/cases/${family}/handover`, { body: offer })).status).toBe(200)
  for (const ask of [head, coordinator])
    expect((await seen(ask)).handover).toMatchObject({ id, reason: offer.reason, answer: null })
  expect((await seen(partner)).handover, 'not for other institutions').toBeNull()

  await head('POST', `/api/handovers/${id}/answer`, { body: { answer: 'withdrawn' } })
  expect((await seen(head)).handover).toMatchObject({
    id,
    answer: 'withdrawn',
    answeredAt: expect.any(String),
  })
  const again = { ...offer, id: randomUUID() }
  expect((await head('POST', `/api/cases/${family}/handover`, { body: again })).status).toBe(200)
  expect((await seen(head)).handover).toMatchObject({ id: again.id, answer: null })
})

test('the number in the register of the centre is read by those there who keep the file, and by nobody else', async () => {
  const keep = (ask: Ask, number: string) =>
    ask('PUT', `/api/cases/${family}/registry-number`, { body: { number } })
  expect((await keep(coordinator, 'GOPS.PW.12.2026')).status).toBe(200)
  expect((await seen(coordinator)).registryNumber).toBe('GOPS.PW.12.2026')
  for (const ask of [partner, head]) expect((await seen(ask)).registryNumber).toBeNull()
  for (const ask of [partner, head]) expect((await keep(ask, '1')).status).toBe(404)
  expect((await keep(coordinator, '')).status).toBe(200)
  expect((await seen(coordinator)).registryNumber).toBeNull()
})

test('officers, and heads who have colleagues, are not offered for a team: they read no content', async () => {
  const offered = (
    (await coordinator('GET', `/api/cases/${family}/whom-to-invite`)).json as { id: string }[]
  ).map(({ id }) => id)
  expect(offered).toContain(workerId('ewa'))
  for (const key of ['danuta', 'iza']) expect(offered, key).not.toContain(workerId(key))
  const alone = await app.rows<{ id: string }>(`
    select h.worker_id as id from institutions.head h where h.period @> now() and h.institution_id in (
      select institution_id from institutions.worker where period @> now() group by institution_id having count(*) = 1)`)
  const inTeam = await app.rows<{ id: string }>(
    `select worker_id as id from cases.team_member where case_id = $1 and (answer is null or answer = 'accepted' and left_at is null)`,
    [family],
  )
  const taken = new Set(inTeam.map(({ id }) => id))
  for (const { id } of alone.filter((each) => !taken.has(each.id))) expect(offered).toContain(id)
})

test('the same paper printed again the same day is told once in the timeline; the journal keeps each print', async () => {
  for (let i = 0; i < 3; i++)
    expect((await coordinator('GET', `/api/cases/${family}/family-sheet.pdf`)).status).toBe(200)
  const { items } = (await coordinator('GET', `/api/cases/${family}/timeline?limit=100`)).json as {
    items: { verb: string; worker: string }[]
  }
  expect(
    items.filter(({ verb, worker }) => verb === 'sheet.printed' && worker === 'Joanna Przykładna'),
  ).toHaveLength(1)
  const kept = await app.rows(
    `select from journal.entry where scope_id = $1 and verb = 'sheet.printed' and worker_id = $2`,
    [family, workerId('joanna')],
  )
  expect(kept.length).toBeGreaterThanOrEqual(3)
})

test.each([
  ['Oksa 5', 'Oksa'],
  ['za remizą, Węgleszyn 0', 'Węgleszyn'],
  ['ul. Zmyślona 3', null],
])('of where a family lives (%s) only a locality of the commune is taken over', async (place, locality) => {
  const { ask } = await app.as('magda')
  const id = randomUUID()
  const { status, text } = await ask('POST', '/api/concerns', {
    body: {
      id,
      partnershipId: idOf('partnership/oksa'),
      commune: oksa,
      who: 'Rodzina zmyślona',
      place,
      worries: ['poverty'],
      what: 'Brakuje na jedzenie.',
      urgency: 'within_days',
      familyKnows: 'no',
    },
  })
  expect(status, text).toBe(200)
  expect((await ask('GET', `/api/concerns/${id}`)).json).toMatchObject({ place, locality })
})

test('several are asked with one question, each for something of their own; all of them, or nobody', async () => {
  const inviting = (...people: { workerId: string; part?: string }[]) =>
    coordinator('POST', `/api/cases/${family}/team`, {
      body: { people: people.map((each) => ({ id: randomUUID(), ...each })), asked: 'Czy pomożecie?' },
    })
  const asked = () =>
    app.rows<{ worker_id: string; part: string | null }>(
      `select worker_id, part from cases.team_member where case_id = $1 and asked = 'Czy pomożecie?' order by part`,
      [family],
    )
  expect(await inviting({ workerId: workerId('tomasz') }, { workerId: workerId('magda') })).toMatchObject({
    status: 409,
    json: { code: 'already-on-the-team', fields: [{ field: 'people.1.workerId' }] },
  })
  expect(await asked()).toEqual([])
  const both = [
    { workerId: workerId('tomasz'), part: 'bezpieczeństwo' },
    { workerId: workerId('roman'), part: 'kurator' },
  ]
  expect((await inviting(...both)).status).toBe(200)
  expect(await asked()).toEqual(both.map(({ workerId, part }) => ({ worker_id: workerId, part })))
  expect((await inviting()).status).toBe(400)
})
