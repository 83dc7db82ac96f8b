import type { SightProof } from '../proof/sight-proof.ts'
import { cases, householdOf, households } from '../proof/world.ts'

export const proof: SightProof = {
  tables: {
    'consents.basis': 'id',
    'consents.disclosure': 'id',
    'consents.information_clause': 'id',
    'consents.sheet': 'id',
    'consents.tick': `'tick of ' || sheet_id`,
    'consents.without': 'id',
    // What is derived begins today; here stands what came to an end long ago.
    'consents.exchange': `case when upper(period) < now() - interval '100 hours' then id::text end`,
  },
  put(world, { of, at, range, step }) {
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
    for (const i of cases.keys())
      step(
        `joint work ${i}`,
        [`case ${i}`],
        `with e as (insert into consents.exchange (id, scope_id, about_id, to_institution_id, class, period) values ($2, $1, $3, $4, 'file', $5))
         insert into consents.without (id, scope_id, about_id, representative_id, reason, decided_by, ended_at) values ($6, $1, $3, $3, 'próba', $7, now())`,
        of('case', i),
        of('exchange', i),
        of('person', households[householdOf(i)]!.people[0]),
        of('institution', 2),
        range({ from: -400, to: -300 }),
        of('without', i),
        of('worker', 0),
      )
    for (const [i, it] of world.ticks.entries()) {
      step(
        `tick ${i}`,
        [`case ${it.case}`],
        `with s as (insert into consents.sheet (id, scope_id, about_id, signer_id, court_order, asked_by, taken_back_at) values ($1, $2, $3, $4, $5, $10, now()))
         insert into consents.tick (sheet_id, scope_id, about_id, signer_id, institution_id, class, yes, earlier, period) values ($1, $2, $3, $4, $6, $7, $8, $9, $11)`,
        of('sheet', i),
        of('case', it.case),
        of('person', it.person),
        it.signer === null ? null : of('person', it.signer),
        it.signer === null ? 'III Nsm 1/26' : null,
        of('institution', it.institution),
        it.class,
        it.yes,
        it.earlier,
        of('worker', 0),
        range(it.period),
      )
      if (it.ended !== null)
        step(
          `tick ${i} ended`,
          [`tick ${i}`],
          `update consents.tick set period = tstzrange(lower(period), least(upper(period), $2)), ended_because = 'withdrawn' where sheet_id = $1`,
          of('sheet', i),
          at(it.ended),
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
    const coordinates = sight.coordinates(worker, caseNo)
    show(`without ${caseNo}`, coordinates)
    show(`exchange ${caseNo}`, file || (sight.onTeam(worker, caseNo) && mine === 2))
    for (const [i, it] of world.ticks.entries()) {
      if (it.case !== caseNo) continue
      show(`sheet ${i}`, coordinates)
      show(`tick of sheet ${i}`, coordinates)
    }
    for (const [i, it] of world.bases.entries()) {
      if (it.case !== caseNo) continue
      const ours = file || (sight.onTeam(worker, caseNo) && [it.from, it.to].includes(mine))
      show(`basis ${i}`, ours)
      show(`disclosure ${i}`, ours || sight.handedOver(worker, caseNo, it.from))
    }
  },
}
