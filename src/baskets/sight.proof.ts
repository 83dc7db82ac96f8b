import fc from 'fast-check'
import { keeps } from '../directory/sight.proof.ts'
import type { SightProof, Who } from '../proof/sight-proof.ts'
import {
  type Class,
  caseNo,
  cases,
  few,
  type Heart,
  householdOf,
  households,
  institution,
  partnershipOf,
  personOf,
  pick,
  workers,
  workplace,
} from '../proof/world.ts'
import { isKept } from '../referrals/sight.proof.ts'

export type Item = {
  case: number
  class: Class
  goalClass: Class
  /** Null: the family does it itself. */
  provider: number | null
  named: number | null
  /** Whom it is for, where an institution does it. */
  person: number
  /** Who of the household does it. */
  performer: number | null
  /** Whom its goal is about; without a name, everybody. */
  goalOf: number | null
  /** Answered with a yes; `done`: a month ago. */
  state: 'unasked' | 'asked' | 'answered' | 'done' | 'removed'
  /** Who of the provider was told of silence about it, as its head. */
  told: number | null
}
declare module '../proof/world.ts' {
  interface World {
    items: Item[]
  }
}

const aboutGoal = (it: Item): readonly number[] =>
  it.goalOf === null ? households[householdOf(it.case)]!.people : [it.goalOf]
/** It is about whom it is for, who of the household does it, and whom its goal is about. */
export const aboutItem = (it: Item): readonly number[] => [
  ...aboutGoal(it),
  ...(it.provider === null ? [] : [it.person]),
  ...(it.performer === null ? [] : [it.performer]),
]

/** Works at the provider, a full member, in a case that is open and from which they are not kept. */
const worksForProvider = ({ worker, mine, sight }: Who, it: Item) =>
  it.provider !== null &&
  sight.t >= 0 &&
  sight.free(worker, it.case) &&
  mine === it.provider &&
  sight.open(it.case) &&
  sight.member(partnershipOf(it.case), it.provider)

/** Answers for the provider: who does so there, the worker it is meant for, the head while nobody may. */
export function answersForProvider(who: Who, it: Item): boolean {
  const { worker, sight } = who
  const provider = it.provider!
  const answers = (whose: number) => sight.answersFor(whose, provider, partnershipOf(it.case))
  return (
    worksForProvider(who, it) &&
    (answers(worker) ||
      it.named === worker ||
      (sight.heads(worker, provider) &&
        !workers.some((other) => answers(other) && !sight.excluded(other, householdOf(it.case)))))
  )
}

/** Heads the provider, and silence was told to them: the rules of work ask them now. */
const isAskedNow = (who: Who, it: Item) =>
  it.told === who.worker && worksForProvider(who, it) && who.sight.heads(who.worker, it.provider!)
/** And took it on themselves, as the first worker of each provider answers in these worlds. */
const tookOn = (who: Who, it: Item) => isAskedNow(who, it) && who.worker === 2 * it.provider!

/** Reads a request that waits for an answer. */
const asked = (who: Who, it: Item) =>
  it.state === 'asked' && (answersForProvider(who, it) || isAskedNow(who, it))
/** Reads what is asked of their institution, or was taken on by it and goes on; what whoever leads does is nobody's request. */
const readsRequest = (who: Who, it: Item) =>
  asked(who, it) ||
  (it.state === 'answered' &&
    (answersForProvider(who, it) || tookOn(who, it)) &&
    !who.sight.leads(it.case, it.provider!))

/** An officer, at whichever of their jobs. */
const watches = ({ officers, onePerson }: Heart, worker: number) =>
  [[worker], ...onePerson.filter((pair) => pair.includes(worker))].flat().some((it) => officers.includes(it))

const isAsked = (it: Item) => it.provider !== null && it.state !== 'unasked'

/** Nobody is asked of what the family does itself. */
const ownState = (state: Item['state']) => (state === 'removed' ? state : 'unasked')

