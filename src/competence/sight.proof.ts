import type { SightProof } from '../proof/sight-proof.ts'

export const proof: SightProof = {
  tables: {
    'competence.competence': `case when partnership_id is not null then 'competence in ' || partnership_id end`,
    'competence.competence_change': 'id',
  },
  put(_, { of, step }) {
    for (const p of [0, 1])
      step(
        `competence in partnership ${p}`,
        [`agreement ${p}`],
        `with c as (insert into competence.competence_change (id, partnership_id, problem_kind, institution_kind, from_part, to_part, reason, changed_by)
           select $2, $1, problem_kind, institution_kind, part, part, 'próba', $3 from competence.competence where partnership_id is null limit 1)
         insert into competence.competence (partnership_id, problem_kind, institution_kind, part)
         select $1, problem_kind, institution_kind, part from competence.competence where partnership_id is null limit 1`,
        of('partnership', p),
        of('competence change', p),
        of('worker', 2 * p),
      )
  },
  elsewhere({ worker, sight }, show) {
    for (const p of [0, 1].filter((each) => sight.partner(worker, each))) {
      show(`competence in partnership ${p}`, true)
      show(`competence change ${p}`, true)
    }
  },
}
