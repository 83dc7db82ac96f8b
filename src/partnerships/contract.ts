import { z } from 'zod'
import {
  codeOf,
  day,
  endpoint,
  id,
  instant,
  line,
  nothing,
  paging,
  terc,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'

/** Where an institution stands in a partnership. */
const membershipStates = ['invited', 'declared', 'member', 'suspended', 'left'] as const
/** Where a partnership stands: its agreement is being made, holds, is suspended, or has ended. */
const partnershipStates = ['founding', 'in_force', 'suspended', 'ended'] as const

/** A number for those who do not see what is counted (splot.band); the words for it are the text `band`. */
const band = z.enum(['under_5', 'from_5', 'from_10', 'from_20', 'from_50'])
/** How many of the answers came in time, in words: nine in ten or more, half or more, fewer. */
const shareInTime = z.enum(['nearly_all', 'most', 'fewer'])

const institution = z.object({
  id,
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.string(),
})
const appointed = z.object({
  id,
  workerId: id,
  name: z.string(),
  position: z.string(),
  phone: z.string().nullable(),
  since: day,
})

const partnershipLine = z.object({
  id,
  name: z.string(),
  variant: z.string(),
  teamName: z.string().nullable(),
  leadingInstitution: z.object({ id, name: z.string() }),
  area: z.array(z.object({ terc: z.string(), name: z.string() })),
  state: z.enum(partnershipStates),
  since: day.nullable(),
  until: day.nullable(),
  members: z.int(),
  /** Where my institution stands in it; null for a leading one without a membership. */
  mine: z.enum(membershipStates).nullable(),
  myMembershipId: id.nullable(),
  iLead: z.boolean(),
})

const member = z.object({
  id,
  institution,
  leading: z.boolean(),
  mine: z.boolean(),
  state: z.enum(membershipStates),
  invitedOn: day,
  answerBy: day.nullable(),
  declaredOn: day.nullable(),
  declaredHow: z.enum(['paper', 'in_app']).nullable(),
  declarationFileId: id.nullable(),
  contributes: z.string().nullable(),
  since: day.nullable(),
  leftOn: day.nullable(),
  leftBecause: z.string().nullable(),
  document: z.enum(['agreement', 'declaration']).nullable(),
  suspension: z.object({ until: day.nullable(), reason: z.string(), mine: z.boolean() }).nullable(),
  representative: appointed.nullable(),
  deputy: appointed.nullable(),
  version,
})

const agreement = z.object({
  id,
  number: z.string().nullable(),
  from: day,
  to: day,
  draftedOn: day,
  inForceSince: day.nullable(),
  ended: z.boolean(),
  /** How the partnership decided to end it before its day. */
  endedEarly: z.object({ lastDay: day, decidedOn: day, reason: z.string() }).nullable(),
  /** How the partnership decided to suspend it, while it is; no last day: until it is resumed. */
  suspension: z.object({ until: day.nullable(), decidedOn: day, reason: z.string() }).nullable(),
  answerDays: z.object({ immediate: z.int(), urgent: z.int(), usual: z.int() }),
  meetingEveryMonths: z.int(),
  noticeDays: z.int(),
  provisions: z.array(z.string()),
  parties: z.array(
    z.object({
      institutionId: id,
      name: z.string(),
      kind: z.string(),
      founding: z.boolean(),
      signedOn: day.nullable(),
      how: z.enum(['paper', 'in_app']).nullable(),
      fileId: id.nullable(),
      mine: z.boolean(),
    }),
  ),
})

const rulesFacts = z.object({
  adoptedOn: day,
  answerDaysImmediate: z.int().min(0).max(1),
  answerDaysUrgent: z.int().min(1).max(7),
  answerDaysUsual: z.int().min(1).max(30),
  reviewEveryMonths: z.int().min(1).max(6),
  meetingEveryMonths: z.int().min(1).max(12),
  inviteDaysBefore: z.int().min(1).max(30),
  noticeDays: z.int().min(1).max(180),
  deputyToldAfter: z.int().min(1).max(10),
  headToldAfter: z.int().min(1).max(20),
  leaderToldAfter: z.int().min(1).max(30),
  /** So many minutes may a danger lie unread before it goes on. */
  dangerMinutes: z.int().min(10).max(240),
})

const openWork = z.array(
  z.object({
    kind: z.enum(['part', 'item', 'task', 'led', 'referral']),
    caseCode: z.string().describe('The code of a case; of a referral outside cases its own.'),
    worker: z.string().nullable(),
    handedTo: z.string().nullable(),
    due: day.nullable(),
  }),
)

/** How a declaration or a signature was given: here, or on paper whose scan is added. */
const given = { how: z.enum(['in_app', 'paper']), on: workDay, fileId: id.optional() }

/** Working days for an answer while nothing was agreed. */
export const answerDaysOtherwise = 7

/** So many days before an agreement ends the heads of its members are told, once each. */
export const warningDays = [60, 30, 7] as const

const overWhat = z.enum(['quarter', 'half-year', 'year']).default('half-year')

/** Of what was not their own, against their own days; how many days it was, would tell of one ask by what changes with it. */
const beside = z.enum(['some', 'much'])

/** How some asks were answered; nothing under five. What was not theirs stands beside their own days. */
const times = z.object({
  asked: band,
  inTime: shareInTime.nullable(),
  median: z.number().nullable(),
  quarter: z.number().nullable(),
  threeQuarters: z.number().nullable(),
  /** Working days agreed for most of them. */
  agreed: z.int().nullable(),
  /** Reckoned in hours, as what is asked by an hour. */
  inHours: z.boolean(),
  /** What may help, by what these days were made of. */
  step: z.enum(['complete', 'cover', 'talk']).nullable(),
  /** Whether who was asked was away, and whether whoever asked completed it; of all together it is not told. */
  away: beside.nullable(),
  completing: beside.nullable(),
  /** How many came to the wrong place and were passed on. */
  passedOn: band,
})
const timesOfKind = times.extend({ kind: z.string() })
const answerTimes = z.object({
  since: day,
  agreedDays: z.int(),
  /** Of all together, and of each kind of ask: told to who leads. */
  all: times.nullable(),
  kinds: z.array(timesOfKind),
  institutions: z.array(
    institution.extend(times.shape).extend({
      membershipId: id.nullable(),
      /** What the institution says beside its own number. */
      says: z.string().nullable(),
      mine: z.boolean(),
    }),
  ),
  /** Of my own institution, by kind. */
  mine: z.array(timesOfKind),
})

export const partnershipsContract = {
  partnerships: endpoint({
    method: 'GET',
    path: '/partnerships',
    summary: 'The partnerships that my institution is in or is invited to.',
    answer: z.array(partnershipLine),
  }),
  partnership: endpoint({
    method: 'GET',
    path: '/partnerships/:id',
    summary: 'A partnership: who leads it, on what agreement, and what I may do in it.',
    params: withId,
    answer: partnershipLine.extend({
      tier: z.string(),
      taskTeamName: z.string().nullable(),
      planName: z.string().nullable(),
      /** Told to who leads. */
      families: band.nullable(),
      left: z.int(),
      /** Whether I may bind my institution here: sign, appoint, leave. */
      iSign: z.boolean(),
      agreementId: id.nullable(),
      /** The leading part is offered to a member; `mine` when my institution is the one that answers. */
      leadOffer: z
        .object({
          id,
          institution: z.object({ id, name: z.string() }),
          offeredOn: day,
          decidedOn: day,
          decision: z.string(),
          mine: z.boolean(),
        })
        .nullable(),
      version,
    }),
  }),
  members: endpoint({
    method: 'GET',
    path: '/partnerships/:id/members',
    summary:
      'The member institutions, who speaks for them, since when and on what document; also those that left.',
    params: withId,
    answer: z.array(member),
  }),
  answerTimes: endpoint({
    method: 'GET',
    path: '/partnerships/:id/answer-times',
    summary:
      'How long member institutions take to answer, over a quarter or a year, in bands: for who leads the partnership, and of their own institution for its head.',
    params: withId,
    query: z.object({ over: overWhat }),
    answer: answerTimes,
  }),
  answerTimesDocument: endpoint({
    method: 'GET',
    path: '/partnerships/:id/answer-times/document',
    summary: 'The same as PDF, for a meeting.',
    params: withId,
    query: z.object({ over: overWhat }),
    answer: z.any(),
    stream: true,
  }),
  myAnswerTimes: endpoint({
    method: 'GET',
    path: '/institutions/mine/answer-times',
    summary: 'How long my own institution takes to answer, in all its partnerships; for its head.',
    query: z.object({ over: overWhat }),
    answer: answerTimes,
  }),
  agreements: endpoint({
    method: 'GET',
    path: '/partnerships/:id/agreements',
    summary: 'The agreements of a partnership with who signed them, the newest first.',
    params: withId,
    answer: z.array(agreement),
  }),
  rules: endpoint({
    method: 'GET',
    path: '/partnerships/:id/rules',
    summary: 'The rules of work as adopted, the newest first.',
    params: withId,
    answer: z.array(
      rulesFacts.extend({
        id,
        current: z.boolean(),
        quorum: z.string(),
        secretary: z.object({ workerId: id, name: z.string() }).nullable(),
        /** Where it goes on, in this order; empty means to the leading institution. */
        dangerNext: z.array(z.object({ id, name: z.string() })),
        provisions: z.array(z.string()),
      }),
    ),
  }),
  history: endpoint({
    method: 'GET',
    path: '/partnerships/:id/history',
    summary: 'What was done in a partnership, by whom and when, newest first.',
    params: withId,
    within: 'id',
    look: 'history',
    query: paging,
    answer: z.object({
      items: z.array(
        z.object({
          id,
          at: z.string(),
          verb: z.string(),
          worker: z.string().nullable(),
          institution: z.string().nullable(),
          values: z.record(z.string(), z.unknown()).nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),

  // The founding chain ---------------------------------------------------------------------------------------------
  found: endpoint({
    method: 'POST',
    path: '/partnerships',
    summary: 'Founds a partnership that my institution leads; by its head.',
    body: z.object({
      id,
      membershipId: id,
      name: line('partnerships.partnership.name'),
      variant: codeOf('partnerships.variant'),
      area: z.array(terc).min(1).max(40),
      teamName: line(0, 120).optional(),
      taskTeamName: line(0, 120).optional(),
      planName: line(0, 120).optional(),
      contributes: text('partnerships.membership.contributes').optional(),
    }),
    answer: withId,
    problems: ['only-a-head', 'unknown-commune'],
  }),
  rename: endpoint({
    method: 'PUT',
    path: '/partnerships/:id',
    summary:
      'Changes what a partnership, its teams and its plan are called; from the version seen (If-Match).',
    params: withId,
    body: z.object({
      name: line('partnerships.partnership.name'),
      teamName: line(0, 120).optional(),
      taskTeamName: line(0, 120).optional(),
      planName: line(0, 120).optional(),
    }),
    version: 'needed',
    answer: nothing,
    problems: ['only-the-leader'],
  }),
  invite: endpoint({
    method: 'POST',
    path: '/partnerships/:id/members',
    summary:
      'Invites an institution; one that is not in Splot yet is established, and its head gets an invitation.',
    params: withId,
    body: z.object({
      id,
      institutionId: id,
      establish: z
        .object({
          kind: codeOf('institutions.institution_kind'),
          name: line('institutions.institution.name'),
          shortName: line('institutions.institution.short_name').optional(),
          seat: terc,
          locality: line(0, 120).optional(),
          headId: id,
          workerId: id,
          invitationId: id,
          givenName: line('institutions.worker.given_name'),
          familyName: line('institutions.worker.family_name'),
          position: line('institutions.worker.position'),
          email: z.email().max(200),
        })
        .optional(),
      why: text(2, 'partnerships.membership.why'),
      meetingAt: instant.optional(),
      meetingPlace: line('partnerships.membership.meeting_place').optional(),
      answerBy: workDay,
    }),
    answer: withId,
    problems: ['only-the-leader', 'already-invited', 'unknown-institution', 'day-in-the-past'],
  }),
  declare: endpoint({
    method: 'POST',
    path: '/memberships/:id/declaration',
    summary:
      'Declares that my institution accedes; to an agreement in force it accedes at once. By its head.',
    params: withId,
    body: z.object({ ...given, contributes: text(2, 'partnerships.membership.contributes') }),
    version: 'needed',
    answer: nothing,
    problems: ['only-a-head', 'already-declared', 'scan-missing', 'in-the-future'],
  }),
  draftAgreement: endpoint({
    method: 'POST',
    path: '/partnerships/:id/agreements',
    summary: 'Drafts the agreement that all invited institutions sign.',
    params: withId,
    body: z.object({
      id,
      number: line('partnerships.agreement.number').optional(),
      from: workDay,
      to: workDay,
      answerDays: z.object({
        immediate: z.int().min(0).max(1),
        urgent: z.int().min(1).max(7),
        usual: z.int().min(1).max(30),
      }),
      meetingEveryMonths: z.int().min(1).max(12),
      noticeDays: z.int().min(1).max(180),
      provisions: z.array(text(2, 1000)).max(20).default([]),
    }),
    answer: withId,
    problems: ['only-the-leader', 'ends-before-it-begins', 'needs-two-parties', 'overlaps-with-agreement'],
  }),
  sign: endpoint({
    method: 'POST',
    path: '/agreements/:id/signature',
    summary: 'Signs an agreement for my institution; with the last founding signature it comes into force.',
    params: withId,
    body: z.object(given),
    answer: nothing,
    problems: [
      'only-a-head',
      'already-signed',
      'declare-first',
      'newer-draft',
      'scan-missing',
      'in-the-future',
    ],
  }),
  beforeEnding: endpoint({
    method: 'GET',
    path: '/agreements/:id/end',
    summary: 'What would stop if the agreement ended: counts, for the head of the leading institution.',
    params: withId,
    answer: z.object({
      institutions: z.int(),
      workers: band,
      families: band,
      requests: band,
    }),
    problems: ['only-the-leader'],
  }),
  endAgreement: endpoint({
    method: 'POST',
    path: '/agreements/:id/end',
    summary:
      "Ends an agreement at the end of a day, before the day it was made for; by the leading institution's head, with the partnership's decision.",
    params: withId,
    body: z.object({
      lastDay: workDay,
      decidedOn: workDay,
      reason: text('partnerships.agreement_end.reason'),
    }),
    answer: nothing,
    problems: ['only-the-leader', 'not-in-force', 'day-in-the-past', 'in-the-future', 'ends-earlier-already'],
  }),
  suspendAgreement: endpoint({
    method: 'POST',
    path: '/agreements/:id/suspend',
    summary:
      "Suspends an agreement, until a last day or until it is resumed; by the leading institution's head, with the partnership's decision.",
    params: withId,
    body: z.object({ id, until: workDay.optional(), decidedOn: workDay, reason: text(2, 500) }),
    answer: nothing,
    problems: ['only-the-leader', 'not-in-force', 'day-in-the-past', 'in-the-future'],
  }),
  resumeAgreement: endpoint({
    method: 'POST',
    path: '/agreements/:id/resume',
    summary: "Ends an agreement's suspension at once; by the leading institution's head.",
    params: withId,
    body: z.object({}),
    answer: nothing,
    problems: ['only-the-leader', 'not-suspended'],
  }),
  offerLead: endpoint({
    method: 'POST',
    path: '/partnerships/:id/lead',
    summary:
      'Offers the leading part to a member institution, with the decision of the partnership. Its head answers.',
    params: withId,
    body: z.object({
      id,
      institutionId: id,
      decidedOn: workDay,
      decision: text('partnerships.lead_offer.decision'),
    }),
    answer: withId,
    problems: ['only-the-leader', 'not-a-member', 'lead-offered-already', 'in-the-future'],
  }),
  answerLeadOffer: endpoint({
    method: 'POST',
    path: '/lead-offers/:id/answer',
    summary:
      'Accepts or declines the leading part for my institution, or takes the offer back as its author.',
    params: withId,
    body: z.object({ answer: z.enum(['accepted', 'declined', 'withdrawn']) }),
    answer: nothing,
    problems: ['only-a-head', 'lead-answered-already', 'not-a-member'],
  }),
  objectToTimes: endpoint({
    method: 'POST',
    path: '/memberships/:id/objection',
    summary:
      'Says something beside the answer times of my own institution, for a year; it is seen and printed with them.',
    params: withId,
    body: z.object({ id, words: line('partnerships.objection.words') }),
    answer: nothing,
    problems: ['only-a-head'],
  }),
  takeBackObjection: endpoint({
    method: 'POST',
    path: '/memberships/:id/objection/end',
    summary: 'Takes back what my institution says beside its answer times.',
    params: withId,
    answer: nothing,
    problems: ['only-a-head'],
  }),
  appoint: endpoint({
    method: 'POST',
    path: '/memberships/:id/appointments',
    summary: 'Appoints the representative or the deputy of my institution, in place of the present one.',
    params: withId,
    body: z.object({ id, workerId: id, part: z.enum(['representative', 'deputy']) }),
    answer: nothing,
    problems: ['only-a-head', 'not-our-worker', 'is-an-officer', 'already-appointed'],
  }),
  endAppointment: endpoint({
    method: 'POST',
    path: '/appointments/:id/end',
    summary: 'Ends an appointment without naming another.',
    params: withId,
    body: nothing,
    answer: nothing,
    problems: ['only-a-head'],
  }),
  adoptRules: endpoint({
    method: 'POST',
    path: '/partnerships/:id/rules',
    summary: 'Records the rules of work as the partnership adopted them; earlier ones end.',
    params: withId,
    body: rulesFacts.extend({
      id,
      quorum: line(2, 'partnerships.rules_of_work.quorum'),
      secretaryId: id.optional(),
      dangerNext: z.array(id).max(5).default([]),
      provisions: z.array(text(2, 1000)).max(20).default([]),
    }),
    answer: withId,
    problems: ['only-the-leader', 'in-the-future', 'silence-out-of-order', 'not-a-partner'],
  }),
  suspend: endpoint({
    method: 'POST',
    path: '/memberships/:id/suspension',
    summary: 'Suspends a membership: by its own head, or by the leader with the decision recorded.',
    params: withId,
    body: z.object({ id, until: workDay.optional(), reason: text(2, 500) }),
    answer: nothing,
    problems: ['cannot-suspend', 'day-in-the-past'],
  }),
  resume: endpoint({
    method: 'POST',
    path: '/memberships/:id/resumption',
    summary: 'Ends a suspension; by the institution whose decision it was.',
    params: withId,
    body: nothing,
    answer: nothing,
    problems: ['cannot-resume'],
  }),
  beforeLeaving: endpoint({
    method: 'GET',
    path: '/memberships/:id/leaving',
    summary: 'What would be handed over if my institution left now, and what must be settled before.',
    params: withId,
    answer: openWork,
  }),
  leave: endpoint({
    method: 'POST',
    path: '/memberships/:id/end',
    summary:
      'Ends a membership at this instant: its head leaves, or the leader ends it with the decision recorded.',
    params: withId,
    body: z.object({ reason: text(2, 500) }),
    answer: nothing,
    problems: ['leader-stays', 'still-leads-cases', 'only-a-head', 'cases-led-there'],
  }),
  handover: endpoint({
    method: 'GET',
    path: '/memberships/:id/handover',
    summary: 'What an institution handed over when it left; for its head and for the leader.',
    params: withId,
    answer: z.object({
      institutionName: z.string(),
      partnershipName: z.string(),
      leftOn: day,
      reason: z.string(),
      disclosuresGiven: band,
      disclosuresReceived: band,
      lines: openWork,
    }),
  }),
  left: endpoint({
    method: 'GET',
    path: '/memberships/left',
    summary: 'Partnerships that the institution which I head has left.',
    answer: z.array(z.object({ membershipId: id, leftOn: day })),
  }),

  // Documents ------------------------------------------------------------------------------------------------------
  membershipDocument: endpoint({
    method: 'GET',
    path: '/memberships/:id/documents/:kind',
    summary: 'A document of a membership as PDF: invitation, declaration, appointment, hand-over.',
    params: z.object({
      id,
      kind: z.enum(['invitation', 'accession-declaration', 'appointment', 'exit-handover']),
    }),
    answer: z.any(),
    stream: true,
    problems: ['nothing-to-print'],
  }),
  agreementDocument: endpoint({
    method: 'GET',
    path: '/agreements/:id/document',
    summary: 'An agreement as PDF.',
    params: withId,
    answer: z.any(),
    stream: true,
  }),
  agreementEndDocument: endpoint({
    method: 'GET',
    path: '/agreements/:id/end/document',
    summary: 'The decision to end an agreement early, as PDF.',
    params: withId,
    answer: z.any(),
    stream: true,
    problems: ['nothing-to-print'],
  }),
  rulesDocument: endpoint({
    method: 'GET',
    path: '/rules/:id/document',
    summary: 'Rules of work as PDF.',
    params: withId,
    answer: z.any(),
    stream: true,
  }),
}
