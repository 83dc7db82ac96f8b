import { z } from 'zod'
import { endpoint, nothing } from '../http/contract.ts'

/** So many bytes as base64url: a point of P-256 has 65, a secret 16. */
const bytes = (count: number) => z.string().regex(new RegExp(`^[\\w-]{${Math.ceil((count * 4) / 3)}}$`))

export const pushContract = {
  push: endpoint({
    method: 'GET',
    path: '/session/push',
    summary:
      'Whether this device is told what waits, and the key by which Splot proves itself to push services.',
    who: 'account',
    answer: z.object({ on: z.boolean(), key: z.string() }),
  }),
  openPush: endpoint({
    method: 'PUT',
    path: '/session/push',
    summary: 'Tells this device what waits, as long as this session lasts: how much, and nobody’s name.',
    who: 'account',
    body: z.object({
      endpoint: z.url().max(1000),
      p256dh: bytes(65),
      auth: bytes(16),
    }),
    answer: nothing,
    problems: ['unknown-service'],
  }),
  closePush: endpoint({
    method: 'DELETE',
    path: '/session/push',
    summary: 'Tells this device no more.',
    who: 'account',
    answer: nothing,
  }),
}
