import { aboutItem } from '../baskets/sight.proof.ts'
import type { SightProof, Who } from '../proof/sight-proof.ts'
import {
  cases,
  householdOf,
  kinds,
  type Period,
  personOf,
  type World,
  workers,
  workplace,
} from '../proof/world.ts'

const now = ({ from, to }: Period) => from <= 0 && (to === null || to > 0)
/** The lead of a case now, and a social worker of that centre whom nobody excluded: without one no contract is drawn up. */
function office(world: World, caseNo: number): { lead: number; worker: number } | undefined {
  // No basket was frozen in a case that was voided.
  if (caseNo === world.voided) return undefined
  const lead = world.leads.findIndex((it) => it.case === caseNo && now(it.period))
  const leading = world.leads[lead]?.institution
  if (leading === undefined || !/centre$/.test(kinds[leading]!)) return undefined
  const person = (worker: number) => world.onePerson.find((pair) => pair.includes(worker)) ?? [worker]
  const excluded = world.exclusions
    .filter((it) => householdOf(it.case) === householdOf(caseNo))
    .flatMap((it) => [...person(it.worker)])
  const worker = workers.find(
    (each) => workplace(each) === leading && now(world.workers[each]!) && !excluded.includes(each),
  )
  return worker === undefined ? undefined : { lead, worker }
}

/** The head reads the file of what they must approve; who drew it up, at whichever of their jobs, approves nothing. */
function approves({ worker, world, sight }: Who, caseNo: number): boolean {
  const drawnUp = office(world, caseNo)
  return drawnUp !== undefined && sight.headsOver(worker, caseNo) && !sight.samePerson(worker, drawnUp.worker)
}

export const proof: SightProof = {
  tables: {
    'contracts.cooperation_plan': 'id',
    'contracts.social_contract': 'id',
    'contracts.signature': 'id',
    'contracts.review': 'id',
    'contracts.evaluation': 'id',
    'contracts.sent_back': 'id',
    'contracts.progress': 'id',
  },
  put(world, { of, step }) {
    for (const i of cases.keys()) {
      const drawnUp = office(world, i)
      if (!drawnUp) continue
      step(
        `contract ${i}`,
        [`version ${i}`, `lead ${drawnUp.lead}`],
        `with p as (insert into contracts.cooperation_plan (id, scope_id, version_id, no, planned, drawn_up_by)
           values ($2, $1, $3, 1, daterange(splot.today_pl(), splot.today_pl() + 90), $6)),
         c as (insert into contracts.social_contract (id, scope_id, plan_id, type, social_worker_id, planned, review_on, drawn_up_by)
           values ($4, $1, $2, 'A', $6, daterange(splot.today_pl(), splot.today_pl() + 90), splot.today_pl() + 30, $6))
         insert into contracts.review (id, scope_id, contract_id, due) values ($5, $1, $4, splot.today_pl() + 30)`,
        of('case', i),
        of('plan', i),
        of('version', i),
        of('contract', i),
        of('review', i),
        of('worker', drawnUp.worker),
      )
      step(
        `signature ${i}`,
        [`contract ${i}`],
        // Whatever their age in this world: somebody who cannot declare their will is named, and signs nothing.
        `insert into contracts.signature (id, contract_id, scope_id, person_id, part, cannot_declare_will) values ($1, $2, $3, $4, 'person', true)`,
        of('signature', i),
        of('contract', i),
        of('case', i),
        of('person', personOf(i, 0)),
      )
      step(
        `signature of the office ${i}`,
        [`contract ${i}`],
        `insert into contracts.signature (id, contract_id, scope_id, worker_id, part, cannot_declare_will) values ($1, $2, $3, $4, 'social_worker', true)`,
        of('signature of the office', i),
        of('contract', i),
        of('case', i),
        of('worker', drawnUp.worker),
      )
      step(
        `contract ${i} printed`,
        [`signature ${i}`, `signature of the office ${i}`],
        `update contracts.social_contract set state = 'printed', printed_hash = '\\x00' where id = $1`,
        of('contract', i),
      )
      step(
        `contract ${i} signed`,
        [`contract ${i} printed`],
        `update contracts.social_contract set state = 'signed' where id = $1`,
        of('contract', i),
      )
    }
    for (const i of cases.keys())
      if (office(world, i))
        step(
          `sent back ${i}`,
          [`contract ${i}`],
          `insert into contracts.sent_back (id, contract_id, scope_id, reason, sent_back_by, mended_at) values ($1, $2, $3, 'Brakuje kosztu.', $4, now())`,
          of('sent back', i),
          of('contract', i),
          of('case', i),
          of('worker', 0),
        )
    for (const [i, it] of world.items.entries())
      if (it.provider !== null && office(world, it.case))
        step(
          `progress ${i}`,
          [`item ${i} for`, `contract ${it.case}`],
          `insert into contracts.progress (id, scope_id, item_id, institution_id, class, state, reported_by) values ($1, $2, $3, $4, 'file', 'begun', $5)`,
          of('progress', i),
          of('case', it.case),
          of('item', i),
          of('institution', it.provider),
          of('worker', 0),
        )
    for (const [i, it] of world.items.entries())
      if (office(world, it.case))
        step(
          `evaluation ${i}`,
          [`item ${i} for`, `contract ${it.case}`],
          `insert into contracts.evaluation (id, contract_id, scope_id, item_id, class, result, evaluated_on, evaluated_by)
         select $1, $2, $3, $4, $5, min(code), splot.today_pl(), $6 from contracts.result`,
          of('evaluation', i),
          of('contract', it.case),
          of('case', it.case),
          of('item', i),
          it.class,
          of('worker', 0),
        )
  },
  inCase(who, caseNo, show) {
    const { worker, world, sight } = who
    if (!office(world, caseNo)) return
    const leading = sight.onLeadingTeam(worker, caseNo) || approves(who, caseNo)
    show(`plan ${caseNo}`, sight.ofHousehold(worker, caseNo, 'file'))
    show(`contract ${caseNo}`, leading)
    show(`signature ${caseNo}`, leading)
    show(`sent back ${caseNo}`, leading)
    show(`signature of the office ${caseNo}`, leading)
    show(`approval awaited: contract ${caseNo}`, sight.coordinates(worker, caseNo) && sight.open(caseNo))
    show(`review ${caseNo}`, sight.onTeam(worker, caseNo) || sight.headsOver(worker, caseNo))
    for (const [i, it] of world.items.entries())
      if (it.case === caseNo) {
        const shared = sight.shared(worker, caseNo, it.class, aboutItem(it))
        show(`evaluation ${i}`, shared)
        if (it.provider !== null) show(`progress ${i}`, shared || sight.own(worker, caseNo, it.provider))
      }
  },
  holds: (who, caseNo) => (approves(who, caseNo) ? ['file', 'health', 'addiction'] : []),
  elsewhere(who, show) {
    // Whoever coordinates waits for the answer; and of a lead that ends it is asked where the case goes.
    for (const i of cases.keys())
      show(
        `approval waits: contract ${i}`,
        approves(who, i) &&
          !who.sight.coordinates(who.worker, i) &&
          who.world.leads.some((it) => it.case === i && it.institution === who.mine && it.period.to === null),
      )
  },
}
