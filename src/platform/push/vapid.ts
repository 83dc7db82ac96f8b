import { createECDH } from 'node:crypto'
import type { Keys } from '../keys.ts'

/** By what Splot proves itself to push services (VAPID, RFC 8292): a key of its own, derived from the one secret. */
export function vapidOf(keys: Keys): { publicKey: string; privateKey: string } {
  const secret = keys.for('push')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(secret)
  return { publicKey: pair.getPublicKey().toString('base64url'), privateKey: secret.toString('base64url') }
}
