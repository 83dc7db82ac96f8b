import type { SightProof } from '../proof/sight-proof.ts'
import { householdOf, workers, workplace } from '../proof/world.ts'

/** The case that a hand-over of an institution tells of. */
const told = 0

export const proof: SightProof = {
  tables: {
    'institutions.worker': 'id',
    'partnerships.partnership': 'id',
    'partnerships.area': `'area of ' || partnership_id`,
    'partnerships.agreement': 'id',
    'partnerships.agreement_party': `'party to ' || agreement_id`,
    'partnerships.agreement_suspension': 'id',
    'partnerships.agreement_end': `'end of ' || agreement_id`,
    'partnerships.membership': 'id',
    'partnerships.membership_suspension': 'id',
    'partnerships.appointment': 'id',
    'partnerships.rules_of_work': 'id',
    'partnerships.lead_offer': 'id',
    'partnerships.objection': 'id',
    'partnerships.handover': `'handover of ' || membership_id`,
    'partnerships.handover_line': `'line of the handover of ' || membership_id`,
  },
  put(world, { of, step }) {
    for (const p of [0, 1]) {
      step(
        `partnership ${p} kept`,
        [`agreement ${p}`],
        `with a as (insert into partnerships.area (partnership_id, terc) select $1, min(terc) from territory.unit),
         g as (insert into partnerships.agreement_party (agreement_id, institution_id, founding) values ($2, $3, true)),
         e as (insert into partnerships.agreement_end (agreement_id, last_day, decided_on, reason, recorded_by) values ($2, splot.today_pl() + 900, splot.today_pl(), 'próba', $4)),
         r as (insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent, answer_days_usual, review_every_months, meeting_every_months)
           values ($5, $1, '[2020-01-01,)', '2020-01-01', 1, 3, 7, 3, 1))
         insert into partnerships.lead_offer (id, partnership_id, from_institution_id, to_institution_id, decided_on, decision, offered_by) values ($6, $1, $3, $7, '2020-01-01', 'Uchwała.', $4)`,
        of('partnership', p),
        of('agreement', p),
        of('institution', p),
        of('worker', 2 * p),
        of('rules', p),
        of('lead offer', p),
        of('institution', 3),
      )
    }
    for (const i of world.memberships.keys())
      step(
        `objection of membership ${i}`,
        [`membership ${i}`],
        `insert into partnerships.objection (id, membership_id, words, said_by) values ($1, $2, 'Mieliśmy ferie.', $3)`,
        of('objection', i),
        of('membership', i),
        of('worker', 0),
      )
    for (const i of world.memberships.keys())
      step(
        `handover of membership ${i}`,
        [`membership ${i}`, `scope ${told}`],
        `with h as (insert into partnerships.handover (membership_id) values ($1) returning membership_id)
         insert into partnerships.handover_line (membership_id, scope_id, kind, case_code) select membership_id, $2, 'part', 'AAA-AAA' from h`,
        of('membership', i),
        of('case', told),
      )
  },
  elsewhere({ worker, mine, world, sight }, show) {
    const works = sight.works(worker)
    const partner = [0, 1].filter((p) => sight.partner(worker, p))
    const met = [
      ...partner,
      ...world.memberships.filter((it) => partner.includes(it.partnership)).map((it) => it.institution),
    ]
    for (const other of workers)
      show(`worker ${other}`, works && (workplace(other) === mine || met.includes(workplace(other))))
    for (const p of partner) {
      for (const row of [
        `partnership ${p}`,
        `area of partnership ${p}`,
        `agreement ${p}`,
        `party to agreement ${p}`,
        `end of agreement ${p}`,
        `rules ${p}`,
        `lead offer ${p}`,
      ])
        show(row, true)
      show(`agreement suspension ${p}`, world.agreements[p]!.suspended !== null)
    }
    const inPerson =
      works && world.heads.some((it) => it.counts && it.worker === worker && sight.during(it.period))
    for (const [p, { period }] of world.agreements.entries()) {
      const lasts = period.to === null || sight.t < period.to
      show(`signature waits: agreement ${p}`, mine === p && lasts && inPerson)
      show(`lead waits: lead offer ${p}`, mine === 3 && inPerson)
      show(`lead awaited: lead offer ${p}`, works && worker === 2 * p)
    }
    for (const [i, it] of world.memberships.entries()) {
      show(`declaration waits: membership ${i}`, it.period === null && it.institution === mine && inPerson)
      const knows = partner.includes(it.partnership)
      show(`membership ${i}`, knows)
      show(`membership suspension ${i}`, knows && it.suspended !== null)
      show(`appointment ${i}`, knows && it.appointed !== null)
      const head = [it.institution, it.partnership].includes(mine) && sight.heads(worker, mine)
      show(`handover of membership ${i}`, head)
      show(`objection ${i}`, knows && head)
      // Both heads sign one paper.
      const keptOut = workers.some(
        (other) =>
          [it.institution, it.partnership].some((side) => sight.heads(other, side)) &&
          sight.excluded(other, householdOf(told)),
      )
      show(`line of the handover of membership ${i}`, head && !keptOut)
    }
  },
}
