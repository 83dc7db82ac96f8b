import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { type Ask, aForm, aPicture, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// A file is about somebody of the family, whom its sender may know; any other id is that of nobody.

const family = idOf('probni/case')
let app: PracticeApp
let joanna: Ask
let magda: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
})
afterAll(() => app.stop())

const adds = async (ask: Ask, aboutId: string) => {
  const id = randomUUID()
  const { status, json } = await ask(
    'POST',
    `/api/scopes/${family}/files?id=${id}&aboutId=${aboutId}`,
    aForm(aPicture),
  )
  const kept = await app.rows('select from files.file where id = $1', [id])
  return { status, code: (json as { code?: string }).code, kept: kept.length }
}
const refused = { status: 409, code: 'not-allowed', kept: 0 }

test('about somebody of the family', async () => {
  expect(await adds(joanna, idOf('probni/person/kacper'))).toMatchObject({ status: 200, kept: 1 })
})

test.each([
  ['nobody', randomUUID()],
  ['somebody of another family', idOf('fikcyjni/person/bartek')],
  ['an institution', institutionId('gops')],
  ['the case itself', family],
])('not about %s', async (_, aboutId) => {
  expect(await adds(joanna, aboutId)).toEqual(refused)
})

test('not about somebody whom its sender may not know, as not about nobody', async () => {
  const people = await app.rows<{ id: string }>(
    'select person_id as id from households.member where household_id = $1',
    [idOf('probni/household')],
  )
  const known =
    ((await magda('GET', `/api/households/${idOf('probni/household')}`)).json as {
      people?: { personId: string }[]
    }) ?? {}
  const unknown = people.filter(({ id }) => !known.people?.some(({ personId }) => personId === id))
  expect(unknown.length).toBeGreaterThan(0)
  for (const { id } of unknown) expect(await adds(magda, id)).toEqual(refused)
})
