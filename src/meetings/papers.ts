import { z } from 'zod'
import { day, formsOf, frame, maybe, text } from '../platform/documents/form.ts'

const minutes = frame.extend({
  kind: text,
  when: text,
  where: maybe(text),
  /** How the family is called, where it is about one that the reader may know. */
  family: maybe(text),
  present: z.array(text),
  absent: z.array(text),
  /** Of whom nobody wrote down whether they came. */
  unsaid: z.array(text),
  /** What the rules of work say of who is to be there, and how many came of those without whom nobody begins. */
  quorum: maybe(text),
  points: z.array(
    z.strictObject({
      what: text,
      /** Who left the room for it. */
      without: maybe(text),
      words: maybe(text),
      /** What guests say to it, each under their name. */
      guests: z.array(text),
      decisions: z.array(
        z.strictObject({
          what: text,
          who: maybe(text),
          due: maybe(day),
          /** What it became: a request in the basket, a level. */
          became: maybe(text),
        }),
      ),
      remarks: z.array(text),
    }),
  ),
  /** For whom it was printed, and whether it is approved. */
  standing: text,
})

/** What the papers of meetings need to know. */
export const papers = formsOf({ 'meeting-minutes': minutes })
