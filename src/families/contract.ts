import { z } from 'zod'
import { day, endpoint, id, line, paging, withId } from '../platform/http/contract.ts'

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

/** Why a head looks a family up: it calls or came, a decision about it waits, it complains. */
export const lookUpPurposes = ['calls', 'decision', 'complaint'] as const

const familyLine = z.object({
  id,
  code: z.string(),
  label: z.string().nullable(),
  locality: z.string().nullable(),
  /** Not told with a pointer alone: to the team, the head and who reads the file. */
  phase: z.enum(phases).nullable(),
  coordinator: z.string().nullable(),
  coordinatorPhone: z.string().nullable(),
  mine: z.enum(['coordinator', 'team', 'invited', 'head', 'appoint', 'asked']),
  /** As the phase. */
  openedAt: z.string().nullable(),
  reviewOn: day.nullable(),
  waits: z.number().int().describe('How much there waits for my answer.'),
  crisis: z.boolean().describe('A level agreed last is 1, as far as I may read levels.'),
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
  lookUp: endpoint({
    method: 'POST',
    question: true,
    path: '/cases/look-up',
    summary:
      'Open cases that my institution leads, by the name of the family or of one of its people, for a stated purpose; for its head. That it was done is kept, its words are not.',
    body: z.object({ name: line(2, 160), purpose: z.enum(lookUpPurposes) }),
    answer: z.array(
      z.object({
        id,
        code: z.string(),
        label: z.string().nullable(),
        locality: z.string().nullable(),
        coordinator: z.string().nullable(),
        coordinatorPhone: z.string().nullable(),
      }),
    ),
  }),
  myFamilies: endpoint({
    method: 'GET',
    path: '/cases',
    summary: 'The families I work with, and those of my institution that I answer for as its head.',
    query: paging.extend({
      show: z.enum(['open', 'closed', 'all', 'without_coordinator']).default('open'),
      only: z
        .enum(['waiting', 'coordinated', 'crisis'])
        .optional()
        .describe('Where something waits for my answer, that I coordinate, or where a level is 1.'),
      order: z.enum(['newest', 'name']).default('newest').describe('The latest opened first, or by name.'),
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
      /** The next review, to the team and the head. */
      reviewOn: day.nullable(),
      /** When the work came to the steps between opening and closing, as far as the reader may know. */
      reached: z.partialRecord(z.enum(phases), z.string().nullable()),
      /** A contract that is not in force yet, and who has still to sign it; told to the coordinator. */
      unfinishedContract: z
        .object({ state: z.enum(['draft', 'printed', 'signed']), waitsFor: z.array(z.string()) })
        .nullable(),
    }),
  }),
}
