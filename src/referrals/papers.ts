import { z } from 'zod'
import { contact, day, formsOf, frame, maybe, party, text } from '../platform/documents/form.ts'

const referral = frame.extend({
  to: party,
  /** Whom it is about in a word, and by name. */
  about: text,
  who: text,
  phone: maybe(text),
  sentOn: day,
  sentBy: contact,
  words: text,
  basis: text,
  until: day,
  /** Of a letter to somebody who is not in Splot: by when an answer is asked for. */
  answerBy: maybe(day),
  points: z
    .array(
      z.strictObject({
        what: text,
        state: text,
        /** What the receiver said, each with its day. */
        said: z.array(text),
      }),
    )
    .min(1),
})

/** What the papers of referrals need to know. */
export const papers = formsOf({ referral })
