import { z } from 'zod'
import { endpoint, id } from '../http/contract.ts'

export const mailContract = {
  outbox: endpoint({
    method: 'GET',
    path: '/practice/outbox',
    summary: 'Practice mode only: the last letters that Splot would have sent.',
    who: 'account',
    answer: z.array(
      z.object({ id, writtenAt: z.string(), to: z.string(), subject: z.string(), body: z.string() }),
    ),
  }),
}
