import { z } from 'zod'
import { day, endpoint, id, paging, withId } from '../platform/http/contract.ts'

export const phases = [
  'concern',
  'team',
  'assessment',
  'basket',
  'contract',
  'realisation',
  'evaluation',
  'closed',
] as const

const familyLine = z.object({
  id,
  code: z.string(),
  label: z.string().nullable(),
  locality: z.string().nullable(),
  /** Not told with a pointer alone: to the team, the head and who reads the file. */
  phase: z.enum(phases).nullable(),
  coordinator: z.string().nullable(),
  coordinatorPhone: z.string().nullable(),
  mine: z.enum(['coordinator', 'team', 'invited', 'head', 'asked']),
  openedAt: z.string(),
  reviewOn: day.nullable(),
  partnershipName: z.string(),
})

export const familiesContract = {
  led: endpoint({
    method: 'GET',
    path: '/cases/led',
    summary:
      'Open cases that my institution leads, for its head: who coordinates each, and how many things are late.',
    answer: z.object({
      families: z.array(
        z.object({
          id,
          code: z.string(),
          label: z.string().nullable(),
          locality: z.string().nullable(),
          coordinator: z.object({ id, name: z.string(), position: z.string() }).nullable(),
          lateTasks: z.number().int(),
          lateAnswers: z.number().int(),
          reviewOn: day.nullable(),
        }),
      ),
    }),
  }),
  myFamilies: endpoint({
    method: 'GET',
    path: '/cases',
    summary: 'The families I work with, and those of my institution that I answer for as its head.',
    query: paging.extend({
      show: z.enum(['open', 'closed', 'all', 'without_coordinator']).default('open'),
      wanted: z
        .string()
        .trim()
        .max(100)
        .optional()
        .describe('A name of a person or a family, a place, or a code.'),
    }),
    answer: z.object({ items: z.array(familyLine), next: z.string().nullable() }),
  }),
  standing: endpoint({
    method: 'GET',
    path: '/cases/:id/standing',
    summary: 'How far the work with a family is, and when it came there.',
    params: withId,
    within: 'id',
    look: 'case',
    answer: z.object({
      /** As in the list: not told with a pointer alone. */
      phase: z.enum(phases).nullable(),
      /** When the work came to the steps between opening and closing, as far as the reader may know. */
      reached: z.partialRecord(z.enum(phases), z.string().nullable()),
      /** A contract that is not in force yet, and who has still to sign it; told to the coordinator. */
      unfinishedContract: z
        .object({ state: z.enum(['draft', 'printed', 'signed']), waitsFor: z.array(z.string()) })
        .nullable(),
    }),
  }),
}
