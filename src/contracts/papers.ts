import { z } from 'zod'
import {
  closedPeriod,
  contact,
  day,
  formsOf,
  frame,
  maybe,
  official,
  period,
  text,
} from '../platform/documents/form.ts'

const contractPerson = z.strictObject({ name: text, pesel: maybe(text), address: text })

const contractAction = z.strictObject({
  action: text,
  obliged: text,
  due: text,
  evaluation: maybe(text),
  evaluatedOn: maybe(day),
})

const contractFrame = frame.extend({
  number: maybe(text),
  concludedOn: maybe(day),
  period: closedPeriod,
  socialWorker: official.extend({ phone: text }),
  signatories: z
    .array(
      z.strictObject({
        name: text,
        role: text,
        note: maybe(text),
        /** Who cannot declare their will is named, without a line. */
        signs: z.boolean().default(true),
      }),
    )
    .min(1),
  approver: official,
  mainGoal: text,
  /** The others, beside the main one. */
  goals: z.array(text),
  expectedEffects: text,
  actions: z.array(contractAction).min(1),
  changes: z.array(z.strictObject({ on: day, change: text })),
  finalEvaluation: maybe(z.strictObject({ on: day, goalsReached: z.enum(['yes', 'partly', 'no']), text })),
  copies: z.int().positive(),
})

const socialContractA = contractFrame.extend({
  persons: z.array(contractPerson).min(1),
  family: z.array(z.strictObject({ name: text, relation: text, pesel: maybe(text) })),
  causes: text,
  possibilities: text,
  limitations: text,
  barriers: text,
})

const socialContractB = contractFrame.extend({
  person: contractPerson,
  referral: maybe(text),
  education: text,
  skills: text,
  experience: text,
  causes: text,
  limitations: text,
  earlierAttempts: text,
  strengths: text,
})

const cooperationPlan = frame.extend({
  planDocument: text,
  number: text,
  partnership: text,
  commune: text,
  status: text,
  coordinator: contact.extend({ institution: text }),
  team: z.array(z.strictObject({ name: text, institution: text, role: text, phone: maybe(text) })).min(1),
  period: closedPeriod,
  people: z
    .array(
      z.strictObject({
        name: text,
        relation: text,
        part: text,
        capacity: maybe(text),
        contactRules: maybe(text),
      }),
    )
    .min(1),
  consents: z.array(
    z.strictObject({
      person: text,
      /** Who agreed, and in which way. */
      by: text,
      to: text,
      classes: z.array(text).min(1),
      given: day,
      until: day,
      withdrawnOn: maybe(day),
    }),
  ),
  domains: z
    .array(
      z.strictObject({
        domain: text,
        teamLevel: maybe(z.int().min(1).max(5)),
        familyLevel: maybe(z.int().min(1).max(5)),
        strengths: maybe(text),
        limitations: maybe(text),
        barriers: maybe(text),
        today: maybe(text),
        dissent: maybe(text),
      }),
    )
    .min(1),
  assessedOn: day,
  assessedBy: z.array(text).min(1),
  goals: z
    .array(
      z.strictObject({
        /** Null: what is done beside goals that this paper may say. */
        goal: maybe(text),
        domain: text,
        indicator: text,
        target: text,
        due: day,
        actions: z.array(
          z.strictObject({
            what: text,
            sign: maybe(text),
            /** Who does it, line by line: people of the family, an institution, its worker. */
            who: z.array(text).min(1),
            forWhom: maybe(text),
            frequency: text,
            period,
            cost: maybe(text),
          }),
        ),
      }),
    )
    .min(1),
  commitments: z.array(z.strictObject({ who: text, what: z.array(text).min(1) })).min(1),
  consequences: text,
  links: z.array(z.strictObject({ document: text, number: maybe(text), owner: text })),
  monitoring: z.array(z.strictObject({ on: day, kind: text, what: text, next: maybe(text) })),
  reviews: z.array(day),
  changes: z.array(z.strictObject({ on: day, what: text, why: text, agreedBy: text })),
  closing: maybe(
    z.strictObject({
      on: day,
      reason: text,
      familyOpinion: maybe(text),
      opinions: z.array(z.strictObject({ institution: text, opinion: text })),
      afterCare: z.array(day),
    }),
  ),
  signatories: z.array(z.strictObject({ name: text, role: text })).min(1),
})

const familySheet = frame.extend({
  language: z.enum(['pl', 'uk']),
  forWhom: text,
  goals: z.array(z.strictObject({ words: text, until: day })),
  weDo: z.array(
    z.strictObject({
      who: text,
      does: text,
      with: maybe(text),
      often: maybe(text),
      from: maybe(day),
      until: maybe(day),
      sign: maybe(text),
    }),
  ),
  /** Institutions in the order of their first action. */
  othersDo: z.array(
    z.strictObject({
      institution: text,
      contacts: z.array(z.strictObject({ person: maybe(text), phone: maybe(text) })).min(1),
      does: z
        .array(
          z.strictObject({
            what: text,
            forWhom: maybe(text),
            often: maybe(text),
            from: maybe(day),
            until: maybe(day),
          }),
        )
        .min(1),
    }),
  ),
  review: maybe(z.strictObject({ on: day, weekday: text })),
  leads: text,
  /** Beside who leads; institutions that read about the same people stand together. Nobody named: about all of them. */
  sees: z.array(z.strictObject({ institutions: z.array(text).min(1), about: z.array(text) })),
  coordinator: contact,
})

const casePrint = frame.extend({
  caseCode: text,
  requestedBy: text,
  basis: text,
  covers: closedPeriod,
  phase: text,
  openedOn: day,
  closedOn: maybe(day),
  leadingInstitution: text,
  coordinator: official,
  people: z.array(z.strictObject({ name: text, relation: text, birthDate: maybe(day) })).min(1),
  sections: z
    .array(
      z.strictObject({
        title: text,
        paragraphs: z.array(text),
        entries: z.array(z.strictObject({ on: day, who: text, what: text })),
      }),
    )
    .min(1),
  leftOut: z.array(text).min(1),
  preparedBy: official,
})

/** What the papers of a case need to know. */
export const papers = formsOf({
  'social-contract-a': socialContractA,
  'social-contract-b': socialContractB,
  'cooperation-plan': cooperationPlan,
  'family-sheet': familySheet,
  'case-print': casePrint,
})
