import { z } from 'zod'
import {
  closedPeriod,
  contact,
  day,
  formsOf,
  frame,
  maybe,
  official,
  party,
  period,
  text,
} from '../platform/documents/form.ts'

const partnership = z.strictObject({ name: text, area: text, leadingInstitution: text })

const answerDays = z.strictObject({
  immediate: z.int().min(0),
  withinDays: z.int().positive(),
  canWait: z.int().positive(),
})

const accessionDeclaration = frame.extend({
  partnership: partnership.extend({ agreementDate: maybe(day) }),
  head: official,
  period,
  contributions: z.array(text).min(1),
  representative: contact,
  deputy: maybe(contact),
})

const agreement = frame.extend({
  partnership,
  number: maybe(text),
  period: closedPeriod,
  planDocument: text,
  meetingEvery: text,
  answerDays,
  noticeDays: z.int().positive(),
  parties: z.array(party.extend({ representedBy: official, contributes: maybe(text) })).min(2),
  provisions: z.array(text),
})

const agreementEnd = frame.extend({
  partnership,
  number: maybe(text),
  period: closedPeriod,
  decidedOn: day,
  lastDay: day,
  reason: text,
  parties: z.array(z.strictObject({ name: text, representedBy: official })).min(1),
})

const appointment = frame.extend({
  partnership,
  head: official,
  legalBasis: maybe(text),
  period,
  representative: contact,
  deputy: maybe(contact),
  scope: z.array(text).min(1),
})

const rulesOfWork = frame.extend({
  partnership,
  adoptedOn: day,
  leader: official,
  secretary: maybe(official),
  planDocument: text,
  taskTeam: text,
  meetingEvery: text,
  inviteDaysBefore: z.int().positive(),
  quorum: text,
  answerDays,
  silence: z.array(z.strictObject({ after: text, told: text, what: text })).min(1),
  danger: z.strictObject({ minutes: z.int().positive(), next: z.array(text).min(1) }),
  noticeDays: z.int().positive(),
  provisions: z.array(text),
})

const exitHandover = frame.extend({
  partnership,
  institution: party,
  head: official,
  leavesOn: day,
  reason: text,
  parts: z.array(
    z.strictObject({ caseCode: text, worker: text, part: text, handedTo: text, handedOn: maybe(day) }),
  ),
  openItems: z.array(z.strictObject({ caseCode: text, item: text, due: maybe(day), handedTo: text })),
  disclosures: z.strictObject({ given: text, received: text }),
  receivedBy: official,
})

const invitation = frame.extend({
  partnership,
  invited: party.extend({ head: maybe(text) }),
  why: text,
  meeting: z.strictObject({ date: day, time: text, place: text, agenda: z.array(text).min(1) }),
  expected: z.array(text).min(1),
  answerBy: day,
  contact,
  signatory: official,
})

const answerTimes = frame.extend({
  partnership,
  since: day,
  agreed: text,
  institutions: z
    .array(
      z.strictObject({
        name: text,
        usual: maybe(text),
        most: maybe(text),
        inTime: maybe(text),
        beside: maybe(text),
      }),
    )
    .min(1),
  fair: z.array(text).min(1),
  steps: z.array(z.strictObject({ what: text, why: text })),
})

/** What the papers of a partnership need to know. */
export const papers = formsOf({
  'accession-declaration': accessionDeclaration,
  agreement,
  'agreement-end': agreementEnd,
  'answer-times': answerTimes,
  appointment,
  'rules-of-work': rulesOfWork,
  'exit-handover': exitHandover,
  invitation,
})
