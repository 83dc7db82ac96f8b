import { z } from 'zod'
import { endpoint, id, withId } from '../platform/http/contract.ts'
import { leftOutReasons } from './own.ts'

const asked = z.object({
  person: id.describe('Whose data they are.'),
  to: id.describe('Into whose hands it goes: the person themselves, or who represents them.'),
})
const named = z.object({ personId: id, name: z.string() })

export const copiesContract = {
  whose: endpoint({
    method: 'GET',
    path: '/cases/:id/copy/people',
    summary: 'Who of a family may be given a copy of what is kept about them, and into whose hands.',
    params: withId,
    within: 'id',
    look: 'copy',
    needs: ['coordinate'],
    answer: z.array(
      named.extend({
        child: z.boolean(),
        to: z
          .array(named)
          .describe('Nobody: the request is answered together with the data protection officer.'),
      }),
    ),
  }),
  preview: endpoint({
    method: 'GET',
    path: '/cases/:id/copy',
    summary: 'What a copy would hold, in numbers by part, and what it leaves out.',
    params: withId,
    within: 'id',
    look: 'copy',
    needs: ['coordinate'],
    query: asked,
    answer: z.object({
      parts: z.array(z.object({ name: z.string(), count: z.number() })),
      disclosures: z.number(),
      leftOut: z.array(z.object({ because: z.enum(leftOutReasons), count: z.number() })),
    }),
  }),
  paper: endpoint({
    method: 'GET',
    path: '/cases/:id/copy.pdf',
    summary:
      'A copy of what is kept about one person, on paper (GDPR art. 15(3)); that it was given is written down.',
    params: withId,
    within: 'id',
    look: 'copy',
    needs: ['coordinate'],
    query: asked,
    answer: z.any(),
    stream: true,
  }),
}
