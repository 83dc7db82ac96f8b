import { z } from 'zod'
import {
  code,
  day,
  endpoint,
  id,
  line,
  nothing,
  terc,
  version,
  withId,
  withLetter,
  workDay,
} from '../platform/http/contract.ts'

const actingAs = z.object({
  id,
  name: z.string(),
  position: z.string(),
  institutionId: id,
  institutionName: z.string(),
  isHead: z.boolean(),
  /** Data protection officer or auditor of the institution. */
  oversees: z.boolean(),
})

const mySession = z.object({
  id,
  current: z.boolean(),
  startedAt: z.string(),
  expiresAt: z.string(),
  device: z.string().nullable(),
})

const email = z.email().max(200)
const phone = line(0, 40)

export const delegatedParts = ['stand_in', 'duty', 'data_protection_officer', 'auditor'] as const

const rests = z
  .array(z.object({ from: day, until: day }))
  .describe('Days on which who stands in is away too, and nobody does the work.')

const workerOfMine = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  position: z.string(),
  socialWorker: z.boolean(),
  serviceNumber: z.string().nullable(),
  phone: z.string().nullable(),
  phoneHours: z.string().nullable(),
  email: z.string().nullable(),
  post: z.number().nullable().describe('Which part of a full-time post; said and read by the head alone.'),
  since: day,
  until: day.nullable(),
  isHead: z.boolean(),
  mayChange: z.boolean().describe('Whether I change what is said of them, and when they are away.'),
  parts: z.array(z.object({ id, part: z.enum(delegatedParts), until: day.nullable() })),
  /** Away now, or to be; and who does their work meanwhile, or is asked to. */
  absences: z.array(
    z.object({
      id,
      from: day,
      until: day,
      cover: z
        .object({ id, workerId: id, name: z.string(), duty: z.boolean(), agreed: z.boolean(), rests })
        .nullable(),
    }),
  ),
  /** Told to the head: whether the person has signed in to Splot yet. */
  signUp: z.object({ done: z.boolean(), invitedUntil: z.string().nullable() }).nullable(),
  version,
})

const nameAndContact = {
  name: line('institutions.institution.name'),
  shortName: line('institutions.institution.short_name').optional(),
  locality: line(0, 120).optional(),
  address: line(0, 200).optional(),
  phone: phone.optional(),
  email: z.union([email, z.literal('')]).optional(),
}

const workersFacts = {
  givenName: line('institutions.worker.given_name'),
  familyName: line('institutions.worker.family_name'),
  position: line('institutions.worker.position'),
  socialWorker: z.boolean().default(false),
  serviceNumber: line(0, 40).optional(),
  phone: phone.optional(),
  phoneHours: line(0, 80).optional(),
}

const token = z.object({ token: z.string().regex(/^[\w-]{43}$/) })

/** An hour of the day, `HH:MM`; 24:00 ends it. */
const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
/** When somebody is on duty on a day of the week: 1 (Monday) to 7, and 8 on public holidays. */
const dutyHours = z.array(z.object({ weekday: z.int().min(1).max(8), begins: clock, ends: clock })).max(8)

