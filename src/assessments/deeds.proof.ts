import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { call, family, it, other, raw } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'assessments.fix',
      'fixes an assessment',
      ['coordinator'],
      async (db, me) => {
        await sql`insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level) values (${randomUUID()}, ${it.assessment}, ${family.id}, 'housing', 'file', 2)`.execute(
          db,
        )
        return call(() => sql`assessments.fix(${it.assessment}, splot.today_pl(), '{mama}')`)(db, me)
      },
    ],
    [
      'assessments.close',
      'closes a case',
      ['coordinator'],
      call(() => sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
    ],
    [
      'assessments.enterView',
      'enters a view for their institution',
      ['coordinator', 'teammate', 'partner'],
      raw(
        (
          me,
        ) => sql`insert into assessments.view (id, assessment_id, scope_id, domain, class, by_family, institution_id, author_id, level)
    values (${randomUUID()}, ${it.assessment}, ${family.id}, 'housing', 'file', false, ${me.institutionId}, ${me.workerId}, 2)`,
      ),
    ],
    [
      'assessments.openAssessment',
      'opens an assessment',
      ['colleague'],
      through('assessments.openAssessment', () => ({ params: { id: other.id }, body: { kind: 'first' } })),
    ],
    [
      'assessments.openViews',
      "opens their institution's views",
      ['coordinator', 'teammate', 'partner'],
      async (db, me) => {
        const viewId = randomUUID()
        await sql`insert into assessments.view (id, assessment_id, scope_id, domain, class, by_family, institution_id, author_id, level)
    values (${viewId}, ${it.assessment}, ${family.id}, 'housing', 'file', false, ${me.institutionId}, ${me.workerId}, 2)`.execute(
          db,
        )
        return through('assessments.openViews', () => ({
          params: { id: family.id, assessmentId: it.assessment },
          body: { views: [viewId] },
        }))(db, me)
      },
    ],
    [
      'assessments.agree',
      'writes down the level that was agreed',
      ['coordinator'],
      through('assessments.agree', () => ({
        params: { id: family.id, assessmentId: it.assessment, agreedId: randomUUID() },
        body: { domain: 'housing', level: 4 },
      })),
    ],
  ],
  ids: {
    ofFamily: {
      assessments: 'select id from assessments.assessment where scope_id = $1',
      views: 'select id from assessments.view where scope_id = $1',
      agreed: 'select id from assessments.agreed where scope_id = $1',
    },
  },
  bodies: {
    'assessments.enterView': { level: 3, withoutLevel: undefined },
    'assessments.agree': { level: 3, withoutLevel: undefined },
  },
}
