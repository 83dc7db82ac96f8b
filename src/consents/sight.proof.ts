import type { SightProof } from '../proof/sight-proof.ts'
import { cases, householdOf, households } from '../proof/world.ts'

export const proof: SightProof = {
  tables: {
    'consents.basis': 'id',
    'consents.disclosure': 'id',
    'consents.information_clause': 'id',
  },
  put(world, { of, range, step }) {
    for (const i of cases.keys()) {
      const { people } = households[householdOf(i)]!
      step(
        `clauses ${i}`,
        [`case ${i}`],
        `insert into consents.information_clause (id, scope_id, about_id, text_version, how, given_on, given_by)
         select c.id, $1, c.about, '1', 'in_person', splot.today_pl(), $4 from unnest($2::uuid[], $3::uuid[]) c (id, about)`,
        of('case', i),
        people.map((person) => of('clause', 10 * i + person)),
        people.map((person) => of('person', person)),
        of('worker', 0),
      )
    }
    for (const [i, it] of world.bases.entries())
      step(
        `disclosure ${i}`,
        [`basis ${i}`],
        `insert into consents.disclosure (id, scope_id, about_id, basis_id, from_institution_id, to_institution_id, classes, period, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        of('disclosure', i),
        of('case', it.case),
        of('person', it.person),
        of('basis', i),
        of('institution', it.from),
        of('institution', it.to),
        it.classes,
        range(it.period),
        of('worker', 0),
      )
  },
  inCase({ worker, mine, world, sight }, caseNo, show) {
    const file = sight.holds(worker, caseNo, 'file', 'whole')
    for (const person of households[householdOf(caseNo)]!.people)
      show(`clause ${10 * caseNo + person}`, sight.holds(worker, caseNo, 'file', { person }))
    for (const [i, it] of world.bases.entries()) {
      if (it.case !== caseNo) continue
      const ours = file || (sight.onTeam(worker, caseNo) && [it.from, it.to].includes(mine))
      show(`basis ${i}`, ours)
      show(`disclosure ${i}`, ours || sight.handedOver(worker, caseNo, it.from))
    }
  },
}
