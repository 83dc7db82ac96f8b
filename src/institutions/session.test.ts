import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aPracticeApp, type PracticeApp } from '../proof/app.ts'

let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => app.stop())

test('the session tells the language of the account, whatever the page is read in', async () => {
  const { ask } = await app.as('nina')
  const polish = { 'accept-language': 'pl' }
  expect((await ask('GET', '/api/session', { headers: polish })).json).toMatchObject({ locale: 'pl' })
  await ask('PUT', '/api/session/locale', { body: { locale: 'en' }, headers: polish })
  expect((await ask('GET', '/api/session', { headers: polish })).json).toMatchObject({ locale: 'en' })
})
