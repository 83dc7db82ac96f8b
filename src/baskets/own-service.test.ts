import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { pointOf } from '../proof/asked-item.ts'

const family = idOf('probni/case')
let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

const put = async (provider: string, what: string) => {
  const [goal, item] = [randomUUID(), randomUUID()]
  const post = async (path: string, body: object) => {
    const { status, text } = await joanna('POST', `/api/cases/${family}/${path}`, { body })
    expect(status, text).toBe(200)
  }
  await post('goals', { id: goal, domain: 'income', words: 'Spłacić prąd' })
  await post('items', {
    id: item,
    goalId: goal,
    serviceKind: 'pedagogical_help',
    what,
    providerId: institutionId(provider),
    ask: true,
  })
  const { items } = (await joanna('GET', `/api/cases/${family}/basket`)).json as {
    items: { id: string; institution: { answer: string | null } }[]
  }
  return { item, shown: items.find(({ id }) => id === item) }
}
const verbsOf = async (item: string) =>
  (await app.rows<{ verb: string }>('select verb from journal.entry where subject_id = $1', [item])).map(
    ({ verb }) => verb,
  )
const asksAbout = async (item: string) =>
  app.rows('select from asks.ask where subject_id = $1', [await pointOf(app.rows, item)])

test('what the leading institution does is accepted as it is put in: nobody is asked, and no letter goes out', async () => {
  const letters = () => app.rows(`select from mail.letter`)
  const before = (await letters()).length
  const own = await put('gops', 'Rozmowa z pracownikiem socjalnym')
  expect(JSON.stringify(own.shown)).toContain('accepted')
  expect(own.shown).toMatchObject({ ours: true })
  expect(await verbsOf(own.item), 'nobody is told that somebody accepted').not.toContain('item.accepted')
  expect(await asksAbout(own.item)).toEqual([])
  expect((await letters()).length).toBe(before)
  const theirs = await put('school', 'Zajęcia wyrównawcze')
  expect(JSON.stringify(theirs.shown)).not.toContain('accepted')
  expect(await asksAbout(theirs.item)).toHaveLength(1)
})
