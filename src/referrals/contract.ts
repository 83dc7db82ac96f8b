import { z } from 'zod'
import { remindable } from '../asks/contract.ts'
import { placesStates } from '../directory/contract.ts'
import { guestStates, namedGuest, ofVisit } from '../guests/contract.ts'
import {
  code,
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  paging,
  terc,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'

export const knownAs = ['girl', 'boy', 'woman', 'man', 'unsaid'] as const
const aboutAs = z.enum(knownAs)
const urgency = z.enum(['usual', 'urgent'])
const basis = z.enum(['person', 'representative', 'law'])
const answered = ['accepted', 'changed', 'waiting', 'declined', 'returned'] as const
const state = z.enum(['asked', ...answered, 'begun', 'done', 'withdrawn', 'stopped', 'expired'])
const outcome = z.enum(['reached', 'partly', 'not_reached'])
const step = z.enum([...answered, 'begun', 'told', 'ended'])
const person = z.object({
  name: z.string(),
  position: z.string(),
  phone: z.string().nullable(),
  hours: z.string().nullable(),
})

export const point = z.object({
  id,
  what: z.string().nullable().describe('In words; where it lacks, the kind of service says it.'),
  serviceKind: z.string().nullable(),
  request: z.string().nullable().describe('What the receiver reads of it besides.'),
  frequency: z.string().nullable(),
  starts: day.nullable(),
  ends: day.nullable(),
  state,
  askedOn: day,
  answerBy: day,
  usedDays: z.int().describe('Working days that have gone since it was asked, or until it was answered.'),
  totalDays: z.int(),
  answeredOn: day.nullable(),
  reason: z.string().nullable(),
  expectedOn: day.nullable(),
  place: z.int().nullable().describe('On the list of the receiver, of what waits there.'),
  among: z.int().nullable(),
  handledBy: z.string().nullable(),
  begunOn: day.nullable(),
  endedOn: day.nullable(),
  outcome: outcome.nullable(),
  withdrawnOn: day.nullable(),
  withdrawnBecause: z.string().nullable(),
  service: z.string().nullable().describe('For which service the receiver took it on, by its name.'),
  serviceId: id.nullable(),
  aheadBecause: z.string().nullable().describe('Why it went before others on the list.'),
  said: z
    .array(z.object({ step, words: z.string().nullable(), at: z.string(), by: z.string() }))
    .describe('What the receiver said at its steps, in their order; by whom, or by which institution.'),
  remindable: remindable.nullable().describe('For who sent it, as long as it waits.'),
  version,
})

const listed = z.object({
  id,
  sentAt: z.string(),
  who: z.string().nullable().describe('As far as the reader may know it.'),
  inCase: z.boolean().describe('It stands within a case: whom it is about is said there.'),
  aboutAs,
  age: z.int().nullable(),
  urgency,
  communeName: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  points: z.array(
    z.object({ what: z.string().nullable(), serviceKind: z.string().nullable(), state, answerBy: day }),
  ),
})
/** For which of its services, and why before others on the list. */
const inService = {
  serviceId: id
    .optional()
    .describe('A service of the receiver that has so many places: one of them is taken.'),
  ahead: codeOf('referrals.reason').optional().describe('Why it goes before those who wait earlier.'),
}
const placeProblems = ['no-such-service', 'no-place-left', 'others-wait-before'] as const
const taken = { words: text('referrals.feedback.words').optional() }

/** What a guest reads of a point: what a receiver does, but for its list and who works there. */
const guestPoint = point.pick({
  id: true,
  what: true,
  serviceKind: true,
  state: true,
  askedOn: true,
  answerBy: true,
  reason: true,
  expectedOn: true,
  begunOn: true,
  endedOn: true,
  outcome: true,
  withdrawnOn: true,
  withdrawnBecause: true,
  said: true,
})
const inLine = z.object({
  pointId: id,
  referralId: id,
  place: z.int(),
  urgency,
  since: day,
  expectedOn: day.nullable(),
  who: z.string().nullable(),
  aboutAs,
  age: z.int().nullable(),
})

export const referralsContract = {
  whereToRefer: endpoint({
    method: 'GET',
    path: '/referrals/where',
    summary: 'Whom I may refer somebody to: the other full members of my partnerships.',
    answer: z.array(
      z.object({
        partnershipId: id,
        name: z.string(),
        usualDays: z.int(),
        urgentDays: z.int(),
        communes: z.array(z.object({ terc, name: z.string() })),
        institutions: z.array(
          z.object({
            id,
            name: z.string(),
            phone: z.string().nullable(),
            people: z.array(z.object({ id, name: z.string() })).describe('Who works there now.'),
          }),
        ),
      }),
    ),
  }),
  sendReferral: endpoint({
    method: 'POST',
    path: '/referrals',
    summary:
      'Refers somebody to another institution, on a recorded basis. Until it takes something on, the receiver reads no name.',
    body: z.object({
      id,
      partnershipId: id,
      to: id.optional().describe('Another full member; or else `outside`.'),
      outside: z
        .object({
          name: line('referrals.referral.outside'),
          address: line('referrals.referral.outside_address').optional(),
        })
        .optional()
        .describe(
          'Somebody who is not in Splot: a letter is printed, and who sent it writes down what they answer.',
        ),
      aboutAs,
      age: z.int().min(0).max(120).optional(),
      commune: terc.optional(),
      urgency: urgency.default('usual'),
      who: line('referrals.particulars.who'),
      phone: line('referrals.particulars.phone').optional(),
      phoneOf: line('referrals.particulars.phone_of').optional(),
      phoneHours: line('referrals.particulars.phone_hours').optional(),
      words: text('referrals.particulars.words'),
      points: z
        .array(
          z.object({
            id,
            what: line('referrals.point.what'),
            serviceKind: codeOf('directory.service_kind')
              .optional()
              .describe('Counted for the commune where it is refused for lack of places.'),
          }),
        )
        .min(1)
        .max(6),
      basis,
      agreedBy: line('referrals.particulars.agreed_by').optional(),
      agreedAs: line('referrals.particulars.agreed_as').optional(),
      agreedForm: codeOf('consents.consent_form').optional(),
      agreedOn: workDay.optional(),
      law: line('referrals.particulars.law').optional(),
      until: workDay,
      keptFrom: z.array(id).max(20).optional().describe('Workers there who must not read it.'),
    }),
    answer: withId,
    problems: [
      'cannot-be-asked',
      'unknown-commune',
      'kind-of-violence',
      'to-whom',
      'basis-unsaid',
      'basis-in-the-future',
      'basis-too-long',
      'nobody-may-read',
    ],
  }),
  referrals: endpoint({
    method: 'GET',
    path: '/referrals',
    summary:
      'What I referred to others, or what was referred to my institution, as far as I may read it; the latest first.',
    query: paging.extend({
      which: z.enum(['sent', 'received']),
      wanted: z.string().trim().max(100).optional(),
    }),
    answer: z.object({ items: z.array(listed), next: z.string().nullable() }),
  }),
  referral: endpoint({
    method: 'GET',
    path: '/referrals/:id',
    summary:
      'One referral, by its id or that of one of its points, for who sent it and for who reads it at the receiver; within a case also for who reads it there.',
    params: withId,
    answer: z.object({
      id,
      side: z.enum(['sender', 'receiver', 'case']),
      inCase: z
        .object({
          id,
          code: z.string().nullable(),
          family: z
            .string()
            .nullable()
            .describe('How the household is called, told to whoever reads its file.'),
          coordinator: z.string().nullable(),
          coordinatorPhone: z.string().nullable(),
        })
        .nullable()
        .describe('The case within which it stands.'),
      partnershipId: id,
      from: z.object({ id, name: z.string(), phone: z.string().nullable() }),
      to: z
        .object({
          id: id.nullable(),
          name: z.string(),
          phone: z.string().nullable(),
          address: z.string().nullable(),
        })
        .describe('Without an id: somebody who is not in Splot.'),
      sentBy: person.extend({ id }),
      sentAt: z.string(),
      aboutAs,
      age: z.int().nullable(),
      communeName: z.string().nullable(),
      urgency,
      basis: basis.or(z.literal('case')).describe('Within a case: what the case opens to the receiver.'),
      basisUntil: day.nullable(),
      basisWithdrawnOn: day.nullable(),
      basisHolds: z.boolean(),
      read: z.object({ at: z.string(), name: z.string() }).nullable().describe('Told to who sent it.'),
      keptFrom: z.array(z.string()).nullable().describe('Told to who sent it.'),
      particulars: z
        .object({
          who: z.string(),
          phone: z.string().nullable(),
          phoneOf: z.string().nullable(),
          phoneHours: z.string().nullable(),
          words: z.string(),
          agreedBy: z.string().nullable(),
          agreedAs: z.string().nullable(),
          agreedForm: z.string().nullable(),
          agreedOn: day.nullable(),
          law: z.string().nullable(),
        })
        .nullable()
        .describe('Who it is: for the receiver once it took something on.'),
      handlers: z.array(person).describe('Who works on it there.'),
      silence: z
        .array(z.object({ step: z.enum(['deputy', 'head', 'leader']), on: day, people: z.array(z.string()) }))
        .describe('To whom silence is told on which day, by the rules of work; for who sent it.'),
      points: z.array(point),
      guests: z
        .array(
          z.object({
            id,
            name: z.string(),
            role: z.string(),
            email: z.string(),
            confirmer: z.string(),
            state: z.enum(guestStates),
            mine: z.boolean().describe('Whether I invited them: I tell them the code.'),
          }),
        )
        .describe('Who answers for somebody who is not in Splot, for who sent it.'),
      version,
    }),
  }),
  print: endpoint({
    method: 'GET',
    path: '/referrals/:id/print.pdf',
    summary:
      'The referral as PDF, for who sent it: what is asked, with each answer in the words of the receiver.',
    params: withId,
    within: 'id',
    look: 'referral',
    answer: z.any(),
    stream: true,
  }),
  printForFamily: endpoint({
    method: 'GET',
    path: '/referrals/:id/family.pdf',
    summary:
      'For the family as PDF in large letters, from who sent it: what is asked of whom, what is read there, on what basis, and what they may say no to.',
    params: withId,
    within: 'id',
    look: 'referral',
    answer: z.any(),
    stream: true,
  }),
  oursOf: endpoint({
    method: 'GET',
    path: '/referrals/:id/ours',
    summary:
      'What my institution wrote about a referral that it took on, also when it reads nothing else of it any more.',
    params: withId,
    within: 'id',
    look: 'referral',
    answer: z.array(z.object({ id, step, words: z.string().nullable(), at: z.string(), by: z.string() })),
  }),
  places: endpoint({
    method: 'GET',
    path: '/referrals/places',
    summary:
      'Services of my institution that have so many places. For who keeps its entries: how many are taken, who waits, and what the directory says.',
    answer: z.object({
      iKeep: z.boolean(),
      services: z.array(
        z.object({
          id,
          name: z.string(),
          kind: z.string(),
          total: z.int(),
          taken: z.int().nullable(),
          waiting: z.int().nullable(),
          stated: z
            .object({ state: z.enum(placesStates), free: z.int().nullable(), saidOn: day })
            .nullable()
            .describe('What the directory says.'),
          drifted: z.boolean().describe('That is not so any more.'),
          list: z.array(inLine).describe('Who waits, in order, as far as I may read of them.'),
          takenBy: z
            .array(
              z.object({
                id,
                referralId: id,
                since: day,
                who: z.string().nullable(),
                aboutAs: aboutAs.nullable(),
                age: z.int().nullable(),
                goesOn: z
                  .boolean()
                  .describe('Its end is written at the referral; else the place is freed by hand.'),
              }),
            )
            .describe('What takes places, for who keeps the entries.'),
        }),
      ),
      others: z.array(z.object({ id, name: z.string() })).describe('Services that nobody said this of.'),
    }),
  }),
  sayCapacity: endpoint({
    method: 'POST',
    path: '/referrals/places',
    summary: 'Says how many places a service of my institution has in all.',
    body: z.object({ serviceId: id, total: z.int().min(1).max(1000) }),
    answer: nothing,
  }),
  freePlace: endpoint({
    method: 'POST',
    path: '/referral-places/:id/free',
    summary: 'Says that a place is free again, of something that is read no more.',
    params: withId,
    answer: nothing,
    problems: ['still-goes-on'],
  }),
  answerPoint: endpoint({
    method: 'POST',
    path: '/referral-points/:id/answer',
    summary:
      'Answers for the receiver (of a letter, who sent it writes down what was answered): takes it on, puts it on the list, declines, or sends it back for completion.',
    params: withId,
    body: z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('accepted'), handledBy: id.optional(), ...inService, ...taken }),
      z.object({
        answer: z
          .literal('changed')
          .describe('Within a case: with a change of its part, a new offer to the family.'),
        handledBy: id.optional(),
        what: line('referrals.point.what').optional(),
        frequency: line('referrals.point.frequency').optional(),
        starts: workDay.optional(),
        ends: workDay.optional(),
        ...inService,
        ...taken,
      }),
      z.object({
        answer: z.literal('waiting'),
        expectedOn: workDay,
        handledBy: id.optional(),
        serviceId: inService.serviceId,
        ...taken,
      }),
      z.object({ answer: z.literal('declined'), reason: code, ...taken }),
      z.object({ answer: z.literal('returned'), reason: code, ...taken }),
    ]),
    version: 'taken',
    answer: nothing,
    problems: [
      'point-already-answered',
      'works-elsewhere',
      'unknown-reason',
      'reason-needs-words',
      'day-is-over',
      'ends-before-it-starts',
      ...placeProblems,
    ],
  }),
  beginPoint: endpoint({
    method: 'POST',
    path: '/referral-points/:id/begin',
    summary: 'Says that what was taken on has begun.',
    params: withId,
    body: z.object({ on: workDay, ...inService, ...taken }),
    version: 'taken',
    answer: nothing,
    problems: [
      'point-is-over',
      'step-out-of-order',
      'day-to-come',
      'unknown-reason',
      'reason-needs-words',
      ...placeProblems,
    ],
  }),
  tellPoint: endpoint({
    method: 'POST',
    path: '/referral-points/:id/tell',
    summary: 'Tells the sender how it goes, or that the list moved.',
    params: withId,
    body: z.object({ words: text(2, 'referrals.feedback.words'), expectedOn: workDay.optional() }),
    version: 'taken',
    answer: nothing,
    problems: ['point-is-over', 'day-is-over'],
  }),
  finishPoint: endpoint({
    method: 'POST',
    path: '/referral-points/:id/finish',
    summary: 'Says that it ended, and what came of it.',
    params: withId,
    body: z.object({ on: workDay, outcome, ...taken }),
    version: 'taken',
    answer: nothing,
    problems: ['point-is-over', 'step-out-of-order', 'ends-before-it-begins', 'day-to-come'],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/referrals/:id/withdraw',
    summary: 'Takes back some of what was asked, or all of it, with a reason.',
    params: withId,
    within: 'id',
    body: z.object({ points: z.array(id).min(1).max(6), reason: code }),
    answer: nothing,
    problems: ['point-is-over', 'unknown-reason'],
  }),
  withdrawBasis: endpoint({
    method: 'POST',
    path: '/referrals/:id/withdraw-basis',
    summary: 'Records that the consent was withdrawn: from now on the receiver reads nothing of it.',
    params: withId,
    within: 'id',
    answer: nothing,
    problems: ['basis-is-over'],
  }),
  complete: endpoint({
    method: 'POST',
    path: '/referrals/:id/complete',
    summary: 'Adds what lacked; what was sent back is asked anew.',
    params: withId,
    within: 'id',
    body: z.object({
      points: z
        .array(z.object({ id, what: line('referrals.point.what') }))
        .min(1)
        .max(6),
      words: text('referrals.particulars.words'),
      phone: line('referrals.particulars.phone').optional(),
    }),
    version: 'needed',
    answer: nothing,
    problems: ['basis-is-over', 'nothing-to-complete'],
  }),
  inviteGuest: endpoint({
    method: 'POST',
    path: '/referrals/:id/guests',
    summary:
      'Names who answers on a page for somebody who is not in Splot. A colleague is asked to confirm the address; nothing leaves before.',
    params: withId,
    within: 'id',
    body: z.object({
      id,
      name: namedGuest.name,
      role: namedGuest.role,
      email: namedGuest.email,
      confirmerId: namedGuest.confirmerId,
    }),
    answer: withId,
    problems: ['a-second-person', 'guest-is-named', 'nothing-to-answer'],
  }),
  dismissGuest: endpoint({
    method: 'POST',
    path: '/referrals/:id/guests/:guestId/dismiss',
    summary: 'They are a guest no longer, from this instant.',
    params: z.object({ id, guestId: id }),
    within: 'id',
    answer: nothing,
  }),
  guestPage: endpoint({
    method: 'GET',
    path: '/guests/visits/:visit/referral',
    summary: 'What a guest reads of a referral: without a name until something is taken on.',
    who: 'guest',
    params: ofVisit,
    answer: z.object({
      name: z.string().describe('Of the guest.'),
      from: z.object({ name: z.string(), phone: z.string().nullable() }),
      sentBy: z.object({ name: z.string(), phone: z.string().nullable() }),
      sentOn: day,
      aboutAs,
      age: z.int().nullable(),
      communeName: z.string().nullable(),
      basis,
      basisUntil: day,
      particulars: z
        .object({
          who: z.string(),
          phone: z.string().nullable(),
          phoneOf: z.string().nullable(),
          phoneHours: z.string().nullable(),
          words: z.string(),
        })
        .nullable(),
      points: z.array(guestPoint),
    }),
    problems: ['opens-nothing'],
  }),
  guestAnswers: endpoint({
    method: 'POST',
    path: '/guests/visits/:visit/referral/points/:id/answer',
    summary: 'A guest takes on what is asked, puts it on a list, declines, or sends it back for completion.',
    who: 'guest',
    params: ofVisit.extend({ id }),
    body: z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('accepted'), ...taken }),
      z.object({ answer: z.literal('waiting'), expectedOn: workDay, ...taken }),
      z.object({ answer: z.literal('declined'), reason: code, ...taken }),
      z.object({ answer: z.literal('returned'), reason: code, ...taken }),
    ]),
    answer: nothing,
    problems: [
      'opens-nothing',
      'speaks-of-violence',
      'point-already-answered',
      'unknown-reason',
      'reason-needs-words',
      'day-is-over',
    ],
  }),
  guestBegins: endpoint({
    method: 'POST',
    path: '/guests/visits/:visit/referral/points/:id/begin',
    summary: 'A guest says that what was taken on has begun.',
    who: 'guest',
    params: ofVisit.extend({ id }),
    body: z.object({ on: workDay, ...taken }),
    answer: nothing,
    problems: ['opens-nothing', 'speaks-of-violence', 'point-is-over', 'step-out-of-order', 'day-to-come'],
  }),
  guestTells: endpoint({
    method: 'POST',
    path: '/guests/visits/:visit/referral/points/:id/tell',
    summary: 'A guest tells how it goes, or that the list moved.',
    who: 'guest',
    params: ofVisit.extend({ id }),
    body: z.object({ words: text(2, 'referrals.feedback.words'), expectedOn: workDay.optional() }),
    answer: nothing,
    problems: ['opens-nothing', 'speaks-of-violence', 'point-is-over', 'day-is-over'],
  }),
  guestFinishes: endpoint({
    method: 'POST',
    path: '/guests/visits/:visit/referral/points/:id/finish',
    summary: 'A guest says that it ended, and what came of it.',
    who: 'guest',
    params: ofVisit.extend({ id }),
    body: z.object({ on: workDay, outcome, ...taken }),
    answer: nothing,
    problems: [
      'opens-nothing',
      'speaks-of-violence',
      'point-is-over',
      'step-out-of-order',
      'ends-before-it-begins',
      'day-to-come',
    ],
  }),
}
