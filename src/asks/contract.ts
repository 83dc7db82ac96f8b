import { z } from 'zod'
import { day, endpoint, id, nothing, withId } from '../platform/http/contract.ts'

const obstacles = ['reminded-today', 'nobody-can-answer'] as const

/** An ask of which I may remind: when that was done last, and what stands against it now. */
export const remindable = z.object({ id, remindedOn: day.nullable(), against: z.enum(obstacles).nullable() })

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
  remind: endpoint({
    method: 'POST',
    path: '/asks/:id/remind',
    summary: 'Reminds whoever is asked (by an invitation, an item) and has not answered; at most once a day.',
    params: withId,
    answer: nothing,
    problems: [...obstacles, 'nothing-to-remind-of'],
  }),
}
