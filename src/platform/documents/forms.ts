/**
 * What each document needs to know. The names of the forms are the names of the templates in `data/forms`;
 * a filled example of each stands in `data/forms/examples`. Days are ISO dates, texts are set as they stand.
 */
import { z } from 'zod'

const text = z.string().trim().min(1)
const day = z.iso.date()
/** May be left out; the template then prints a dash, an empty line or nothing. */
const maybe = <S extends z.ZodType>(schema: S) => schema.nullable().default(null)

const institution = z.strictObject({ name: text, address: text, phone: maybe(text), email: maybe(text) })
const official = z.strictObject({ name: text, position: text })
const contact = official.extend({ phone: maybe(text), email: maybe(text) })
/** `to` is the last day; null means without an end. */
const period = z.strictObject({ from: day, to: maybe(day) })
const closedPeriod = z.strictObject({ from: day, to: day })

/** The part that every document has: who issues it, where and when, and what the footer says. */
const frame = z.strictObject({
  practice: z.boolean(),
  document: z.strictObject({ id: text, version: z.int().positive(), hash: maybe(text) }),
  issuer: institution,
  place: text,
  date: day,
  reference: maybe(text),
})

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
  parties: z.array(institution.extend({ representedBy: official, contributes: maybe(text) })).min(2),
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
  noticeDays: z.int().positive(),
  provisions: z.array(text),
})

const exitHandover = frame.extend({
  partnership,
  institution,
  head: official,
  leavesOn: day,
  reason: text,
  parts: z.array(
    z.strictObject({ caseCode: text, worker: text, part: text, handedTo: text, handedOn: maybe(day) }),
  ),
  openItems: z.array(z.strictObject({ caseCode: text, item: text, due: maybe(day), handedTo: text })),
  disclosures: z.strictObject({ given: z.int().min(0), received: z.int().min(0) }),
  receivedBy: official,
})

const invitation = frame.extend({
  partnership,
  invited: institution.extend({ head: maybe(text) }),
  why: text,
  meeting: z.strictObject({ date: day, time: text, place: text, agenda: z.array(text).min(1) }),
  expected: z.array(text).min(1),
  answerBy: day,
  contact,
  signatory: official,
})

const informationClause = frame.extend({
  controller: institution,
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
  from: institution,
  to: institution,
  /** What is not filled in yet is left to be written by hand. */
  classes: z.array(z.strictObject({ name: text, examples: text, chosen: z.boolean().default(true) })).min(1),
  purpose: maybe(text),
  period: closedPeriod.nullable().default(null),
  caseCode: text,
  form: z.enum(['paper_signed', 'electronic', 'oral_noted']),
  withdrawTo: contact,
  receivedBy: official,
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

const contractPerson = z.strictObject({ name: text, pesel: maybe(text), address: text })

const contractAction = z.strictObject({
  action: text,
  obliged: text,
  due: text,
  evaluation: maybe(text),
  evaluatedOn: maybe(day),
})

const contractFrame = frame.extend({
  /** True once a person has compared the layout with the Journal of Laws; until then the margin says so. */
  verified: z.boolean(),
  number: maybe(text),
  concludedOn: maybe(day),
  period: closedPeriod,
  socialWorker: official.extend({ phone: text }),
  signatories: z.array(z.strictObject({ name: text, role: text, note: maybe(text) })).min(1),
  approver: official,
  mainGoal: text,
  goals: z.array(z.strictObject({ goal: text, expectedEffect: text })).min(1),
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
  mainGoal: text,
  goals: z
    .array(
      z.strictObject({
        goal: text,
        domain: text,
        familyWords: maybe(text),
        indicator: text,
        target: text,
        due: day,
        actions: z.array(
          z.strictObject({
            service: text,
            provider: text,
            responsible: text,
            forWhom: text,
            frequency: text,
            period,
            cost: maybe(text),
            funding: text,
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
  planDocument: text,
  forWhom: text,
  goals: z.array(z.strictObject({ words: text, when: text })).min(1),
  who: z
    .array(z.strictObject({ person: text, institution: text, does: text, when: text, phone: maybe(text) }))
    .min(1),
  weDo: z.array(text),
  nextMeeting: maybe(z.strictObject({ on: day, time: text, place: text })),
  sees: z.array(z.strictObject({ institution: text, what: text, until: maybe(day) })),
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

/** The shape of the data of each form. */
export const forms = {
  'accession-declaration': accessionDeclaration,
  agreement,
  'agreement-end': agreementEnd,
  appointment,
  'rules-of-work': rulesOfWork,
  'exit-handover': exitHandover,
  invitation,
  'information-clause': informationClause,
  consent,
  'consent-withdrawal': consentWithdrawal,
  'disclosure-register': disclosureRegister,
  'social-contract-a': socialContractA,
  'social-contract-b': socialContractB,
  'cooperation-plan': cooperationPlan,
  'family-sheet': familySheet,
  'case-print': casePrint,
} as const

export type FormName = keyof typeof forms
export type FormData<Name extends FormName> = z.input<(typeof forms)[Name]>

export const formNames = Object.keys(forms) as FormName[]
