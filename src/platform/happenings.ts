import { z } from 'zod'

/** What kind of thing happened: somebody's words, a meeting or a call … What is none of these is a change in what is kept. */
export const happenings = [
  'voice',
  'meeting',
  'answer',
  'agreed',
  'people',
  'task',
  'paper',
  'change',
] as const
export type Happening = (typeof happenings)[number]

/** What a thing says where it is told that it happened: its words, when and with whom it was, what comes next. */
export const readOut = z.object({
  words: z.string(),
  next: z.string().nullable(),
  at: z.string().nullable(),
  withWhom: z.string().nullable(),
})
export type ReadOut = z.output<typeof readOut>
