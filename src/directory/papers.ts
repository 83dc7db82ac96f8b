import { z } from 'zod'
import { formsOf, frame, maybe, text } from '../platform/documents/form.ts'

const list = frame.extend({
  /** Where the way is counted from. */
  from: maybe(text),
  services: z
    .array(
      z.strictObject({
        name: text,
        who: text,
        where: maybe(text),
        open: maybe(text),
        way: maybe(text),
        phone: maybe(text),
        note: maybe(text),
      }),
    )
    .min(1),
})

/** What the papers of the directory need to know. */
export const papers = formsOf({ 'service-list': list })
