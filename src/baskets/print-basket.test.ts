import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// What the family takes home is in plain words, and tells nobody there what is one person's own.

const family = idOf('probni/case')
const kacper = idOf('probni/person/kacper')
let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  await app.rows('update baskets.need set dropped_at = now() where scope_id = $1', [family])
  await app.rows('update baskets.family_limit set ended_at = now() where scope_id = $1', [family])
})
afterAll(() => app.stop())

async function paper(path: string) {
  const answered = await joanna('GET', `/api/cases/${family}${path}`)
  if (answered.status !== 200)
    return { status: answered.status, code: (answered.json as { code: string }).code, text: '' }
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(answered.bytes)))
  return { status: 200, pages: totalPages, text: text.join(' ').replace(/\s+/g, ' ') }
}
const need = async (goal: string, serviceKind: string, more: object = {}) => {
  const added = await joanna('POST', `/api/cases/${family}/needs`, {
    body: { id: randomUUID(), goalId: idOf(`probni/goal/${goal}`), serviceKind, ...more },
  })
  expect(added.status, added.text).toBe(200)
}
type Suggestion = {
  composed: { services: string; items: { serviceId: string }[] }[]
  described: { id: string; name: string; provider: string }[]
}
const suggestion = async () =>
  (await joanna('GET', `/api/cases/${family}/basket/suggestion`)).json as Suggestion

describe('a suggestion to talk over', () => {
  test('says in plain words what, for whom, when and what is not known, on one page', async () => {
    await need('school', 'homework_help', { personId: kacper, minutes: 60 })
    const { composed, described } = await suggestion()
    const { text, pages, status } = await paper(`/basket/suggestion.pdf?services=${composed[0]!.services}`)
    expect(status).toBe(200)
    expect(pages).toBe(1)
    expect(text).toContain('Propozycja do rozmowy')
    expect(text).toContain('Dla kogo: Kacper')
    const { name } = described.find(({ id }) => id === composed[0]!.items[0]!.serviceId)!
    expect(text).toContain(name)
    expect(text).toMatch(
      /(poniedziałek|wtorek|środa|czwartek|piątek) \d{1,2}:\d{2}|Nie wiemy jeszcze, w jakich godzinach/,
    )
    expect(text, 'no hour has a nought before it').not.toMatch(/(^|[^\d])0\d:\d{2}/)
  })

  test('tells nothing of a class that not everybody at home may read', async () => {
    const closed = await app.rows<{ code: string; pl: string; class: string }>(
      "select k.code, k.pl, k.class from directory.service_kind k where k.class in ('addiction', 'health') and exists (select from directory.service s where s.kind = k.code and not s.confidential and s.closed_at is null) order by k.class, k.code limit 1",
    )
    await need('school', closed[0]!.code)
    const { composed, described } = await suggestion()
    const names = described.map(({ name }) => name)
    const of = await app.rows<{ name: string }>(
      'select name from directory.service where kind = $1 and name = any ($2)',
      [closed[0]!.code, names],
    )
    const { text, status } = await paper(`/basket/suggestion.pdf?services=${composed[0]!.services}`)
    expect(status).toBe(200)
    expect(text).toContain('O niektórych sprawach rozmawiamy osobno.')
    for (const secret of [closed[0]!.pl, ...of.map(({ name }) => name)]) expect(text).not.toContain(secret)
  })

  test('names nobody whose kind of institution tells of a secret', async () => {
    const { composed, described } = await suggestion()
    const { services, items } = composed[0]!
    const told = (await paper(`/basket/suggestion.pdf?services=${services}`)).text
    const shown = described.find(
      ({ id, name }) => items.some(({ serviceId }) => serviceId === id) && told.includes(name),
    )!
    const [before] = await app.rows<{ id: string; kind: string }>(
      `with i as (select i.id, i.kind from directory.service s join directory.organization o on o.id = s.organization_id join institutions.institution i on i.id = o.institution_id where s.id = $1)
       update institutions.institution x set kind = 'addiction_clinic' from i where x.id = i.id returning i.id, i.kind`,
      [shown.id],
    )
    const quiet = await paper(`/basket/suggestion.pdf?services=${services}`)
    await app.rows('update institutions.institution set kind = $2 where id = $1', [before!.id, before!.kind])
    expect(quiet.text).not.toContain(shown.name)
    expect(quiet.status === 200 || quiet.code === 'nothing-to-print', quiet.code).toBe(true)
  })

  test('is not printed when it is another one by now', async () => {
    expect(await paper(`/basket/suggestion.pdf?services=${'0'.repeat(64)}`)).toMatchObject({
      status: 409,
      code: 'suggestion-changed',
    })
  })

  test('waits for the next meeting, once, without a word of what it is', async () => {
    for (let times = 0; times < 2; times++)
      expect(
        (await joanna('POST', `/api/cases/${family}/suggestion/topic`, { body: { id: randomUUID() } }))
          .status,
      ).toBe(200)
    const topics = await app.rows<{ what: string; class: string }>(
      "select what, class from worklist.topic where scope_id = $1 and source_kind = 'suggestion'",
      [family],
    )
    expect(topics).toEqual([{ what: 'Propozycja koszyka usług', class: 'team' }])
  })
})

describe('the basket for the family', () => {
  test('says what is agreed and what still waits, of what everybody at home may read', async () => {
    const { text, status } = await paper('/basket.pdf')
    expect(status).toBe(200)
    expect(text).toContain('Nasz koszyk')
    const items = await app.rows<{ what: string; open: boolean }>(
      `select i.what, i.class = 'file' and i.goal_class = 'file' and t.tells is null as open from baskets.item i left join institutions.institution o on o.id = i.provider_id
       left join institutions.institution_kind t on t.code = o.kind where i.scope_id = $1 and i.removed_at is null and i.what is not null`,
      [family],
    )
    expect(items.some(({ open }) => open)).toBe(true)
    // Who prints it is told how many it leaves out.
    const { notOnPaper } = (await joanna('GET', `/api/cases/${family}/basket`)).json as { notOnPaper: number }
    expect(notOnPaper).toBe(items.filter(({ open }) => !open).length)
    expect(notOnPaper).toBeGreaterThan(0)
    for (const { what, open } of items)
      if (open) expect(text).toContain(what.replace(/\s+/g, ' '))
      else if (!items.some((other) => other.open && other.what === what)) expect(text).not.toContain(what)
  })
})
