import fc from 'fast-check'
import { keeps } from '../directory/sight.proof.ts'
import type { SightProof, Who } from '../proof/sight-proof.ts'
import {
  caseNo,
  few,
  type Heart,
  householdOf,
  institution,
  kinds,
  pick,
  worker,
  workers,
  workplace,
} from '../proof/world.ts'

type Point = {
  /** What the receiver answered; null while nobody did. */
  answer: 'accepted' | 'waiting' | 'declined' | 'returned' | null
  /** Which of the receiver's two workers handles it. */
  handledBy: number | null
  /** How many days ago it was done. */
  doneAgo: number | null
  withdrawn: boolean
  /** Which of the receiver's two workers was told of silence about it, as its head. */
  told: number | null
}
type Referral = {
  partnership: number
  sender: number
  to: number
  /** A letter to somebody who is not in Splot: nobody receives it. */
  outside: boolean
  /** Who answers for them as a guest, and whether a colleague of the sender confirmed the address already. */
  guest: 'asked' | 'shown' | null
  /** Its last day was yesterday, or the consent was withdrawn an hour ago. */
  basis: 'holds' | 'over' | 'withdrawn'
  keptFrom: number | null
  /** Its sender joined it to a case, about one of its people (see the proof of baskets). */
  joined: { case: number; of: number; written: number; left: boolean } | null
  points: Point[]
}
declare module '../proof/world.ts' {
  interface World {
    referrals: Referral[]
  }
}

/** What everybody finds of what an institution gives (see the directory's proof). */
const serviceOf = (institution: number) => 2 * institution

const noOf = (referral: number, point: number) => 2 * referral + point
const isTakenOn = ({ answer }: Point) => answer === 'accepted' || answer === 'waiting'
/** Waits for the receiver, or for the sender to complete it. */
const isOpen = ({ answer, withdrawn }: Point) => !withdrawn && (answer === null || answer === 'returned')
/** Is read by who handles it, until two weeks after it is done. */
const isUnderWay = (point: Point) =>
  isTakenOn(point) && !point.withdrawn && (point.doneAgo === null || point.doneAgo < 14)

/** Whom the sender keeps from it; and, where it joined a case, who is excluded there, but for who sent it. */
export const isKept = ({ worker, sight }: Who, { keptFrom, joined, sender }: Referral) =>
  (keptFrom !== null && sight.samePerson(keptFrom, worker)) ||
  (joined !== null && !joined.left && worker !== sender && sight.excluded(worker, householdOf(joined.case)))

/** Who sent it while they work there; then the head of that institution. */
function isSenders(who: Who, it: Referral): boolean {
  const { worker, world, sight } = who
  if (isKept(who, it)) return false
  if (worker === it.sender && sight.works(worker)) return true
  const { to } = world.workers[it.sender]!
  return to !== null && to <= sight.t && sight.heads(worker, workplace(it.sender))
}

const areMembers = ({ sight }: Who, { partnership, sender, to }: Referral) =>
  sight.member(partnership, workplace(sender)) && sight.member(partnership, to)

/** Whoever answers for the receiver, and its head while nobody of those may. */
function answers(who: Who, it: Referral): boolean {
  const { worker, sight } = who
  if (it.outside || isKept(who, it) || !areMembers(who, it)) return false
  const may = (other: number) => sight.answersFor(other, it.to, it.partnership)
  return (
    may(worker) ||
    (sight.heads(worker, it.to) &&
      !workers.some((other) => may(other) && !isKept({ ...who, worker: other }, it)))
  )
}

/** Handles something that is under way. */
const handles = (who: Who, it: Referral) =>
  !isKept(who, it) &&
  areMembers(who, it) &&
  who.sight.works(who.worker) &&
  it.points.some((point) => isUnderWay(point) && point.handledBy === who.worker)

/** Silence about a point was told to them as the receiver's head, whom the rules of work ask then. */
const isAskedNow = (who: Who, it: Referral, { told }: Point) =>
  it.basis === 'holds' &&
  !it.outside &&
  !isKept(who, it) &&
  areMembers(who, it) &&
  who.sight.heads(who.worker, it.to) &&
  told !== null &&
  2 * it.to + told === who.worker
