import { z } from 'zod'
import { home, personFields, personProblems, pesel } from '../households/contract.ts'
import {
  birthDay,
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  paging,
  terc,
  text,
  withId,
} from '../platform/http/contract.ts'

const concernState = z.enum(['new', 'taken_up', 'passed_on', 'no_action'])
const concernLine = z.object({
  id,
  who: z.string(),
  place: z.string().nullable(),
  communeName: z.string().nullable(),
  worries: z.array(z.string()),
  urgency: z.string(),
  violence: z.boolean(),
  sentAt: z.string(),
  answerBy: day,
  state: concernState,
  answeredAt: z.string().nullable(),
  answerReason: z.string().nullable(),
  addressedTo: z.string(),
  reporterName: z.string(),
  reporterInstitution: z.string(),
})

const candidate = z.object({
  personId: id,
  name: z.string(),
  birthDate: day.nullable(),
  birthYear: z.number().nullable(),
  alsoKnown: z.string().nullable(),
  likeness: z.number(),
  openCase: z
    .object({
      caseId: id,
      code: z.string(),
      householdId: id,
      label: z.string(),
      coordinator: z.string().nullable(),
      iCoordinate: z.boolean(),
    })
    .nullable(),
})

export const concernsContract = {
  whereToReport: endpoint({
    method: 'GET',
    path: '/concerns/where',
    summary: 'The partnerships in which I may report a concern, and whom it can be addressed to.',
    answer: z.array(
      z.object({
        partnershipId: id,
        name: z.string(),
        leadingInstitutionId: id,
        institutions: z.array(
          z.object({ id, name: z.string(), kind: z.string(), phone: z.string().nullable() }),
        ),
        communes: z.array(z.object({ terc, name: z.string(), localities: z.array(z.string()) })),
      }),
    ),
  }),
  whoHears: endpoint({
    method: 'GET',
    path: '/concerns/who-hears',
    summary:
      'Who would read at a member institution now what I report, and when and by which phone somebody is on duty.',
    query: z.object({ partnershipId: id, institutionId: id }),
    answer: z.object({
      /** Until when somebody is on duty now. */
      until: z.string().nullable(),
      /** From when next; null where no duty hours are known. */
      next: z.string().nullable(),
      phone: z.string().nullable(),
      /** Where a danger goes on when nobody there reads it, in this order. */
      goesOnTo: z.array(z.string()),
      /** Who works there: who hears of a danger now, who when duty begins next, and who is on duty. */
      people: z.array(
        z.object({ id, name: z.string(), hears: z.boolean(), hearsNext: z.boolean(), onDuty: z.boolean() }),
      ),
    }),
  }),
  sendConcern: endpoint({
    method: 'POST',
    path: '/concerns',
    summary: 'Reports a family that must not be left alone, in at most six fields.',
    body: z.object({
      id,
      partnershipId: id,
      addressedTo: id
        .optional()
        .describe('An institution; the leading one when left out. Violence always goes there.'),
      who: line('concerns.concern.who'),
      place: line('concerns.concern.place').optional(),
      commune: terc.optional(),
      worries: z.array(codeOf('partnerships.problem_kind')).min(1).max(12),
      what: text('concerns.concern.what'),
      urgency: codeOf('concerns.concern_urgency'),
      familyKnows: z.enum(['yes', 'no', 'unknown']),
      doneSoFar: text('concerns.concern.done_so_far').optional(),
      keptFrom: z.array(id).max(20).optional().describe('Workers who must not read it there.'),
    }),
    answer: withId,
    problems: ['not-a-member', 'unknown-worry', 'unknown-commune', 'nobody-may-read'],
  }),
  myConcerns: endpoint({
    method: 'GET',
    path: '/concerns/mine',
    summary: 'What I reported, and what became of it.',
    query: paging,
    answer: z.object({
      items: z.array(
        concernLine.extend({
          caseId: id.nullable().describe('Which case it is part of, as far as I see it.'),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  intake: endpoint({
    method: 'GET',
    path: '/concerns/intake',
    summary: 'Concerns addressed to my institution that wait for an answer; the most urgent first.',
    answer: z.object({ items: z.array(concernLine), iTakeIn: z.boolean() }),
  }),
  concern: endpoint({
    method: 'GET',
    path: '/concerns/:id',
    summary: 'One concern.',
    params: withId,
    answer: concernLine.extend({
      what: z.string(),
      familyKnows: z.enum(['yes', 'no', 'unknown']),
      doneSoFar: z.string().nullable(),
      addressedToId: id,
      commune: terc.nullable(),
      partnershipId: id,
      reporterPhone: z.string().nullable(),
      /** The locality of the commune that the place names; a street or a number of a house is none. */
      locality: z.string().nullable(),
      caseId: id.nullable(),
      iAnswer: z.boolean(),
      /** Whether it waits to be read by me: who answers, and the head besides where it is a danger. */
      iRead: z.boolean(),
      /** Names of those who must not read it, for its reporter and for who answers. */
      keptFrom: z.array(z.string()).nullable(),
      /** What became of a danger; null of any other concern, and for who neither reported nor reads it. */
      heard: z
        .object({
          readAt: z.string().nullable(),
          readBy: z.string().nullable(),
          readIn: z.string().nullable(),
          /** Since when nobody is left to tell of it. */
          unheardAt: z.string().nullable(),
          /** When it goes on, or its reporter is told that nobody read it. */
          goesOnAt: z.string().nullable(),
          /** Where it was told, and who can read it there now. */
          told: z.array(z.object({ institution: z.string(), at: z.string(), people: z.array(z.string()) })),
        })
        .nullable(),
    }),
  }),
  findBeforeCreating: endpoint({
    method: 'POST',
    question: true,
    path: '/concerns/:id/people-search',
    summary:
      'Looks for people already known, before anything is created: misspelt, maiden, without Polish letters, or by PESEL.',
    params: withId,
    body: z.object({
      name: line(2, 160),
      birthDate: birthDay.optional(),
      pesel: pesel.optional(),
    }),
    answer: z.array(candidate),
  }),
  takeUp: endpoint({
    method: 'POST',
    path: '/concerns/:id/take-up',
    summary: 'Takes up a concern: opens a case about a household.',
    params: withId,
    body: z.object({
      caseId: id,
      household: z.object({
        id,
        label: line('households.household.label'),
        commune: terc.optional(),
        locality: line(0, 120).optional(),
        known: z.boolean().default(false),
      }),
      people: z
        .array(
          z.object({
            memberId: id,
            personId: id,
            known: z.boolean().default(false),
            ...personFields,
            ...home,
            pesel: pesel.optional(),
          }),
        )
        .refine((people) => people.length <= 20, { params: { said: 'too-many-people', max: 20 } })
        .default([]),
      /** Who is what to whom of these people; consents about a child depend on it. */
      relations: z
        .array(
          z.object({
            id,
            personId: id,
            toPersonId: id,
            kind: codeOf('households.relation_kind'),
            authority: codeOf('households.authority_kind').optional(),
          }),
        )
        .max(60)
        .optional(),
      /** What the leading team reads of it, and as which problems; needed where the concern speaks of violence. */
      about: text('cases.reported.what').optional(),
      problems: z.array(codeOf('partnerships.problem_kind')).max(12).optional(),
      /** Whoever takes it up proposes themselves as coordinator: it holds until the head says otherwise. */
      coordinate: z.boolean().optional(),
    }),
    answer: withId,
    problems: [
      'is-an-officer',
      'say-what-it-is-about',
      'concern-already-answered',
      'household-has-an-open-case',
      'unknown-commune',
      'pesel-disagrees',
      ...personProblems,
      'pesel-twice',
      'person-twice',
      'pesel-lives-here',
      'pesel-of-another',
      'same-person',
      'relation-known',
      'relation-contradicts',
    ],
  }),
  attachConcern: endpoint({
    method: 'POST',
    path: '/concerns/:id/attach',
    summary:
      'Attaches a concern to the case that is already open about the family; one of violence leaves no trace there.',
    params: withId,
    body: z.object({ caseId: id }),
    answer: nothing,
    problems: ['concern-already-answered', 'case-is-closed'],
  }),
  passOn: endpoint({
    method: 'POST',
    path: '/concerns/:id/pass-on',
    summary: 'Passes a concern on to another member institution; the reporter hears of it.',
    params: withId,
    body: z.object({ concernId: id, to: id, reason: text('concerns.concern.answer_reason') }),
    answer: nothing,
    problems: ['violence-stays', 'concern-already-answered', 'not-a-member'],
  }),
  noAction: endpoint({
    method: 'POST',
    path: '/concerns/:id/no-action',
    summary: 'Answers that nothing will be done, and why; the reporter hears of it.',
    params: withId,
    body: z.object({ reason: text('concerns.concern.answer_reason') }),
    answer: nothing,
    problems: ['concern-already-answered'],
  }),
}
