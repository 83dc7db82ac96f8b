import { z } from 'zod'
import { day, endpoint, id, withId } from '../platform/http/contract.ts'
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
    summary: 'What a copy would hold, to be read before it is given, and how much it leaves out.',
    params: withId,
    within: 'id',
    look: 'copy',
    needs: ['coordinate'],
    query: asked,
    answer: z.object({
      parts: z.array(
        z.object({
          name: z.string(),
          entries: z.array(
            z.object({
              id,
              no: z.int(),
              on: day.nullable(),
              by: z.string().nullable(),
              lines: z.array(z.object({ name: z.string().nullable(), words: z.string() })),
            }),
          ),
        }),
      ),
      disclosures: z.number(),
      leftOut: z.array(z.object({ because: z.enum(leftOutReasons), count: z.number() })),
      seen: z.string().describe('Names what is read here; the paper is asked for with it.'),
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
    query: asked.extend({
      seen: z
        .string()
        .max(50)
        .optional()
        .describe(
          'As the preview told it: refused when there is something else by now, which is read first.',
        ),
      without: z
        .string()
        .regex(/^\d{1,4}(,\d{1,4})*$/)
        .max(7000)
        .optional()
        .describe(
          'Entries that whoever gives it leaves out for the sake of others, by their numbers as the preview told them (with `seen`), a comma between.',
        ),
    }),
    answer: z.any(),
    stream: true,
    problems: ['copy-changed'],
  }),
}
