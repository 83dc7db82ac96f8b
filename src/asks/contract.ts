import { z } from 'zod'
import { day, endpoint, id, nothing, withId } from '../platform/http/contract.ts'

const obstacles = ['reminded-today', 'nobody-can-answer'] as const

/** An ask of which I may remind: when that was done last, and what stands against it now. */
export const remindable = z.object({ id, remindedOn: day.nullable(), against: z.enum(obstacles).nullable() })

/** At once, or in one letter a day: at an hour in Poland, on working days or on every day. */
const wish = z.object({ atOnce: z.boolean(), hour: z.int().min(0).max(23), everyDay: z.boolean() })

export const asksContract = {
  remindable: endpoint({
    method: 'GET',
    path: '/cases/:id/remindable',
    summary: 'What is asked in a case and not answered, of which I may remind, by what it is about.',
    params: withId,
    within: 'id',
    look: 'asks',
    answer: z.array(remindable.extend({ aboutId: id })),
  }),
  place: endpoint({
    method: 'GET',
    path: '/asks/:id',
    summary: 'Where a letter’s link leads me: what is asked or told, and on which side of it I stand now.',
    params: withId,
    answer: z.object({
      kind: z.string(),
      aboutId: id,
      scopeId: id.nullable(),
      /** I answer, or wait, or was told of it; or it is answered by now, or others are silent, or are away and I stand in. */
      side: z.enum(['asked', 'waits', 'noticed', 'over', 'silent', 'covered']),
    }),
  }),
  wish: endpoint({
    method: 'GET',
    path: '/asks/letters',
    summary: 'How I want to be told by letter: at once, or in one letter a day at an hour.',
    answer: wish,
  }),
  keepWish: endpoint({
    method: 'PUT',
    path: '/asks/letters',
    summary:
      'Says how I want to be told by letter. What is to be answered today, and danger, is told at once in any case.',
    body: wish,
    answer: nothing,
  }),
  remind: endpoint({
    method: 'POST',
    path: '/asks/:id/remind',
    summary: 'Reminds whoever is asked (by an invitation, an item) and has not answered; at most once a day.',
    params: withId,
    answer: nothing,
    problems: [...obstacles, 'nothing-to-remind-of'],
  }),
}
