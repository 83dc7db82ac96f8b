import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// What an officer is told of looks and searches.

const family = idOf('probni/case')
let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => app.stop())

async function aConcern(ask: Ask): Promise<string> {
  const id = randomUUID()
  const sent = await ask('POST', '/api/concerns', {
    body: {
      id,
      partnershipId: idOf('partnership/oksa'),
      who: 'Rodzina z naprzeciwka',
      worries: ['school_absence'],
      what: 'Od tygodnia nie widać dzieci.',
      urgency: 'within_days',
      familyKnows: 'no',
    },
  })
  expect(sent.status, sent.text).toBe(200)
  return id
}

test('the officer sees how often was searched and shown, and who looked at a family that way; no word of it', async () => {
  const { ask: joanna } = await app.as('joanna')
  for (const names of [['Karolina Próbna', 'Zupełnienikt'], ['Karolina Próbna']]) {
    const concern = await aConcern(joanna)
    for (const name of names) {
      const found = await joanna('POST', `/api/concerns/${concern}/people-search`, { body: { name } })
      expect(found.status, found.text).toBe(200)
    }
  }
  const [iza, danuta] = [(await app.as('iza')).ask, (await app.as('danuta')).ask]
  const counted = (await iza('GET', '/api/oversight/searches')).json as Record<string, unknown>[]
  expect(counted).toMatchObject([{ worker: 'Joanna Przykładna', searches: 3, concerns: 2 }])
  expect(counted[0]!.families, 'shown').toBeGreaterThanOrEqual(1)
  expect(counted[0]!.untouched, 'nothing was taken up about them').toBe(counted[0]!.families)
  const where = (await iza('GET', '/api/oversight/looks?limit=100')).json as {
    items: { scopeId: string; pages: string[] }[]
  }
  expect(where.items).toContainEqual(
    expect.objectContaining({ scopeId: family, pages: ['people-search'], worker: 'Joanna Przykładna' }),
  )
  expect(JSON.stringify([counted, where])).not.toMatch(/Karolin|Prób|Zupełnie/)
  expect((await danuta('GET', '/api/oversight/searches')).status, 'a head is no officer').toBe(404)
})

test('an officer pages through looks, each row once, however many fall into one quarter', async () => {
  for (const who of ['joanna', 'danuta', 'magda']) {
    const { ask } = await app.as(who)
    for (const place of [family, idOf('teoretyczni/case')])
      for (const of of ['', '/team', '/timeline', '/contacts']) await ask('GET', `/api/cases/${place}${of}`)
  }
  const { ask } = await app.as('iza')
  const found: string[] = []
  for (let after = ''; ; ) {
    const { items, next } = (
      await ask('GET', `/api/oversight/looks?limit=1${after && `&after=${encodeURIComponent(after)}`}`)
    ).json as { items: { worker: string; scopeId: string; pages: string[] }[]; next: string | null }
    found.push(...items.map(({ worker, scopeId }) => `${worker} ${scopeId}`))
    if (!next) break
    after = next
  }
  const written = await app.rows<{ who: string }>(
    `select distinct w.given_name || ' ' || w.family_name || ' ' || l.scope_id as who from journal.look l join institutions.worker w on w.id = l.worker_id
     where l.institution_id = (select institution_id from institutions.worker where id = $1)`,
    [workerId('iza')],
  )
  expect(found.length).toBeGreaterThan(1)
  expect(found.sort()).toEqual(written.map(({ who }) => who).sort())
})

test('the officer sees how often the head looked families up, and what for; who heads does not', async () => {
  const [iza, danuta] = [(await app.as('iza')).ask, (await app.as('danuta')).ask]
  for (const name of ['Próbni', 'Zupełnienikt'])
    await danuta('POST', '/api/cases/look-up', { body: { name, purpose: 'decision' } })
  expect((await iza('GET', '/api/oversight/look-ups')).json).toMatchObject([
    { worker: 'Danuta Zmyślna', purpose: 'decision', times: 2, families: 1 },
  ])
  expect((await danuta('GET', '/api/oversight/look-ups')).status).toBe(404)
})
