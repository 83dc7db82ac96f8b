import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

// An address opens to an institution where each grown-up who lives there agrees. Of the family Próbni: Karolina, Mirosław
// and the grandmother; Nina of the counselling centre works with them.

const household = idOf('probni/household')
const grownUps = ['karolina', 'miroslaw', 'stanislawa'].map((key) => idOf(`probni/person/${key}`))
let app: PracticeApp
let joanna: Ask
let nina: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  nina = (await app.as('nina')).ask
  await app.rows('update households.address set protected = false where household_id = $1', [household])
  for (const personId of grownUps)
    await done(`/api/cases/${idOf('probni/case')}/bases`, {
      id: randomUUID(),
      personId,
      to: institutionId('ppp'),
      rule: 'consent',
      classes: ['file', 'whereabouts'],
      purpose: 'żeby psycholog mógł przyjść',
      since: today(),
      until: addDays(today(), 100),
      form: 'paper_signed',
      signedBy: [personId],
    })
})
afterAll(() => app.stop())

async function done(path: string, body: object) {
  const { status, text } = await joanna('POST', path, { body })
  expect(status, text).toBe(200)
}
const address = async () =>
  ((await nina('GET', `/api/households/${household}`)).json as { address: object | null }).address

test('where no grown-up lives, who lives elsewhere does not open it', async () => {
  const live = (there: boolean) =>
    app.rows(
      'update households.member set lives_here = $3 where household_id = $1 and person_id = any ($2)',
      [household, grownUps, there],
    )
  expect(await address()).not.toBeNull()
  await live(false)
  expect(await address()).toBeNull()
  await live(true)
})

test('a child that is expected does not close it: nobody unborn agrees to anything', async () => {
  expect(await address()).not.toBeNull()
  await done(`/api/households/${household}/people`, {
    memberId: randomUUID(),
    personId: randomUUID(),
    familyName: 'Próbni',
    expected: true,
  })
  expect(await address()).not.toBeNull()
})
