import { z } from 'zod'
import { lookUpPurposes } from '../families/contract.ts'
import { day, endpoint, id, nothing, paging, text, withId } from '../platform/http/contract.ts'

/** Why an officer asks for a record; of `head`, the deeds of the head, the head is told later. */
export const purposes = ['complaint', 'request', 'breach', 'audit', 'head'] as const

/** Where something was: an opaque id, what kind of place it is, and of a case the code on its papers; null for what lies in no scope. */
const where = { scopeId: id.nullable(), kind: z.string().nullable(), code: z.string().nullable() }
const filters = paging.extend({
  worker: id.optional(),
  day: day.optional(),
  code: text(1, 60).optional().describe('The code on a paper of the family, such as KQB-XM4.'),
})

const record = z.object({
  id,
  scopeId: id,
  kind: z.string(),
  code: z.string().nullable(),
  purpose: z.enum(purposes),
  reason: z.string(),
  worker: z.string(),
  mine: z.boolean(),
  since: z.string(),
  until: z.string(),
  open: z.boolean(),
  seenAt: z.string().nullable(),
})

export const oversightContract = {
  journal: endpoint({
    method: 'GET',
    path: '/oversight/journal',
    summary:
      'What was done in my institution: when, who, which verb, in what kind of place; never content. For its officers.',
    query: filters.extend({
      /** A verb (`contact.written`) or what it is about (`contact`). */
      verb: z
        .string()
        .regex(/^[a-z-]{2,30}(\.[a-z-]{2,30})?$/)
        .optional(),
    }),
    answer: z.object({
      items: z.array(
        z.object({ id, at: z.string(), worker: z.string().nullable(), verb: z.string(), ...where }),
      ),
      next: z.string().nullable(),
    }),
  }),
  looks: endpoint({
    method: 'GET',
    path: '/oversight/looks',
    summary:
      'Who in my institution looked where, at what kind of thing, and when; without what was there. For its officers.',
    query: filters,
    answer: z.object({
      items: z.array(
        z.object({ id, at: z.string(), worker: z.string().nullable(), pages: z.array(z.string()), ...where }),
      ),
      next: z.string().nullable(),
    }),
  }),
  searches: endpoint({
    method: 'GET',
    path: '/oversight/searches',
    summary:
      'How often each worker of my institution searched for people before opening a case, by month: for how many concerns, how many families were shown, how many of them nobody took up. For its officers.',
    answer: z.array(
      z.object({
        month: day,
        worker: z.string().nullable(),
        searches: z.int(),
        concerns: z.int(),
        families: z.int(),
        untouched: z.int().describe('Families that were shown though nothing was taken up about them.'),
      }),
    ),
  }),
  lookUps: endpoint({
    method: 'GET',
    path: '/oversight/look-ups',
    summary:
      'How often the head of my institution, or who stood in, looked families up by name, by month and purpose, and how many families were shown. For its officers.',
    answer: z.array(
      z.object({
        month: day,
        worker: z.string().nullable(),
        purpose: z.enum(lookUpPurposes),
        times: z.int(),
        families: z.int(),
      }),
    ),
  }),
  records: endpoint({
    method: 'GET',
    path: '/oversight/records',
    summary:
      'Records that officers of my institution asked for, the newest first; for officers and the head.',
    answer: z.array(record),
  }),
  openRecord: endpoint({
    method: 'POST',
    path: '/oversight/records',
    summary:
      'Opens the record of one place for a stated purpose, for 24 hours. The head is told, of their own deeds later.',
    body: z.object({ id, scopeId: id, purpose: z.enum(purposes), reason: text('oversight.record.reason') }),
    answer: withId,
    problems: ['record-open-already'],
  }),
  record: endpoint({
    method: 'GET',
    path: '/oversight/records/:id',
    summary:
      'The record that I asked for, while it is open: what it is called, and who of my institution looked.',
    params: withId,
    answer: record.extend({
      name: z.string().nullable(),
      looks: z.array(z.object({ at: z.string(), worker: z.string().nullable(), pages: z.array(z.string()) })),
    }),
  }),
  entries: endpoint({
    method: 'GET',
    path: '/oversight/records/:id/entries',
    summary: 'What people of my institution wrote there, with its content, the newest first.',
    params: withId,
    query: paging,
    answer: z.object({
      items: z.array(
        z.object({
          id,
          at: z.string(),
          worker: z.string().nullable(),
          verb: z.string(),
          values: z.record(z.string(), z.unknown()).nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/oversight/records/:id/acknowledgement',
    summary: 'As the head, I know that this record was asked for.',
    params: withId,
    body: nothing,
    answer: nothing,
  }),
}
