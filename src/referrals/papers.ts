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

/** For the family: what is asked of whom, what is read there, on what basis, and what they may say no to. */
const forFamily = frame.extend({
  who: text,
  to: text,
  toPhone: maybe(text),
  sentOn: day,
  sentBy: contact,
  points: z.array(z.strictObject({ what: text, state: text })).min(1),
  reads: z.array(text).min(1),
  words: text,
  basis: text,
  mayRefuse: z.array(text).min(1),
})

/** What the papers of referrals need to know. */
export const papers = formsOf({ referral, 'family-referral': forFamily })
