import { z } from 'zod'
import { contact, day, formsOf, frame, maybe, official, text } from '../platform/documents/form.ts'

/** What a copy of what is kept about one person needs to know: of nobody else. */
const personCopy = frame.extend({
  person: text,
  /** Filled when somebody who represents the person takes it. */
  takenBy: maybe(text),
  dataProtectionOfficer: z.strictObject({ name: maybe(text), contact: text }),
  purposes: z.array(z.strictObject({ purpose: text, basis: text })).min(1),
  sources: z.array(text).min(1),
  retention: text,
  facts: z.array(z.strictObject({ name: text, value: text })).min(1),
  parts: z.array(
    z.strictObject({
      title: text,
      entries: z
        .array(
          z.strictObject({
            on: maybe(day),
            by: maybe(text),
            lines: z.array(z.strictObject({ name: maybe(text), words: text })).min(1),
          }),
        )
        .min(1),
    }),
  ),
  received: z.array(
    z.strictObject({
      on: day,
      to: text,
      classes: z.array(text).min(1),
      basis: text,
      until: maybe(day),
      withdrawnOn: maybe(day),
    }),
  ),
  elsewhere: z.array(text),
  askAt: contact,
  preparedBy: official,
})

/** What a person's copy needs to know. */
export const papers = formsOf({ 'person-copy': personCopy })