export const institutionsContract = {
  session: endpoint({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, and as which worker they act.',
    who: 'account',
    answer: z.object({
      account: z.object({
        id,
        name: z.string(),
        administrator: z.boolean(),
        secondFactor: z.boolean(),
        /** Codes or a passkey, whether or not this session was begun by them. */
        hasFactor: z.boolean(),
        /** The instant from which nothing opens without a second factor; null when none is needed, or it is there. */
        factorDue: z.string().nullable(),
        factorMissing: z.boolean(),
      }),
      worker: actingAs.nullable(),
      workers: z.array(actingAs),
      mode: z.enum(['practice', 'service']),
      locale: z.enum(['pl', 'en', 'uk']),
    }),
  }),
  actAs: endpoint({
    method: 'POST',
    path: '/session/act-as',
    summary: 'Chooses for which institution the person acts from now on.',
    who: 'account',
    body: z.object({ workerId: id }),
    answer: nothing,
  }),
  chooseLocale: endpoint({
    method: 'PUT',
    path: '/session/locale',
    summary: 'Chooses the language of the app.',
    who: 'account',
    body: z.object({ locale: z.enum(['pl', 'en']) }),
    answer: nothing,
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/session/all',
    summary: 'My sessions on all devices.',
    who: 'account',
    answer: z.array(mySession),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/session/all/:id',
    summary: 'Ends one of my sessions.',
    who: 'account',
    params: z.object({ id }),
    answer: nothing,
  }),
  practicePeople: endpoint({
    method: 'GET',
    path: '/practice/people',
    summary: 'Practice mode only: the fictional people one can act as.',
    who: 'anybody',
    answer: z.array(
      z.object({
        accountId: id,
        name: z.string(),
        workers: z.array(
          z.object({
            position: z.string(),
            institutionName: z.string(),
            institutionKind: z.string(),
            isHead: z.boolean(),
          }),
        ),
      }),
    ),
  }),

  // My institution and its people ----------------------------------------------------------------------------------
  mine: endpoint({
    method: 'GET',
    path: '/institutions/mine',
    summary: 'The institution that I act for, and the people who work there.',
    answer: z.object({
      id,
      kind: z.string(),
      name: z.string(),
      shortName: z.string().nullable(),
      seat: z.object({ terc, name: z.string() }).nullable(),
      locality: z.string().nullable(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      area: z.array(z.object({ terc: z.string(), name: z.string() })),
      version,
      dutyHours,
      dutyPhone: z.string().nullable(),
      /** For how many residents it works, as its head says. */
      residents: z.int().nullable(),
      /** Whether it demands a second factor of all. */
      factorForAll: z.boolean(),
      /** Whether I head it: in my own right, or standing in for a time. */
      iHead: z.enum(['myself', 'standing-in']).nullable(),
      workers: z.array(workerOfMine),
    }),
  }),
  changeInstitution: endpoint({
    method: 'PUT',
    path: '/institutions/mine',
    summary:
      'Changes name, contact, area and residents of my institution; by its head, from the version seen (If-Match).',
    body: z.object({
      ...nameAndContact,
      residents: z.int().min(1).max(2_000_000).optional(),
      area: z.array(terc).max(40),
    }),
    version: 'needed',
    answer: nothing,
    problems: ['unknown-commune'],
  }),
  keepDutyHours: endpoint({
    method: 'PUT',
    path: '/institutions/mine/duty-hours',
    summary:
      'Says when somebody is on duty in my institution, and by which phone; by its head, from the version seen.',
    body: z.object({ hours: dutyHours, phone: line('institutions.institution.duty_phone').optional() }),
    version: 'needed',
    answer: nothing,
    problems: ['ends-before-it-begins'],
  }),
  noteAbsence: endpoint({
    method: 'POST',
    path: '/workers/:id/absences',
    summary: 'Notes that a worker is away from one day to another; by themselves or their head.',
    params: withId,
    body: z.object({ id, from: workDay, until: workDay }),
    answer: nothing,
    problems: ['time-in-the-past', 'ends-before-it-begins', 'away-already'],
  }),
  endAbsence: endpoint({
    method: 'POST',
    path: '/absences/:id/end',
    summary: 'Ends an absence now, or takes back one that is still to come.',
    params: withId,
    body: nothing,
    answer: nothing,
  }),
  askCover: endpoint({
    method: 'POST',
    path: '/absences/:id/covers',
    summary:
      'Asks a colleague to do the work of somebody who is away; by them or their head, who may hand their duty over as well.',
    params: withId,
    body: z.object({ id, workerId: id, duty: z.boolean().default(false) }),
    answer: nothing,
    problems: [
      'not-our-worker',
      'is-an-officer',
      'stand-in-is-away',
      'only-the-head',
      'no-duty-to-hand-over',
      'covered-already',
    ],
  }),
  cover: endpoint({
    method: 'GET',
    path: '/covers/:id',
    summary: 'Whose work somebody of my institution does, or is asked to do, and for how long.',
    params: withId,
    answer: z.object({
      id,
      worker: z.string(),
      standIn: z.string(),
      namedBy: z.string(),
      from: day,
      until: day,
      duty: z.boolean(),
      rests,
      state: z.enum(['asked', 'agreed', 'declined', 'over']),
      /** I am who is asked. */
      mine: z.boolean(),
    }),
  }),
  answerCover: endpoint({
    method: 'POST',
    path: '/covers/:id/answer',
    summary: 'Says whether I do the work of a colleague who is away.',
    params: withId,
    body: z.object({ answer: z.enum(['yes', 'no']) }),
    answer: nothing,
    problems: ['cover-is-over', 'cover-answered', 'is-an-officer'],
  }),
  endCover: endpoint({
    method: 'POST',
    path: '/covers/:id/end',
    summary: 'Ends it before the absence does: by who is away, their head, or who stands in.',
    params: withId,
    body: nothing,
    answer: nothing,
    problems: ['cover-is-over'],
  }),
  takeOn: endpoint({
    method: 'POST',
    path: '/institutions/mine/workers',
    summary: 'Takes on a worker and, when an address is given, sends them an invitation to Splot.',
    body: z.object({
      id,
      ...workersFacts,
      invitation: z.object({ id, email }).optional(),
    }),
    answer: withId,
    problems: ['only-the-head'],
  }),
  sayPost: endpoint({
    method: 'POST',
    path: '/workers/:id/post',
    summary:
      'Says which part of a full-time post somebody has, for the law counts full-time posts: the head’s deed.',
    params: withId,
    body: z.object({ post: z.number().min(0.001).max(1) }),
    answer: nothing,
  }),
  changeWorker: endpoint({
    method: 'PUT',
    path: '/workers/:id',
    summary: 'Changes what is said of a worker; by the head, or by themselves (phone and hours).',
    params: withId,
    body: z.object({ ...workersFacts, email: z.union([email, z.literal('')]).optional() }),
    version: 'needed',
    answer: nothing,
  }),
  endWork: endpoint({
    method: 'POST',
    path: '/workers/:id/end',
    summary: "Ends somebody's work here at this instant; what they saw through it ends with it.",
    params: withId,
    body: nothing,
    answer: nothing,
    problems: ['head-names-next-first'],
  }),
  inviteWorker: endpoint({
    method: 'POST',
    path: '/workers/:id/invitation',
    summary: 'Sends an invitation to Splot, in place of an earlier one.',
    params: withId,
    body: z.object({ id, email }),
    answer: nothing,
    problems: ['already-signed-up'],
  }),
  nameHead: endpoint({
    method: 'POST',
    path: '/institutions/mine/head',
    summary: 'Names the next head, from a day on; the data protection officer is told.',
    body: z.object({ id, workerId: id, since: workDay }),
    answer: nothing,
    problems: ['time-in-the-past', 'not-our-worker', 'one-new-head-a-day', 'is-an-officer'],
  }),
  delegate: endpoint({
    method: 'POST',
    path: '/institutions/mine/delegations',
    summary: 'Gives a worker a part: stand-in of the head, duty, data protection officer, auditor.',
    body: z.object({ id, workerId: id, part: z.enum(delegatedParts), until: workDay.optional() }),
    answer: nothing,
    problems: [
      'only-the-head',
      'not-our-worker',
      'has-that-part',
      'works-with-families',
      'is-an-officer',
      'time-in-the-past',
    ],
  }),
  endDelegation: endpoint({
    method: 'POST',
    path: '/delegations/:id/end',
    summary: 'Ends a part that was given.',
    params: withId,
    body: nothing,
    answer: nothing,
    problems: ['only-the-head'],
  }),
  demandFactor: endpoint({
    method: 'PUT',
    path: '/institutions/mine/second-factor',
    summary:
      'Demands a second factor of all who work in my institution, or no more; by its head, from the version seen.',
    body: z.object({ forAll: z.boolean() }),
    version: 'needed',
    answer: nothing,
    problems: ['only-the-head'],
  }),
  factorResets: endpoint({
    method: 'GET',
    path: '/institutions/mine/factor-resets',
    summary: 'Lost second factors of my colleagues that wait for a second pair of eyes.',
    answer: z.array(
      z.object({
        id,
        workerId: id,
        worker: z.string(),
        askedBy: z.string(),
        askedAt: z.string(),
        iMayConfirm: z.boolean(),
        /** Who can confirm it; where nobody can, whoever runs the machine takes it off. */
        confirms: z.enum(['colleague', 'administrator', 'nobody']),
      }),
    ),
  }),
  askFactorReset: endpoint({
    method: 'POST',
    path: '/institutions/mine/factor-resets',
    summary:
      "Asks that a colleague's lost second factor be taken off; somebody else confirms it within a week.",
    body: z.object({ id, workerId: id }),
    answer: withId,
    problems: ['not-by-oneself', 'reset-asked-already'],
  }),
  confirmFactorReset: endpoint({
    method: 'POST',
    path: '/factor-resets/:id/confirmation',
    summary: 'Confirms it as the second person; one of the two heads the institution.',
    params: withId,
    body: nothing,
    answer: nothing,
  }),
  resetsWithoutASecond: endpoint({
    method: 'GET',
    path: '/administration/factor-resets',
    summary: 'Lost second factors where an institution has nobody to confirm; for the administrator.',
    who: 'account',
    answer: z.array(
      z.object({
        id,
        institution: z.string(),
        worker: z.string(),
        askedBy: z.string(),
        askedAt: z.string(),
      }),
    ),
  }),
  confirmWithoutASecond: endpoint({
    method: 'POST',
    path: '/administration/factor-resets/:id/confirmation',
    summary: 'Confirms one of them, as the administrator.',
    who: 'account',
    params: withId,
    body: nothing,
    answer: nothing,
  }),
  findInstitutions: endpoint({
    method: 'GET',
    path: '/institutions',
    summary: 'Institutions in Splot by name, also without Polish letters.',
    query: z.object({ name: z.string().trim().min(2).max(80), kind: code.optional() }),
    answer: z.array(
      z.object({
        id,
        kind: z.string(),
        name: z.string(),
        locality: z.string().nullable(),
        seat: z.string().nullable(),
      }),
    ),
  }),
  firstHeads: endpoint({
    method: 'GET',
    path: '/institutions/first-heads',
    summary: 'First heads of institutions that mine brought here, until somebody confirms that it is them.',
    answer: z.array(
      z.object({
        institutionId: id,
        institutionName: z.string(),
        workerId: id,
        name: z.string(),
        position: z.string(),
        email: z.string().nullable(),
        signedUp: z.boolean(),
        invitedUntil: z.string().nullable(),
      }),
    ),
  }),
  confirmFirstHead: endpoint({
    method: 'POST',
    path: '/institutions/:id/confirm-head',
    summary: 'Confirms, as a second person, who heads an institution that mine brought here.',
    params: withId,
    body: nothing,
    answer: nothing,
    problems: ['head-not-here-yet', 'not-by-oneself'],
  }),
  invitation: endpoint({
    method: 'GET',
    path: '/invitation/:token',
    summary: 'What an invitation says to whoever holds it.',
    who: 'anybody',
    params: token,
    answer: z.object({
      givenName: z.string(),
      familyName: z.string(),
      position: z.string(),
      institutionName: z.string(),
      institutionKind: z.string(),
      email: z.string(),
      hasAccount: z.boolean(),
    }),
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/invitation/:token',
    summary: 'Accepts an invitation with a new account.',
    who: 'anybody',
    params: token,
    body: z.object({ name: withLetter(line(3, 160)), password: z.string().min(12).max(200) }),
    answer: nothing,
    problems: ['invitation-over', 'sign-in-first', 'password-known'],
  }),
  takeInvitation: endpoint({
    method: 'POST',
    path: '/invitation/:token/take',
    summary: 'Accepts an invitation with the account that is signed in: one person, one more employer.',
    who: 'account',
    params: token,
    body: nothing,
    answer: withId,
    problems: ['invitation-over', 'already-works-there', 'officer-elsewhere'],
  }),
}
