import { z } from 'zod'
import {
  aboutByDefault,
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  quoted,
  readers,
  text,
  version,
  withId,
} from '../platform/http/contract.ts'

const person = z.object({
  id,
  name: z.string(),
  position: z.string(),
  institutionId: id,
  institutionName: z.string(),
})
const contactablePerson = person.extend({
  institutionKind: z.string(),
  phone: z.string().nullable(),
  phoneHours: z.string().nullable(),
})

const teamMember = contactablePerson.extend({
  memberId: id,
  part: z.string().nullable(),
  state: z.enum(['invited', 'accepted', 'declined', 'withdrawn', 'left']),
  invitedAt: z.string(),
  answeredAt: z.string().nullable(),
  declineReason: z.string().nullable(),
  version,
})

export const caseHead = z.object({
  id,
  code: z.string(),
  partnershipId: id,
  partnershipName: z.string(),
  leadingInstitution: z.object({ id, name: z.string() }).nullable(),
  /** `proposed`: by their own proposal, to which the head has said nothing yet. */
  coordinator: contactablePerson.extend({ proposed: z.boolean() }).nullable(),
  planTemplate: z.string(),
  /** Its number in the register of the leading institution; told to those there who keep the file. */
  registryNumber: z.string().nullable(),
  /** Not told with a pointer alone: to the team, the head and who reads the file. */
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  closingReason: z.string().nullable(),
  afterCare: z.array(day).nullable(),
  household: z
    .object({ id, label: z.string(), locality: z.string().nullable(), communeName: z.string().nullable() })
    .nullable(),
  problems: z.array(z.string()),
  /** What was reported, as intake passed it on; told to those who hold the whole file. */
  reported: z.string().nullable(),
  /** What I may do here: words of the grants (`coordinate`, `team`, `head`), and `void`. */
  may: z.array(z.string()),
  /** The last offer to hand the case over, for those who keep the file and the head. */
  handover: z
    .object({
      id,
      to: z.string(),
      reason: z.string(),
      offeredAt: z.string(),
      answer: z.enum(['accepted', 'declined', 'withdrawn']).nullable(),
      answeredAt: z.string().nullable(),
    })
    .nullable(),
  mine: z
    .object({
      memberId: id,
      state: z.enum(['invited', 'accepted']),
      asked: z.string().nullable(),
      part: z.string().nullable(),
    })
    .nullable(),
  version,
})

