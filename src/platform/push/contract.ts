import { z } from 'zod'
import { endpoint, nothing } from '../http/contract.ts'

const base64url = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(/^[\w-]+$/)

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
      p256dh: base64url(80, 100),
      auth: base64url(20, 30),
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
