import { createHmac } from 'node:crypto'
import { type Keys, open, seal } from '../platform/keys.ts'
import { digitsOf } from './digits.ts'

/**
 * A PESEL as the database keeps it: encrypted, and a blind index (HMAC-SHA256) that differs from partnership to
 * partnership, so that the same person cannot be followed across them. That it is one, the shape says (`pesel` of the
 * contract).
 */
export function keptPesel(
  keys: Keys,
  partnershipId: string,
  typed: string,
): { digits: string; sealed: Buffer; index: Buffer } {
  const digits = digitsOf(typed)
  return {
    digits,
    sealed: seal(keys.for('pesel'), digits),
    index: createHmac('sha256', keys.for('pesel-index')).update(`${partnershipId}/${digits}`).digest(),
  }
}

export const readPesel = (keys: Keys, sealed: Buffer | null) =>
  sealed ? open(keys.for('pesel'), sealed).toString() : null

/** As lists show it: the birth date's part and the last digit. */
export const maskedPesel = (digits: string | null) =>
  digits && `${digits.slice(0, 2)}•••••••${digits.slice(9)}`