/** Whether what opened a joined referral to whoever leads holds; who led when it joined told it by its own law. */
function isTold({ world, sight }: Who, sender: number, it: { case: number; of: number; written: number }) {
  const institution = workplace(sender)
  const person = personOf(it.case, it.of)
  const partner = world.memberships.some(
    (one) =>
      one.partnership === partnershipOf(it.case) &&
      one.institution === institution &&
      sight.during(one.period),
  )
  const led = world.leads.some(
    ({ case: caseNo, institution: lead, period }) =>
      caseNo === it.case &&
      lead === institution &&
      period.from <= it.written &&
      (period.to === null || it.written < period.to),
  )
  return (
    led ||
    sight.leads(it.case, institution) ||
    (partner &&
      (sight.exchanged(it.case, person, institution, 'file') ||
        sight.isCovered(
          it.case,
          person,
          'file',
          (from) => from === institution,
          (to) => sight.leads(it.case, to),
        )))
  )
}

/** Reads what is put in: the classes of both it and its goal; whose institution does it, once that was asked. */
export function seesItem({ worker, sight }: Who, it: Item): boolean {
  const over = it.state === 'removed' ? 0 : undefined
  const reads = (of: Class) => sight.shared(worker, it.case, of, aboutItem(it), over)
  return (
    (reads(it.goalClass) && reads(it.class)) ||
    (it.state !== 'unasked' && it.provider !== null && sight.own(worker, it.case, it.provider))
  )
}

