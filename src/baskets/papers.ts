import { z } from 'zod'
import { formsOf, frame, maybe, text } from '../platform/documents/form.ts'

const basket = frame.extend({
  title: text,
  lead: text,
  goals: z
    .array(
      z.strictObject({
        words: text,
        parts: z.array(
          z.strictObject({ what: text, who: maybe(text), lines: z.array(text), unknown: z.array(text) }),
        ),
      }),
    )
    .min(1),
  note: text,
})

/** What the papers of a basket need to know. */
export const papers = formsOf({ 'family-basket': basket })
