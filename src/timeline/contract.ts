import { z } from 'zod'
import { happenings, readOut } from '../platform/happenings.ts'
import { endpoint, id, nothing, paging, quoted, readers, text, withId } from '../platform/http/contract.ts'

const timelineEntry = z.object({
  id,
  at: z.string(),
  verb: z.string(),
  kind: z.enum(happenings),
  subjectId: id,
  worker: z.string().nullable(),
  institution: z.string().nullable(),
  values: z.record(z.string(), z.unknown()).nullable(),
  readOut: readOut.nullable().describe('What its thing says, where I may read it: the words of a note.'),
  locked: z.boolean(),
  /** Of a locked one: it may still be opened by whose it is. */
  askable: z.boolean(),
  /** What became of asking for it; `ended` when nobody is there to answer any more. */
  asked: z
    .object({
      at: z.string(),
      answer: z.enum(['opened', 'declined', 'ended']).nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
})

export const timelineContract = {
  timeline: endpoint({
    method: 'GET',
    path: '/cases/:id/timeline',
    summary: 'What happened in a case, newest first.',
    params: withId,
    within: 'id',
    look: 'timeline',
    query: paging.extend({
      limit: z.coerce.number().int().min(1).max(200).default(20),
      kind: z.enum(happenings).optional(),
    }),
    answer: z.object({ items: z.array(timelineEntry), next: z.string().nullable() }),
  }),
  askForEntry: endpoint({
    method: 'POST',
    path: '/cases/:id/entries/:entryId/ask',
    summary: 'Asks the institution that keeps an entry to itself to open it; the coordinator.',
    params: z.object({ id, entryId: id }),
    body: z.object({ id, why: text('timeline.entry_request.why') }),
    answer: nothing,
    problems: ['already-asked', 'nobody-to-ask', 'nothing-to-open'],
  }),
  entryRequest: endpoint({
    method: 'GET',
    path: '/entry-requests/:id',
    summary: 'What a coordinator asks my institution to open, and what it is.',
    params: withId,
    answer: z.object({
      id,
      caseId: id,
      code: z.string(),
      family: z.string().nullable(),
      why: z.string(),
      askedBy: z.string(),
      askedAt: z.string(),
      answer: z.enum(['opened', 'declined']).nullable(),
      opened: z
        .object({ about: z.array(id), class: z.string(), readers })
        .nullable()
        .describe('Whom a note or a view is about, and who will read it once it is open.'),
      entry: z.object({
        verb: z.string(),
        at: z.string(),
        worker: z.string().nullable(),
        values: z.record(z.string(), z.unknown()).nullable(),
        what: z.string().nullable().describe('The words of a note.'),
      }),
    }),
  }),
  answerEntryRequest: endpoint({
    method: 'POST',
    path: '/entry-requests/:id/answer',
    summary:
      'Opens what a coordinator asked for, or declines with a reason; one of the institution on the team.',
    params: withId,
    body: z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('opened') }),
      z.object({
        answer: z.literal('declined'),
        reason: quoted(text('timeline.entry_request.decline_reason')),
      }),
    ]),
    answer: nothing,
    problems: ['entry-request-already-answered', 'cannot-be-opened'],
  }),
}
