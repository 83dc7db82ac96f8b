import { z } from 'zod'
import { codeOf, day, endpoint, id, nothing, text, withId } from '../platform/http/contract.ts'

const parts = ['leads', 'must', 'may', 'none'] as const

const competenceRow = z.object({
  problemKind: z.string(),
  institutionKind: z.string(),
  part: z.enum(['leads', 'must', 'may']),
  law: z.string().nullable(),
  note: z.object({ pl: z.string(), en: z.string() }).nullable(),
  locked: z.boolean(),
  own: z.boolean(),
})

export const competenceContract = {
  competence: endpoint({
    method: 'GET',
    path: '/partnerships/:id/competence',
    summary: 'Who leads, who must and who may, for each kind of problem, as it holds in this partnership.',
    params: withId,
    answer: z.object({
      rows: z.array(competenceRow),
      changes: z.array(
        z.object({
          id,
          problemKind: z.string(),
          institutionKind: z.string(),
          from: z.enum(parts),
          to: z.enum(parts),
          reason: z.string(),
          by: z.string(),
          on: day,
        }),
      ),
    }),
  }),
  setCompetence: endpoint({
    method: 'POST',
    path: '/partnerships/:id/competence',
    summary:
      'Gives a kind of institution another part in a kind of problem, with the reason. What the law demands stays.',
    params: withId,
    body: z.object({
      id,
      problemKind: codeOf('partnerships.problem_kind'),
      institutionKind: codeOf('institutions.institution_kind'),
      part: z.enum(parts),
      reason: text('competence.competence_change.reason'),
    }),
    answer: nothing,
    problems: ['law-demands', 'law-says-who-leads', 'only-the-leader'],
  }),
}
