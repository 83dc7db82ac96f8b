import type { SightProof } from '../proof/sight-proof.ts'
import { cases, workplace } from '../proof/world.ts'

const views = [
  { author: 0, class: 'file', opened: true },
  { author: 4, class: 'file', opened: false },
  { author: 4, class: 'health', opened: true },
  { author: 4, class: 'violence', opened: false },
] as const
const agreed = ['file', 'health', 'addiction']

export const proof: SightProof = {
  tables: {
    'assessments.assessment': 'id',
    'assessments.agreed': 'id',
    'assessments.view': 'id',
  },
  put(_, { of, at, step }) {
    for (const i of cases.keys()) {
      step(
        `assessment ${i}`,
        [`case ${i}`],
        'insert into assessments.assessment (id, scope_id, opened_by) values ($1, $2, $3)',
        of('assessment', i),
        of('case', i),
        of('worker', 0),
      )
      step(
        `agreed ${i}`,
        [`assessment ${i}`],
        `insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level)
         select a.id, $1, $2, d.code, d.class, 3 from unnest($3::uuid[], array['education', 'health', 'addiction']) a (id, code) join assessments.life_domain d using (code)`,
        of('assessment', i),
        of('case', i),
        agreed.map((_, n) => of('agreed', 10 * i + n)),
      )
      step(
        `views ${i}`,
        [`assessment ${i}`],
        `insert into assessments.view (id, assessment_id, scope_id, domain, class, by_family, institution_id, author_id, level, opened_at)
         select v.id, $1, $2, (select min(code) from assessments.life_domain d where d.class = v.class), v.class, false, v.institution, v.author, 3, v.opened
         from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::timestamptz[]) v (id, class, institution, author, opened)`,
        of('assessment', i),
        of('case', i),
        views.map((_, n) => of('view', 10 * i + n)),
        views.map((it) => it.class),
        views.map((it) => of('institution', workplace(it.author))),
        views.map((it) => of('worker', it.author)),
        views.map((it) => (it.opened ? at(-1) : null)),
      )
    }
  },
  inCase({ worker, sight }, caseNo, show) {
    show(`assessment ${caseNo}`, sight.onTeam(worker, caseNo))
    for (const [n, what] of agreed.entries())
      show(`agreed ${10 * caseNo + n}`, sight.shared(worker, caseNo, what))
    for (const [n, it] of views.entries()) show(`view ${10 * caseNo + n}`, sight.entry(worker, caseNo, it))
  },
}