export const proof: SightProof = {
  tables: {
    'baskets.goal': 'id',
    'baskets.gap': 'id',
    'baskets.item': 'id',
    'baskets.item_person': `item_id || ' for ' || person_id`,
    'baskets.joined_referral': 'id',
    'baskets.asking': `'asking of ' || item_id`,
    'baskets.family_limit': 'id',
    'baskets.need': 'id',
    'baskets.item_time': `'time of ' || item_id`,
    'baskets.payment': 'id',
    'baskets.put_aside': 'id',
    'baskets.budget': 'id',
    'baskets.version': 'id',
    'baskets.frozen_item': `'frozen ' || item_id`,
  },
  facts: {
    made: fc.record({
      items: few(
        fc.record({
          case: caseNo,
          class: pick('file', 'health', 'addiction', 'justice'),
          goalClass: pick('file', 'health', 'addiction'),
          provider: institution,
          named: pick(null, null, 0, 1),
          which: fc.nat(1),
          performerWhich: pick(null, null, 0, 1),
          ownOf: pick(false, false, true),
          goalWhich: pick(null, 0, 1),
          state: pick('unasked', 'asked', 'asked', 'answered', 'answered', 'done', 'removed'),
          told: pick(null, null, 0, 1),
        }),
        6,
      ),
    }),
    // A case in which somebody said yes is not voided, and who watches over others is named in nothing.
    fitting: (
      {
        items,
      }: {
        items: (Omit<Item, 'person' | 'goalOf' | 'performer' | 'provider'> & {
          provider: number
          which: number
          goalWhich: number | null
          performerWhich: number | null
          ownOf: boolean
        })[]
      },
      world: Heart,
    ) => ({
      items: items
        .filter((it) => it.case !== world.voided || (it.state !== 'answered' && it.state !== 'done'))
        .map(({ which, goalWhich, performerWhich, ownOf, named, ...it }) => ({
          ...it,
          ...(ownOf
            ? { provider: null, named: null, told: null, class: it.goalClass, state: ownState(it.state) }
            : {
                told: it.told === null ? null : 2 * it.provider + it.told,
                named:
                  named === null || watches(world, 2 * it.provider + named) ? null : 2 * it.provider + named,
              }),
          person: personOf(it.case, which),
          performer: performerWhich === null && !ownOf ? null : personOf(it.case, performerWhich ?? which),
          goalOf: goalWhich === null ? null : personOf(it.case, goalWhich),
        })),
    }),
  },
  put(world, { of, at, step }) {
    for (const p of [0, 1])
      step(
        `budget ${p}`,
        [],
        `insert into baskets.budget (id, partnership_id, amount_grosz, period, set_by) values ($1, $2, 100000, '[2026-01-01,2027-01-01)', $3)`,
        of('budget', p),
        of('partnership', p),
        of('worker', 2 * p),
      )
    for (const i of cases.keys())
      step(
        `aside ${i}`,
        [`case ${i}`],
        `insert into baskets.put_aside (id, scope_id, facts, services, put_aside_by) values ($1, $2, repeat('a', 64), repeat('b', 64), $3)`,
        of('aside', i),
        of('case', i),
        of('worker', 0),
      )
    // Nor is one whose basket was frozen.
    for (const i of cases.keys())
      if (i !== world.voided)
        step(
          `version ${i}`,
          [`case ${i}`],
          'insert into baskets.version (id, scope_id, no, frozen_by) values ($1, $2, 1, $3)',
          of('version', i),
          of('case', i),
          of('worker', 0),
        )
    // After withdrawals, and what ends joint work: those that come later send an item back to the coordinator, which is a deed of its own.
    const withdrawals = [
      ...world.bases.flatMap(({ withdrawn }, n) => (withdrawn === null ? [] : [`basis ${n} withdrawn`])),
      ...world.ticks.map(({ ended }, n) => (ended === null ? `tick ${n}` : `tick ${n} ended`)),
      ...world.authority.map((_, n) => `authority ${n}`),
    ]
    for (const [i, { sender, joined }] of world.referrals.entries()) {
      if (!joined) continue
      // What ended before is known by then: it would leave the case, or keep nobody away.
      step(
        `joined ${i}`,
        [
          `referral ${i}`,
          `case ${joined.case}`,
          ...withdrawals,
          ...world.exclusions.map(({ lifted }, n) => `exclusion ${n}${lifted === null ? '' : ' lifted'}`),
        ],
        `with joined as (
           insert into baskets.joined_referral (id, referral_id, scope_id, institution_id, author_id, about, written_at, opened_at, left_at)
           values ($1, $2, $3, $4, $5, array[$6::uuid], $7, $7, case when $8 then now() end) returning 1)
         select from joined`,
        of('joined', i),
        of('referral', i),
        of('case', joined.case),
        of('institution', workplace(sender)),
        of('worker', sender),
        of('person', personOf(joined.case, joined.of)),
        at(joined.written),
        joined.left,
      )
      step(
        `joined ${i} kept`,
        [`joined ${i}`],
        'select baskets.keep_excluded_away(array[$1::uuid])',
        of('referral', i),
      )
    }
    for (const [i, it] of world.items.entries()) {
      step(
        `goal ${i}`,
        [`case ${it.case}`, ...withdrawals],
        `with g as (insert into baskets.goal (id, scope_id, domain, class, words, added_by, about) select $1, $2, min(code), $3, 'Cel.', $4, $6 from assessments.life_domain where class = $3 returning id, scope_id, class)
         insert into baskets.gap (id, scope_id, goal_id, class, what) select $5, scope_id, id, class, 'Brak miejsca.' from g`,
        of('goal', i),
        of('case', it.case),
        it.goalClass,
        of('worker', 0),
        of('gap', i),
        it.goalOf === null ? null : [of('person', it.goalOf)],
      )
      step(
        `limit ${i}`,
        [`case ${it.case}`, ...withdrawals],
        `insert into baskets.family_limit (id, scope_id, kind, about, added_by, ended_at) values ($1, $2, 'no_car', $3, $4, case when $5 then now() end)`,
        of('limit', i),
        of('case', it.case),
        aboutGoal(it).map((person) => of('person', person)),
        of('worker', 0),
        // One of a kind holds at a time.
        world.items.some((other, n) => n < i && other.case === it.case),
      )
      step(
        `need ${i}`,
        [`goal ${i}`],
        `insert into baskets.need (id, scope_id, goal_id, goal_class, service_kind, class, person_id, added_by)
         select $1, $2, $3, $4, min(code), $5, $6, $7 from directory.service_kind where class = $5`,
        of('need', i),
        of('case', it.case),
        of('goal', i),
        it.goalClass,
        it.class,
        of('person', it.person),
        of('worker', 0),
      )
      step(
        `item ${i} paid`,
        [`item ${i}`],
        `with t as (insert into baskets.item_time (item_id, scope_id, weekday, begins) values ($1, $2, 1, '10:00'))
         insert into baskets.payment (id, item_id, scope_id, amount_grosz, paid_on, entered_by) values ($3, $1, $2, 100, splot.today_pl(), $4)`,
        of('item', i),
        of('case', it.case),
        of('payment', i),
        of('worker', 0),
      )
      step(
        `item ${i}`,
        [`goal ${i}`],
        `insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, worker_id, added_by, performer_ids)
         select $1, $2, $3, $4, case when $6::uuid is not null then min(code) end, $5, 'Pomoc.', $6, $7, $8, $9
         from directory.service_kind where class = $5`,
        of('item', i),
        of('case', it.case),
        of('goal', i),
        it.goalClass,
        it.class,
        it.provider === null ? null : of('institution', it.provider),
        it.named === null ? null : of('worker', it.named),
        of('worker', 0),
        it.performer === null ? [] : [of('person', it.performer)],
      )
      if (isAsked(it)) {
        step(
          `item ${i} asked`,
          [`item ${i}`],
          `insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, sent_at, about_as, urgency, basis)
           values ($1, $2, $3, $4, $5, $6, $7, 'unsaid', 'usual', 'case')`,
          of('asking', i),
          of('case', it.case),
          of('partnership', partnershipOf(it.case)),
          of('institution', workplace(0)),
          of('worker', 0),
          of('institution', it.provider!),
          at(-2000),
        )
        step(
          `item ${i} point`,
          [`item ${i} asked`],
          `with point as (
             insert into referrals.point (id, referral_id, scope_id, n, service_kind, asked_at, answer_by)
             select $1, $2, $3, 1, service_kind, $5, splot.today_pl() from baskets.item where id = $4 returning id
           ), asking as (insert into baskets.asking (point_id, referral_id, item_id, scope_id) select id, $2, $4, $3 from point)
           update baskets.item set point_id = $1 where id = $4`,
          of('request', i),
          of('asking', i),
          of('case', it.case),
          of('item', i),
          at(-2000),
        )
        if (it.told !== null)
          step(
            `silence about item ${i} told`,
            [`item ${i} point`],
            `insert into asks.told_to (ask_id, worker_id, step, at) select a.id, $2, 2, $3 from asks.ask a where a.kind = 'referral' and a.subject_id = $1`,
            of('request', i),
            of('worker', it.told),
            at(-1500),
          )
        if (it.state === 'answered' || it.state === 'done')
          step(
            `item ${i} answered`,
            [`item ${i} point`],
            `with point as (
               update referrals.point set answer = 'accepted', answered_at = $2, answered_by = $3, begun_on = case when $4 then splot.today_pl() - 31 end,
                 ended_on = case when $4 then splot.today_pl() - 30 end, outcome = case when $4 then 'reached' end where id = $1 returning id, referral_id, scope_id)
             insert into referrals.feedback (id, point_id, referral_id, scope_id, institution_id, said_by, step, words)
             select $5, id, referral_id, scope_id, $6, $3, 'accepted', 'Tak mówimy.' from point`,
            of('request', i),
            at(-1000),
            of('worker', 2 * it.provider!),
            it.state === 'done',
            of('reply', i),
            of('institution', it.provider!),
          )
      }
      step(
        `item ${i} for`,
        [`item ${i}`],
        'insert into baskets.item_person select $1, $2, $3 where $4',
        of('item', i),
        of('case', it.case),
        of('person', it.person),
        it.provider !== null,
      )
      if (it.case !== world.voided)
        step(
          `item ${i} frozen`,
          [`item ${i} for`, `version ${it.case}`],
          `insert into baskets.frozen_item (version_id, item_id, scope_id, goal_class, class, goal_id, goal_words, service_kind, what, provider_id, worker_id, cost_grosz, family_cost_grosz, funding, person_ids)
         select $1, i.id, i.scope_id, i.goal_class, i.class, i.goal_id, 'Cel.', i.service_kind, i.what, i.provider_id, i.worker_id, null, null, null, '{}' from baskets.item i where i.id = $2`,
          of('version', it.case),
          of('item', i),
        )
      step(
        `item ${i} done`,
        [`item ${i} for`, ...(isAsked(it) ? [`item ${i} point`] : [])],
        'update baskets.item set removed_at = case when $2 then now() end where id = $1',
        of('item', i),
        it.state === 'removed',
      )
    }
  },
  pointer: (who, caseNo) => who.world.items.some((it) => it.case === caseNo && readsRequest(who, it)),
  inCase(who, caseNo, show) {
    const { worker, world, sight } = who
    for (const [i, it] of world.referrals.entries()) {
      if (it.joined?.case !== caseNo) continue
      const seen =
        !it.joined.left &&
        isTold(who, it.sender, it.joined) &&
        !isKept(who, it) &&
        sight.entry(worker, caseNo, {
          author: it.sender,
          class: 'file',
          opened: true,
          about: [personOf(caseNo, it.joined.of)],
          written: it.joined.written,
        })
      show(`joined ${i}`, seen)
      show(`referral ${i}`, seen)
      for (const row of [`particulars of referral ${i}`, `attachment ${i}`, `piece of attachment ${i}`])
        show(row, seen)
      show(`shown to answering guest ${i}`, seen && it.guest === 'shown')
      for (const [j, point] of it.points.entries()) {
        show(`point ${2 * i + j}`, seen)
        show(`feedback ${2 * i + j}`, seen && point.answer !== null)
      }
    }
    show(`aside ${caseNo}`, sight.coordinates(worker, caseNo))
    show(`version ${caseNo}`, sight.onTeam(worker, caseNo) || sight.headsOver(worker, caseNo))
    for (const [i, it] of world.items.entries()) {
      if (it.case !== caseNo) continue
      const goal = sight.shared(worker, caseNo, it.goalClass, aboutGoal(it))
      const over = it.state === 'removed' ? 0 : undefined
      const both =
        sight.shared(worker, caseNo, it.goalClass, aboutItem(it), over) &&
        sight.shared(worker, caseNo, it.class, aboutItem(it), over)
      const ours = it.provider !== null && sight.own(worker, caseNo, it.provider)
      const item = seesItem(who, it)
      show(`goal ${i}`, goal)
      const wasOver = world.items.some((other, n) => n < i && other.case === caseNo) ? 0 : undefined
      const aboutNeed = [...aboutGoal(it), it.person]
      show(`limit ${i}`, sight.shared(worker, caseNo, 'file', aboutGoal(it), wasOver))
      show(
        `need ${i}`,
        sight.shared(worker, caseNo, it.goalClass, aboutNeed) &&
          sight.shared(worker, caseNo, it.class, aboutNeed),
      )
      show(`time of item ${i}`, item)
      show(`payment ${i}`, item)
      show(`gap ${i}`, sight.shared(worker, caseNo, it.goalClass, aboutGoal(it), 0))
      show(`item ${i}`, item)
      show(
        `item ${i} for person ${it.person}`,
        it.provider !== null && item && sight.holds(worker, caseNo, 'file', { person: it.person }),
      )
      // Whoever sees the item sees what its institution was asked and said; the institution while it is asked or works on it.
      show(`asking of item ${i}`, isAsked(it) && item)
      for (const row of ['asking', 'request'])
        show(`${row} ${i}`, isAsked(it) && (item || readsRequest(who, it)))
      show(`reply ${i}`, (it.state === 'answered' || it.state === 'done') && (item || readsRequest(who, it)))
      show(
        `referral awaited: request ${i}`,
        it.state === 'asked' && item && sight.coordinates(worker, caseNo) && sight.open(caseNo),
      )
      show(`frozen item ${i}`, both || ours)
    }
  },
  elsewhere(who, show, within) {
    // What a partnership has for families: whoever answers for the institution that leads it, and who coordinates a case there.
    for (const p of [0, 1])
      show(
        `budget ${p}`,
        keeps(who, p) ||
          [...cases.keys()].some(
            (caseNo) =>
              (within === undefined || within === caseNo) &&
              partnershipOf(caseNo) === p &&
              who.sight.coordinates(who.worker, caseNo),
          ),
      )
    for (const [i, it] of who.world.items.entries()) show(`referral waits: request ${i}`, asked(who, it))
  },
}
