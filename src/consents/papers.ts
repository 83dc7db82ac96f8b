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
  text,
} from '../platform/documents/form.ts'

const informationClause = frame.extend({
  controller: party,
  dataProtectionOfficer: z.strictObject({ name: maybe(text), contact: text }),
  purposes: z.array(z.strictObject({ purpose: text, basis: text })).min(1),
  data: z.array(text).min(1),
  sources: z.array(text).min(1),
  recipients: z.array(text).min(1),
  retention: text,
  planDocument: text,
  /** `aboutChild`: whom the data are about, when somebody is told in place of a child. */
  given: z.strictObject({ to: maybe(text), aboutChild: maybe(text), on: maybe(day), by: maybe(official) }),
})

const consent = frame.extend({
  person: z.strictObject({ name: text, birthDate: maybe(day) }),
  /** Filled when somebody decides for the person: a parent, a guardian. */
  representatives: z.array(z.strictObject({ name: maybe(text), authority: text })),
  childsView: maybe(text),
  from: party,
  to: party,
  /** What is not filled in yet is left to be written by hand. */
  classes: z.array(z.strictObject({ name: text, examples: text, chosen: z.boolean().default(true) })).min(1),
  purpose: maybe(text),
  period: closedPeriod.nullable().default(null),
  caseCode: text,
  form: z.enum(['paper_signed', 'electronic', 'oral_noted']),
  withdrawTo: contact,
  receivedBy: official,
})

/** A page for each sheet: one person, who signs, and what institutions may exchange. */
const consentSheets = frame.extend({
  withdrawTo: contact,
  officer: z.strictObject({ name: maybe(text), contact: text }),
  receivedBy: official,
  sheets: z
    .array(
      z.strictObject({
        about: text,
        signer: text,
        child: z.boolean(),
        /** The child itself is heard. */
        hearing: z.boolean(),
        /** The first in this case: also about what was written already. */
        first: z.boolean(),
        until: day,
        classes: z.array(z.strictObject({ code: text, name: text, examples: text })).min(1),
        rows: z.array(z.strictObject({ institution: text, classes: z.array(text).min(1) })).min(1),
      }),
    )
    .min(1),
})

/** What others read about one person now, and about children for whom they sign: of nobody else. */
const whoSees = frame.extend({
  person: text,
  withdrawTo: contact,
  parts: z.array(
    z.strictObject({
      about: text,
      classes: z.array(text).min(1),
      /** By class, the last day; null: nothing. */
      rows: z.array(z.strictObject({ institution: text, until: z.array(day.nullable()) })),
    }),
  ),
  /** Consents of before, and what the law lets another institution read. */
  earlier: z.array(text),
})

const consentWithdrawal = frame.extend({
  person: z.strictObject({ name: text, birthDate: maybe(day) }),
  representatives: z.array(z.strictObject({ name: text, authority: text })),
  consent: z.strictObject({ id: text, given: day, from: text, to: text, classes: z.array(text).min(1) }),
  whole: z.boolean(),
  withdrawnClasses: z.array(text),
  withdrawnOn: day,
  reason: maybe(text),
  receivedBy: official,
})

const disclosureRegister = frame.extend({
  caseCode: text,
  covers: closedPeriod,
  /** Whether all disclosures of the case stand here, or those alone that the issuer gave or got. */
  whole: z.boolean(),
  entries: z.array(
    z.strictObject({
      on: day,
      from: text,
      to: text,
      about: text,
      classes: z.array(text).min(1),
      basis: text,
      purpose: text,
      until: maybe(day),
      withdrawnOn: maybe(day),
    }),
  ),
  keptBy: official,
})

/** What the papers about a family’s data need to know. */
export const papers = formsOf({
  'information-clause': informationClause,
  consent,
  'consent-sheets': consentSheets,
  'who-sees': whoSees,
  'consent-withdrawal': consentWithdrawal,
  'disclosure-register': disclosureRegister,
})
