import { z } from 'zod'
import { endpoint, nothing } from '../http/contract.ts'

const form = z.string().regex(/^[\w:./-]{1,200}$/)

export const draftsContract = {
  draft: endpoint({
    method: 'GET',
    path: '/drafts/:form',
    summary: 'What I began to type in a form, also on another device.',
    params: z.object({ form }),
    answer: z.object({
      content: z.record(z.string(), z.unknown()).nullable(),
      keptAt: z.string().nullable(),
    }),
  }),
  keepDraft: endpoint({
    method: 'PUT',
    path: '/drafts/:form',
    summary: 'Keeps what I have typed so far.',
    params: z.object({ form }),
    body: z.object({ content: z.record(z.string(), z.unknown()) }),
    answer: nothing,
  }),
  dropDraft: endpoint({
    method: 'DELETE',
    path: '/drafts/:form',
    summary: 'Forgets a draft.',
    params: z.object({ form }),
    answer: nothing,
  }),
}
