import { z } from 'zod'
import { endpoint, id, paging } from '../platform/http/contract.ts'

const family = {
  /** Where it was, as far as I may still see it: the case, its code, the family's label. */
  caseId: id.nullable(),
  code: z.string().nullable(),
  family: z.string().nullable(),
}

export const looksContract = {
  myLooks: endpoint({
    method: 'GET',
    path: '/my-looks',
    summary: 'Which families I looked at, at what of them and in which quarter of an hour, the newest first.',
    query: paging,
    answer: z.object({
      items: z.array(z.object({ id, at: z.string(), pages: z.array(z.string()), ...family })),
      next: z.string().nullable(),
    }),
  }),
  myDeeds: endpoint({
    method: 'GET',
    path: '/my-looks/deeds',
    summary: 'What the journal keeps about my own deeds, as far as I may still read it; the newest first.',
    query: paging,
    answer: z.object({
      items: z.array(
        z.object({
          id,
          at: z.string(),
          verb: z.string(),
          values: z.record(z.string(), z.unknown()).nullable(),
          ...family,
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
}
