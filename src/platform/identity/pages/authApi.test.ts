import { expect, test } from 'vitest'
import { authApi } from './authApi.ts'

test('what is no address is told at its field, and no password is tried with it', () => {
  const { body } = authApi.signIn.endpoint
  const wrong = body.safeParse({ email: 'bozena', password: 'cztery zmyślone słowa' })
  expect(wrong.error?.issues).toMatchObject([{ path: ['email'], format: 'email' }])
  expect(body.safeParse({ email: 'bozena@zmyslin.example', password: 'x' }).success).toBe(true)
})