export const casesContract = {
  case: endpoint({
    method: 'GET',
    path: '/cases/:id',
    summary: 'A case: who leads it, who coordinates it and what I may do in it.',
    params: withId,
    within: 'id',
    look: 'case',
    answer: caseHead,
  }),
  team: endpoint({
    method: 'GET',
    path: '/cases/:id/team',
    summary: 'Who works with the family, and their phones.',
    params: withId,
    within: 'id',
    look: 'team',
    answer: z.array(teamMember),
  }),
  printTeam: endpoint({
    method: 'GET',
    path: '/cases/:id/team.pdf',
    summary:
      'Who works with the family, as PDF for the family: the phones in large letters, nobody whose institution tells of a secret by its name.',
    params: withId,
    within: 'id',
    look: 'team',
    needs: ['team'],
    answer: z.any(),
    stream: true,
  }),
  why: endpoint({
    method: 'GET',
    path: '/cases/:id/why',
    summary: 'Why I see this case: my part, the basis, until when, and what I do not see.',
    params: withId,
    answer: z.object({
      reasons: z.array(
        z.object({
          reason: z.string(),
          classes: z.array(z.string()),
          until: z.string().nullable(),
          about: z.string().nullable(),
          kind: z.enum(['consent', 'law']).nullable().describe('Of a basis.'),
        }),
      ),
      /** Told to those who see the team. */
      others: z.number().int().nullable(),
    }),
  }),
  whom: endpoint({
    method: 'GET',
    path: '/cases/:id/whom',
    summary:
      'Whom something written here may be about: the people I may know, and whom it is about where nobody is named.',
    params: withId,
    within: 'id',
    look: 'case',
    needs: ['team'],
    answer: z.object({
      people: z.array(
        z.object({
          id,
          givenName: z.string(),
          familyName: z.string(),
          child: z.boolean(),
          /** Belongs to the household today; else did before. */
          belongs: z.boolean(),
        }),
      ),
      /** Everybody who belongs to the household today. */
      everybody: z.array(id),
      /** Whom a note of my institution is about where nobody is named. */
      ours: aboutByDefault,
    }),
  }),
  readers: endpoint({
    method: 'POST',
    path: '/cases/:id/readers',
    summary: 'Which institutions will read what my institution opens, of a class and about these people.',
    params: withId,
    within: 'id',
    needs: ['team'],
    question: true,
    body: z.object({
      class: z.enum(['file', 'health', 'addiction', 'justice']),
      about: z.array(id).min(1).max(40),
    }),
    answer: readers,
  }),
  confirmCoordinator: endpoint({
    method: 'POST',
    path: '/cases/:id/coordinator/confirm',
    summary: 'The head agrees that whoever proposed themselves coordinates the case.',
    params: withId,
    answer: nothing,
    problems: ['nobody-proposed'],
  }),
  appointCoordinator: endpoint({
    method: 'POST',
    path: '/cases/:id/coordinator',
    summary:
      "Appoints a coordinator, in place of the present one; deed of the head of the leading institution, or of the partnership's leader where nobody there may.",
    params: withId,
    body: z.object({ id, workerId: id }),
    answer: nothing,
    problems: ['not-our-worker', 'is-an-officer', 'worker-excluded', 'already-coordinator'],
  }),
  whoMayCoordinate: endpoint({
    method: 'GET',
    path: '/cases/:id/who-may-coordinate',
    summary: 'Workers of the leading institution who may be appointed; for whoever appoints.',
    params: withId,
    answer: z.array(z.object({ id, name: z.string(), position: z.string() })),
    within: 'id',
    look: 'team',
    needs: ['head', 'appoint'],
  }),
  whoMayBeInvited: endpoint({
    method: 'GET',
    path: '/cases/:id/whom-to-invite',
    summary:
      'Workers of the partnership who may be asked into the team, with the reason when the competence map proposes them.',
    params: withId,
    answer: z.array(
      contactablePerson.extend({
        proposed: z
          .object({
            part: z.enum(['leads', 'must', 'may']),
            problem: z.string(),
            law: z.string().nullable().describe('Only where the law itself demands it.'),
          })
          .nullable(),
        represents: z.boolean(),
      }),
    ),
    within: 'id',
    look: 'team',
    needs: ['coordinate'],
  }),
  invite: endpoint({
    method: 'POST',
    path: '/cases/:id/team',
    summary:
      'Asks workers into the team: one question to all, and for each what they are asked for; all are asked, or nobody.',
    params: withId,
    body: z.object({
      people: z
        .array(z.object({ id, workerId: id, part: line(0, 200).optional() }))
        .min(1)
        .max(20),
      asked: text('cases.team_member.asked').optional(),
    }),
    answer: nothing,
    problems: ['worker-cannot-be-asked', 'already-on-the-team'],
  }),
  answerInvitation: endpoint({
    method: 'POST',
    path: '/invitations/:id/answer',
    summary: 'Answers an invitation into a team; a refusal has a reason.',
    params: withId,
    body: z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('accepted') }),
      z.object({ answer: z.literal('declined'), reason: quoted(text('cases.team_member.decline_reason')) }),
    ]),
    answer: nothing,
    problems: ['invitation-already-answered'],
  }),
  delegateInvitation: endpoint({
    method: 'POST',
    path: '/invitations/:id/delegate',
    summary: 'Hands an invitation to a colleague; by who answers for the institution.',
    params: withId,
    body: z.object({ id, workerId: id }),
    answer: nothing,
    problems: [
      'invitation-already-answered',
      'worker-cannot-be-asked',
      'only-who-answers-for-the-institution',
      'already-on-the-team',
    ],
  }),
  endPart: endpoint({
    method: 'POST',
    path: '/cases/:id/team/:memberId/end',
    summary: 'Leaves the team, or (the coordinator) ends a part or withdraws an invitation.',
    params: z.object({ id, memberId: id }),
    body: z.object({ because: line(2, 500) }),
    answer: nothing,
    problems: ['part-already-ended'],
  }),
  whoMayBeExcluded: endpoint({
    method: 'GET',
    path: '/cases/:id/whom-to-exclude',
    summary:
      'Workers of the partnership who are not excluded yet, those of my institution first; heads and myself too.',
    params: withId,
    answer: z.array(z.object({ id, name: z.string(), institutionName: z.string() })),
    within: 'id',
    look: 'exclusions',
    needs: ['coordinate', 'head'],
  }),
  exclude: endpoint({
    method: 'POST',
    path: '/cases/:id/exclusions',
    summary: 'Excludes a worker (kin, neighbour): from that moment they see nothing of the case.',
    params: withId,
    body: z.object({ id, workerId: id, kind: codeOf('cases.exclusion_kind') }),
    answer: nothing,
    problems: ['already-excluded'],
  }),
  exclusions: endpoint({
    method: 'GET',
    path: '/cases/:id/exclusions',
    summary: 'Who is excluded from everything about this family, and whose exclusion was lifted.',
    params: withId,
    answer: z.array(
      z.object({
        id,
        workerId: id,
        name: z.string(),
        institutionName: z.string(),
        kind: z.string(),
        since: z.string(),
        liftedAt: z.string().nullable(),
        liftedBecause: z.string().nullable(),
      }),
    ),
    within: 'id',
    look: 'exclusions',
    needs: ['coordinate', 'head'],
  }),
  liftExclusion: endpoint({
    method: 'POST',
    path: '/cases/:id/exclusions/:exclusionId/lift',
    summary: 'Lifts an exclusion that was a mistake; the former part does not come back with it.',
    params: z.object({ id, exclusionId: id }),
    body: z.object({ because: line('cases.exclusion.lifted_because') }),
    answer: nothing,
    problems: ['exclusion-already-lifted'],
    within: 'id',
    needs: ['coordinate', 'head'],
  }),
  void: endpoint({
    method: 'POST',
    path: '/cases/:id/void',
    summary:
      'Voids a case that was opened by mistake, while nothing that others rely on has grown from it; its concern waits for an answer again.',
    params: withId,
    body: z.object({ because: text('cases.case.voided_because') }),
    answer: nothing,
    problems: ['others-rely-on-it'],
  }),
  keepRegistryNumber: endpoint({
    method: 'PUT',
    path: '/cases/:id/registry-number',
    summary:
      'Notes under which number my institution keeps the case in its own register; empty takes it away.',
    params: withId,
    within: 'id',
    body: z.object({ number: line(0, 'cases.registry_number.number') }),
    answer: nothing,
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/cases/:id/reopen',
    summary: 'Opens a closed case again.',
    params: withId,
    body: z.object({ id }),
    answer: nothing,
    problems: ['household-has-an-open-case'],
  }),
  offerHandover: endpoint({
    method: 'POST',
    path: '/cases/:id/handover',
    summary: 'Offers a case to another leading institution, which accepts before anything moves.',
    params: withId,
    body: z.object({ id, to: id, reason: text('cases.handover.reason') }),
    answer: nothing,
    problems: ['not-a-member', 'already-offered'],
  }),
  offeredHandover: endpoint({
    method: 'GET',
    path: '/handovers/:id',
    summary: 'A case offered to the institution that I head, until it is answered.',
    params: withId,
    answer: z.object({
      id,
      code: z.string(),
      fromInstitution: z.string(),
      reason: z.string(),
      offeredAt: z.string(),
    }),
  }),
  answerHandover: endpoint({
    method: 'POST',
    path: '/handovers/:id/answer',
    summary: 'Accepts, declines or withdraws a hand-over.',
    params: withId,
    body: z.object({ answer: z.enum(['accepted', 'declined', 'withdrawn']) }),
    answer: nothing,
    problems: ['handover-already-answered'],
  }),
  opinions: endpoint({
    method: 'GET',
    path: '/cases/:id/opinions',
    summary: 'Opinions of the family and of institutions about the work together.',
    params: withId,
    within: 'id',
    look: 'opinions',
    answer: z.array(
      z.object({ id, institutionName: z.string().nullable(), what: z.string(), recordedAt: z.string() }),
    ),
  }),
  recordOpinion: endpoint({
    method: 'POST',
    path: '/cases/:id/opinions',
    summary: 'Records an opinion: of the family (the coordinator) or of my institution.',
    params: withId,
    within: 'id',
    body: z.object({ id, ofFamily: z.boolean(), what: text('cases.opinion.what') }),
    answer: withId,
  }),
}
