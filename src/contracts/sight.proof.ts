import fc from 'fast-check'
import { aboutItem, answersForProvider, type Item } from '../baskets/sight.proof.ts'
import type { SightProof, Who } from '../proof/sight-proof.ts'
import {
  caseNo as anyCase,
  cases,
  few,
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

declare module '../proof/world.ts' {
  interface World {
    /** Cases whose contract is in force, where one could be drawn up. */
    approved: number[]
  }
}

const inForce = (world: World, caseNo: number) =>
  world.approved.includes(caseNo) && office(world, caseNo) !== undefined

/** The head reads the file of what they must approve, and not of what was approved days ago; who drew it up, at whichever of their jobs, approves nothing. */
function approves({ worker, world, sight }: Who, caseNo: number): boolean {
  const drawnUp = office(world, caseNo)
  if (inForce(world, caseNo)) return false
  return drawnUp !== undefined && sight.headsOver(worker, caseNo) && !sight.samePerson(worker, drawnUp.worker)
}

/** A contract in force holds an institution to it that does not lead then: who answers for it reads the request again. */
const serves = (who: Who, it: Item) =>
  inForce(who.world, it.case) &&
  !who.world.leads.some(
    (lead) => lead.case === it.case && lead.institution === it.provider && who.sight.during(lead.period),
  ) &&
  answersForProvider(who, it)

export const proof: SightProof = {
  tables: {
    'contracts.cooperation_plan': 'id',
    'contracts.social_contract': 'id',
    'contracts.signature': 'id',
    'contracts.review': 'id',
    'contracts.evaluation': 'id',
    'contracts.sent_back': 'id',
    'contracts.progress': 'id',
    'contracts.our_services()': `'service of ' || item_id`,
  },
  facts: {
    made: fc.record({ approved: few(anyCase, 6) }),
    fitting: ({ approved }: { approved: number[] }) => ({ approved }),
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
      if (inForce(world, i))
        step(
          `contract ${i} approved`,
          [
            `contract ${i} signed`,
            ...world.items.flatMap((it, n) => (it.case === i ? [`item ${n} frozen`] : [])),
          ],
          `update contracts.social_contract set state = 'approved', approved_at = now() - interval '2 days', approved_by = $2 where id = $1`,
          of('contract', i),
          of('worker', office(world, i)!.worker === 0 ? 1 : 0),
        )
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
  pointer: (who, caseNo) => who.world.items.some((it) => it.case === caseNo && serves(who, it)),
  inCase(who, caseNo, show) {
    const { worker, world, sight, mine } = who
    if (!office(world, caseNo)) return
    const leading = sight.onLeadingTeam(worker, caseNo) || approves(who, caseNo)
    show(`plan ${caseNo}`, sight.ofHousehold(worker, caseNo, 'file'))
    show(`contract ${caseNo}`, leading)
    show(`signature ${caseNo}`, leading)
    show(`sent back ${caseNo}`, leading)
    show(`signature of the office ${caseNo}`, leading)
    show(
      `approval awaited: contract ${caseNo}`,
      sight.coordinates(worker, caseNo) && sight.open(caseNo) && !inForce(world, caseNo),
    )
    show(`review ${caseNo}`, sight.onTeam(worker, caseNo) || sight.headsOver(worker, caseNo))
    for (const [i, it] of world.items.entries())
      if (it.case === caseNo) {
        const shared = sight.shared(worker, caseNo, it.class, aboutItem(it))
        show(`evaluation ${i}`, shared)
        if (it.provider === null) continue
        show(`progress ${i}`, shared || sight.own(worker, caseNo, it.provider))
        show(
          `service of item ${i}`,
          inForce(world, caseNo) &&
            sight.open(caseNo) &&
            ((it.provider === mine && sight.onTeam(worker, caseNo)) || serves(who, it)),
        )
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
