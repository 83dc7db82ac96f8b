import { expect, test } from 'vitest'
import { factorOf } from './factors.ts'

const begun = (path: string, before?: string | null) =>
  factorOf({ path, context: { session: before === undefined ? null : { session: { factor: before } } } })

test.each([
  ['by a passkey', begun('/passkey/verify-authentication'), 'passkey'],
  ['by a code', begun('/two-factor/verify-totp'), 'code'],
  ['by a recovery code', begun('/two-factor/verify-backup-code'), 'code'],
  ['by a password alone', begun('/sign-in/email'), null],
  ['by a password, in the place of one of a code', begun('/sign-in/email', 'code'), null],
  ['by choosing a person in practice', begun('/practice/choose'), null],
  ['by a new password, in one of a password', begun('/change-password', null), null],
  ['by a new password, in one of a code', begun('/change-password', 'code'), 'code'],
  ['by a new password, in one of a passkey', begun('/change-password', 'passkey'), 'passkey'],
  ['by taking the codes off', begun('/two-factor/disable', 'code'), null],
  ['by taking the codes off, in one of a passkey', begun('/two-factor/disable', 'passkey'), 'passkey'],
])('a session that is begun %s has this besides a password', (_, found, right) => {
  expect(found).toBe(right)
})

test('one that nobody asked for over HTTP has none', () => {
  expect(factorOf(null)).toBeNull()
})
