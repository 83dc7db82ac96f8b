import type pg from 'pg'
import { expect, test } from 'vitest'
import { factorOf } from './factors.ts'

const pool = (on: boolean) => ({ query: async () => ({ rows: [{ on }] }) }) as unknown as pg.Pool
const begun = (path: string, before?: string | null, codesOn = false) =>
  factorOf(
    pool(codesOn),
    { userId: 'u' },
    { path, context: { session: before === undefined ? null : { session: { factor: before } } } },
  )

test.each([
  ['by a passkey', begun('/passkey/verify-authentication'), 'passkey'],
  ['by a code', begun('/two-factor/verify-totp'), 'code'],
  ['by a recovery code', begun('/two-factor/verify-backup-code'), 'code'],
  ['by a password alone', begun('/sign-in/email'), null],
  ['by a password on a device that gave a code before', begun('/sign-in/email', undefined, true), 'code'],
  ['by choosing a person in practice', begun('/practice/choose'), null],
  ['by a new password, in one of a password', begun('/change-password', null), null],
  ['by a new password, in one of a code', begun('/change-password', 'code'), 'code'],
  ['by a new password, in one of a passkey', begun('/change-password', 'passkey'), 'passkey'],
  ['by taking the codes off', begun('/two-factor/disable', 'code'), null],
  ['by taking the codes off, in one of a passkey', begun('/two-factor/disable', 'passkey'), 'passkey'],
])('a session that is begun %s has this besides a password', async (_, found, right) => {
  expect(await found).toBe(right)
})

test('one that nobody asked for over HTTP has none', async () => {
  expect(await factorOf(pool(true), { userId: 'u' }, null)).toBeNull()
})
