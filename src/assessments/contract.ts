import { z } from 'zod'
import {
  aboutByDefault,
  aboutPeople,
  codeOf,
  day,
  endpoint,
  id,
  nothing,
  quoted,
  readers,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'

const level = z.int().min(1).max(5)
const without = z.enum(['does_not_concern', 'unknown'])
const seen = {
  level: level.optional(),
  withoutLevel: without.optional(),
}
/** A level, or why there is none. */
const levelOrWhy = (given: { level?: number | undefined; withoutLevel?: string | undefined }) =>
  (given.level === undefined) !== (given.withoutLevel === undefined)

const view = z.object({
  id,
  domain: z.string(),
  byFamily: z.boolean(),
  institutionId: id,
  institutionName: z.string(),
  authorName: z.string(),
  level: level.nullable(),
  withoutLevel: without.nullable(),
  strengths: z.string().nullable(),
  barriers: z.string().nullable(),
  about: z.array(id).describe('Whom it is about.'),
  words: z.string().nullable(),
  opened: z.boolean(),
  mine: z.boolean(),
  readers: readers.nullable().describe('Who reads it, or will once it is opened; told to its institution.'),
  version,
})

const agreed = z.object({
  id,
  about: z.array(id).describe('Whom it is about.'),
  domain: z.string(),
  level: level.nullable(),
  withoutLevel: without.nullable(),
  today: z.string().nullable(),
  dissent: z.string().nullable(),
  version,
})

export const assessment = z.object({
  id,
  kind: z.enum(['first', 'review', 'closing']),
  openedAt: z.string(),
  fixedAt: z.string().nullable(),
  agreedOn: day.nullable(),
  present: z.array(z.string()).nullable().describe('Told to those alone who read about everybody.'),
  version,
  views: z.array(view),
  agreed: z.array(agreed),
})

export const assessmentsContract = {
  assessments: endpoint({
    method: 'GET',
    path: '/cases/:id/assessments',
    summary: 'Joint assessments of a case, the newest first, with the views and levels that I may read.',
    params: withId,
    within: 'id',
    look: 'assessment',
    needs: ['team'],
    answer: z.array(assessment),
  }),
  whomInDomains: endpoint({
    method: 'GET',
    path: '/cases/:id/domains/whom',
    summary: 'Whom something in each life domain is about where nobody is named: a view, and what is shared.',
    params: withId,
    within: 'id',
    look: 'assessment',
    needs: ['team'],
    answer: z.array(z.object({ domain: z.string(), ours: aboutByDefault, shared: aboutByDefault })),
  }),
  openAssessment: endpoint({
    method: 'POST',
    path: '/cases/:id/assessments',
    summary: 'Opens a joint assessment; the coordinator does.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ id, kind: z.enum(['first', 'review', 'closing']) }),
    answer: withId,
    problems: ['assessment-already-open'],
  }),
  enterView: endpoint({
    method: 'PUT',
    path: '/cases/:id/assessments/:assessmentId/views/:viewId',
    summary:
      'Enters or changes how my institution (or the family, through us) sees a life domain; ours until opened to the team.',
    params: z.object({ id, assessmentId: id, viewId: id }),
    within: 'id',
    needs: ['team'],
    body: z
      .object({
        domain: codeOf('assessments.life_domain'),
        byFamily: z.boolean(),
        ...seen,
        strengths: text('assessments.view.strengths').optional(),
        barriers: text('assessments.view.barriers').optional(),
        words: quoted(text('assessments.view.words')).optional(),
        about: aboutPeople,
      })
      .refine(levelOrWhy, { path: ['level'] }),
    version: 'taken',
    answer: withId,
    problems: ['assessment-fixed'],
  }),
  openViews: endpoint({
    method: 'POST',
    path: '/cases/:id/assessments/:assessmentId/open-views',
    summary: "Opens my institution's views to the team. Safety stays with whoever wrote it.",
    params: z.object({ id, assessmentId: id }),
    within: 'id',
    needs: ['team'],
    body: z.object({ views: z.array(id).min(1).max(30) }),
    answer: nothing,
  }),
  agree: endpoint({
    method: 'PUT',
    path: '/cases/:id/assessments/:assessmentId/agreed/:agreedId',
    summary:
      'Writes down the level agreed together in a domain, with dissent, and what is done today where that is needed.',
    params: z.object({ id, assessmentId: id, agreedId: id }),
    within: 'id',
    needs: ['coordinate'],
    body: z
      .object({
        domain: codeOf('assessments.life_domain'),
        ...seen,
        today: text('assessments.agreed.today').optional(),
        dissent: text('assessments.agreed.dissent').optional(),
        about: aboutPeople,
      })
      .refine(levelOrWhy, { path: ['level'] }),
    version: 'taken',
    answer: withId,
    problems: ['needs-today', 'safety-is-not-agreed', 'assessment-fixed'],
  }),
  fix: endpoint({
    method: 'POST',
    path: '/cases/:id/assessments/:assessmentId/fix',
    summary: 'Fixes the assessment with its date and those present; nothing in it changes afterwards.',
    params: z.object({ id, assessmentId: id }),
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ agreedOn: workDay, present: z.array(text(2, 160)).min(1).max(30) }),
    answer: nothing,
    problems: ['assessment-already-fixed', 'nothing-agreed-yet', 'in-the-future'],
  }),
  close: endpoint({
    method: 'POST',
    path: '/cases/:id/close',
    summary:
      'Closes a case, with the reason, the levels of the life domains at the end and the dates of after-care.',
    params: withId,
    body: z.object({
      reason: codeOf('cases.closing_reason'),
      note: text(0, 2000).optional(),
      afterCare: z.array(workDay).max(4).default([]),
      levels: z
        .object({
          assessmentId: id,
          domains: z
            .array(
              z
                .object({
                  id,
                  domain: codeOf('assessments.life_domain'),
                  ...seen,
                  today: text('assessments.agreed.today').optional(),
                })
                .refine(levelOrWhy, { path: ['level'] }),
            )
            .min(1)
            .max(13),
        })
        .optional(),
    }),
    answer: nothing,
    problems: ['case-is-closed', 'reason-needs-words', 'assessment-already-open', 'needs-today'],
    within: 'id',
    needs: ['coordinate'],
  }),
}
