import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../../proof/app.ts'

// What only the database noticed is told as what it is: by its field, or by a sentence of its own.

const family = idOf('zmysleni/case')
let app: PracticeApp
let coordinator: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  coordinator = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

const task = (what: string) =>
  coordinator('POST', `/api/cases/${family}/tasks`, {
    body: { id: randomUUID(), what, due: '2026-12-15' },
  })

test('a constraint with words of its own says them', async () => {
  await app.rows(`alter table worklist.task drop constraint not_done_with_a_reason,
    add constraint not_done_with_a_reason check (what <> 'bez powodu')`)
  const put = await task('bez powodu')
  expect(put.json).toMatchObject({ status: 400, detail: 'Wybierz, dlaczego się nie udało.' })
})

test('a constraint of one column names its field', async () => {
  await app.rows(`alter table worklist.task add constraint task_what_check2 check (length(what) <> 23)`)
  const put = await task('dokładnie 23 znaki, tak')
  expect(put.json).toMatchObject({ status: 400, fields: [{ field: 'what' }] })
})
