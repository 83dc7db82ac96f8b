import type { SightProof } from '../proof/sight-proof.ts'
import { cases, personOf, workplace } from '../proof/world.ts'

// Without a name it is about everybody.
const views = [
  { author: 0, class: 'file', opened: true, of: null },
  { author: 4, class: 'file', opened: false, of: 1 },
  { author: 4, class: 'health', opened: true, of: 0 },
  { author: 4, class: 'violence', opened: false, of: null },
] as const
const agreed = [
  { class: 'file', of: null },
  { class: 'health', of: 1 },
  { class: 'addiction', of: 0 },
] as const
const about = (caseNo: number, { of }: { of: number | null }) =>
  of === null ? undefined : [personOf(caseNo, of)]

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
        `insert into assessments.agreed (id, assessment_id, scope_id, domain, class, about, level)
         select a.id, $1, $2, d.code, d.class, case when a.about is not null then array[a.about] end, 3
         from unnest($3::uuid[], array['education', 'health', 'addiction'], $4::uuid[]) a (id, code, about) join assessments.life_domain d using (code)`,
        of('assessment', i),
        of('case', i),
        agreed.map((_, n) => of('agreed', 10 * i + n)),
        agreed.map((it) => about(i, it)?.map((person) => of('person', person))[0] ?? null),
      )
      step(
        `views ${i}`,
        [`assessment ${i}`],
        `insert into assessments.view (id, assessment_id, scope_id, domain, class, by_family, institution_id, author_id, level, opened_at, about)
         select v.id, $1, $2, (select min(code) from assessments.life_domain d where d.class = v.class), v.class, false, v.institution, v.author, 3, v.opened, case when v.about is not null then array[v.about] end
         from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::uuid[]) v (id, class, institution, author, opened, about)`,
        of('assessment', i),
        of('case', i),
        views.map((_, n) => of('view', 10 * i + n)),
        views.map((it) => it.class),
        views.map((it) => of('institution', workplace(it.author))),
        views.map((it) => of('worker', it.author)),
        views.map((it) => (it.opened ? at(-1) : null)),
        views.map((it) => about(i, it)?.map((person) => of('person', person))[0] ?? null),
      )
    }
  },
  inCase({ worker, sight }, caseNo, show) {
    show(`assessment ${caseNo}`, sight.onTeam(worker, caseNo))
    for (const [n, it] of agreed.entries())
      show(`agreed ${10 * caseNo + n}`, sight.shared(worker, caseNo, it.class, about(caseNo, it)))
    for (const [n, it] of views.entries())
      show(`view ${10 * caseNo + n}`, sight.entry(worker, caseNo, { ...it, about: about(caseNo, it) }))
  },
}