/** And took it on themselves, as the first worker of each receiver answers in these worlds. */
const tookOn = (who: Who, it: Referral, point: Point) =>
  isAskedNow(who, it, point) && who.worker === 2 * it.to && isUnderWay(point)

const readsParticulars = (who: Who, it: Referral) =>
  (it.basis === 'holds' && ((answers(who, it) && it.points.some(isUnderWay)) || handles(who, it))) ||
  it.points.some((point) => tookOn(who, it, point))

/** All of its points. */
const readsRequest = (who: Who, it: Referral) =>
  it.basis === 'holds' &&
  ((answers(who, it) && it.points.some((point) => isOpen(point) || isUnderWay(point))) || handles(who, it))
/** One of them, about which there was silence. */
const readsSilent = (who: Who, it: Referral, point: Point) =>
  (isAskedNow(who, it, point) && isOpen(point)) || tookOn(who, it, point)

/** Who confirms the address of a guest: the other worker of the sender's institution. */
const colleagueOf = ({ sender }: Referral) => sender ^ 1
/** A guest comes in as long as something waits, goes on, or is done since less than two weeks. */
const guestStands = (it: Referral) =>
  it.basis === 'holds' && it.points.some((point) => isOpen(point) || isUnderWay(point))

/** An officer, at whichever of their jobs. */
const watches = ({ officers, onePerson }: Heart, worker: number) =>
  [[worker], ...onePerson.filter((pair) => pair.includes(worker))].flat().some((it) => officers.includes(it))

export const proof: SightProof = {
  tables: {
    'referrals.referral': 'id',
    'referrals.particulars': `'particulars of ' || referral_id`,
    'referrals.point': 'id',
    'referrals.feedback': 'id',
    'referrals.capacity': `'capacity of ' || service_id`,
    'referrals.taken_place': 'id',
    'referrals.shown_to_guest': `'shown to ' || guest_id`,
  },
  facts: {
    made: fc.record({
      referrals: few(
        fc.record({
          partnership: fc.nat(1),
          sender: worker,
          to: institution,
          outside: pick(false, false, false, true),
          guest: pick<Referral['guest']>(null, 'asked', 'shown'),
          basis: pick<Referral['basis']>('holds', 'holds', 'holds', 'over', 'withdrawn'),
          keptFrom: fc.option(worker, { freq: 2 }),
          joined: fc.option(
            fc.record({
              case: caseNo,
              of: pick(0, 1),
              written: pick(-200, -50, 0),
              left: pick(false, false, false, true),
            }),
          ),
          points: fc.array(
            fc.record({
              answer: pick<Point['answer']>(
                null,
                null,
                'accepted',
                'accepted',
                'waiting',
                'declined',
                'returned',
              ),
              handledBy: pick(null, 0, 1),
              doneAgo: pick(null, null, 3, 30),
              withdrawn: pick(false, false, false, true),
              told: pick(null, null, 0, 1),
            }),
            { minLength: 1, maxLength: 2 },
          ),
        }),
        6,
      ),
    }),
    fitting: ({ referrals }: { referrals: Referral[] }, world: Heart) => ({
      referrals: referrals
        .filter(({ sender, to }) => workplace(sender) !== to)
        .map((it) => ({
          ...it,
          // Nobody keeps themselves from what they send.
          keptFrom:
            it.keptFrom !== null &&
            (it.outside ||
              it.keptFrom === it.sender ||
              world.onePerson.some((pair) => pair.includes(it.sender) && pair.includes(it.keptFrom!)))
              ? null
              : it.keptFrom,
          guest:
            it.outside &&
            !world.onePerson.some((pair) => pair.includes(it.sender) && pair.includes(colleagueOf(it)))
              ? it.guest
              : null,
          points: it.points.map((point) => {
            const handler = point.handledBy === null || it.outside ? null : 2 * it.to + point.handledBy
            const taken = isTakenOn(point)
            return {
              ...point,
              handledBy: !taken || handler === null || watches(world, handler) ? null : handler,
              doneAgo: taken && !point.withdrawn ? point.doneAgo : null,
              withdrawn: point.withdrawn && point.answer !== 'declined',
            }
          }),
        })),
    }),
  },
  put(world, { of, at, step }) {
    for (const no of kinds.keys())
      step(
        `capacity ${no}`,
        [`service ${serviceOf(no)}`],
        'insert into referrals.capacity (service_id, institution_id, total, said_by) values ($1, $2, 9, $3)',
        of('service', serviceOf(no)),
        of('institution', no),
        of('worker', 2 * no),
      )
    for (const [i, it] of world.referrals.entries()) {
      step(
        `referral ${i}`,
        [],
        `insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, outside, sent_at, about_as, urgency, basis, basis_until)
         values ($1, $1, $2, $3, $4, $5, case when $5::uuid is null then 'Poradnia Dowolna' end, $6, 'boy', 'usual', 'person', splot.today_pl() + case when $7 then -1 else 99 end)`,
        of('referral', i),
        of('partnership', it.partnership),
        of('institution', workplace(it.sender)),
        of('worker', it.sender),
        it.outside ? null : of('institution', it.to),
        at(-2000),
        it.basis === 'over',
      )
      step(
        `particulars ${i}`,
        [`referral ${i}`],
        `insert into referrals.particulars (referral_id, scope_id, who, words, agreed_form, agreed_on) values ($1, $1, 'Jan Zmyślony', 'Prosimy.', 'paper_signed', splot.today_pl())`,
        of('referral', i),
      )
      step(
        `attachment ${i}`,
        [`referral ${i}`],
        `with f as (insert into files.file (id, scope_id, about_id, class, name, type, size, wrapped_key, added_by)
           values ($1, $2, $2, 'file', 'opinia', 'application/pdf', 1, 'x', $3) returning id)
         insert into files.piece (file_id, no, content) select id, 0, 'x' from f`,
        of('attachment', i),
        of('referral', i),
        of('worker', it.sender),
      )
      if (it.guest !== null)
        step(
          `guest of referral ${i}`,
          [`referral ${i}`],
          `with g as (insert into guests.guest (id, scope_id, kind, subject_id, name, role, institution, email, invited_by, institution_id, invited_at, confirmer_id, confirmer_institution_id, answer_by, confirmed_at)
             values ($1, $2, 'referral', $2, 'Ada Wymyślona', 'sekretariat', 'Poradnia Dowolna', 'ada@poradnia.example', $3, $4, $5, $6, $4, splot.today_pl() + 30, case when $7 then now() end))
           insert into referrals.shown_to_guest (guest_id, scope_id) select $1, $2 where $7`,
          of('answering guest', i),
          of('referral', i),
          of('worker', it.sender),
          of('institution', workplace(it.sender)),
          at(-10),
          of('worker', colleagueOf(it)),
          it.guest === 'shown',
        )
      if (it.basis === 'withdrawn')
        step(
          `referral ${i} withdrawn`,
          [`referral ${i}`],
          'update referrals.referral set basis_withdrawn_at = $2 where id = $1',
          of('referral', i),
          at(-1),
        )
      if (it.keptFrom !== null) {
        step(
          `referral ${i} kept`,
          [`referral ${i}`],
          'insert into asks.kept_from (subject_id, worker_id) values ($1, $2)',
          of('referral', i),
          of('worker', it.keptFrom),
        )
        step(
          `referral ${i} barred`,
          [`referral ${i} kept`],
          'select referrals.bar(array[$1::uuid])',
          of('referral', i),
        )
      }
      for (const [j, point] of it.points.entries()) {
        const no = noOf(i, j)
        step(
          `point ${no}`,
          [`referral ${i}`],
          `insert into referrals.point (id, referral_id, scope_id, n, what, asked_at, answer_by) values ($1, $2, $2, $3, 'Pomoc.', $4, splot.today_pl())`,
          of('point', no),
          of('referral', i),
          j + 1,
          at(-2000),
        )
        if (point.told !== null && !it.outside)
          step(
            `silence about point ${no} told`,
            [`point ${no}`],
            `insert into asks.told_to (ask_id, worker_id, step, at) select a.id, $2, 2, $3 from asks.ask a where a.kind = 'referral' and a.subject_id = $1`,
            of('point', no),
            of('worker', 2 * it.to + point.told),
            at(-1500),
          )
        if (point.answer) {
          step(
            `point ${no} answered`,
            [`point ${no}`],
            `update referrals.point set answer = $2, answered_at = $3, answered_by = $4, handled_by = $5,
               reason = case when $2 = 'declined' then 'no_capacity' when $2 = 'returned' then 'unclear_goal' end, returned_at = case when $2 = 'returned' then $3::timestamptz end
             where id = $1`,
            of('point', no),
            point.answer,
            at(-1000),
            of('worker', 2 * it.to),
            point.handledBy === null ? null : of('worker', point.handledBy),
          )
          step(
            `feedback ${no}`,
            [`point ${no} answered`],
            `insert into referrals.feedback (id, point_id, referral_id, scope_id, institution_id, said_by, step, words) values ($1, $2, $3, $3, $4, $5, $6, 'Tak mówimy.')`,
            of('feedback', no),
            of('point', no),
            of('referral', i),
            of('institution', it.outside ? workplace(it.sender) : it.to),
            of('worker', it.outside ? it.sender : 2 * it.to),
            point.answer,
          )
        }
        if (point.answer === 'accepted' && !it.outside)
          step(
            `place ${no} taken`,
            [`point ${no} answered`, `capacity ${it.to}`],
            `insert into referrals.taken_place (id, service_id, institution_id, point_id, referral_id, scope_id) values ($1, $2, $3, $4, $5, $5)`,
            of('taken place', no),
            of('service', serviceOf(it.to)),
            of('institution', it.to),
            of('point', no),
            of('referral', i),
          )
        if (point.doneAgo !== null)
          step(
            `point ${no} done`,
            [`point ${no} answered`],
            `update referrals.point set begun_on = splot.today_pl() - 31, ended_on = splot.today_pl() - $2::int, outcome = 'reached' where id = $1`,
            of('point', no),
            point.doneAgo,
          )
        if (point.withdrawn)
          step(
            `point ${no} withdrawn`,
            [`point ${no}`, ...(point.answer ? [`point ${no} answered`] : [])],
            `update referrals.point set withdrawn_at = $2, withdrawn_because = 'plan_changed' where id = $1`,
            of('point', no),
            at(-1),
          )
      }
    }
  },
  elsewhere(who, show, within) {
    // A referral is a place of its own: in a question about a case its rows are not looked up.
    const here = within === undefined
    for (const no of kinds.keys())
      show(`capacity of service ${serviceOf(no)}`, who.mine === no && who.sight.works(who.worker))
    for (const [i, it] of who.world.referrals.entries()) {
      const senders = isSenders(who, it)
      const request = senders || readsRequest(who, it)
      show(`referral ${i}`, here && (request || it.points.some((point) => readsSilent(who, it, point))))
      for (const row of [`particulars of referral ${i}`, `attachment ${i}`, `piece of attachment ${i}`])
        show(row, here && (senders || readsParticulars(who, it)))
      const isAsked = it.guest === 'asked' && colleagueOf(it) === who.worker
      show(`answering guest ${i}`, isAsked || (here && senders && it.guest !== null))
      show(`shown to answering guest ${i}`, here && senders && it.guest === 'shown')
      show(
        `guest-address waits: answering guest ${i}`,
        isAsked && guestStands(it) && who.sight.works(who.worker) && !isKept(who, it) && !senders,
      )
      show(
        `guest-address awaited: answering guest ${i}`,
        here && it.guest === 'asked' && guestStands(it) && senders && who.worker === it.sender,
      )
      for (const [j, point] of it.points.entries()) {
        const no = noOf(i, j)
        const reads = request || readsSilent(who, it, point)
        show(`point ${no}`, here && reads)
        // Where it took something on, its own words stay its own.
        show(
          `feedback ${no}`,
          here && point.answer !== null && (reads || (it.points.some(isTakenOn) && answers(who, it))),
        )
        show(
          `taken place ${no}`,
          point.answer === 'accepted' && !it.outside && keeps(who, it.to) && !isKept(who, it),
        )
        const stands = it.basis === 'holds' && !point.withdrawn && !it.outside
        show(
          `referral waits: point ${no}`,
          // Who asks at one of their jobs may answer at another, as of items.
          stands && point.answer === null && reads && who.mine === it.to,
        )
        show(`referral awaited: point ${no}`, here && stands && point.answer === null && senders)
        show(`completion waits: point ${no}`, stands && point.answer === 'returned' && senders)
      }
    }
  },
}
