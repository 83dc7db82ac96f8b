import fc from 'fast-check'
import { seesItem } from '../baskets/sight.proof.ts'
import type { SightProof, Who } from '../proof/sight-proof.ts'
import {
  type Class,
  caseNo,
  few,
  type Heart,
  partnershipOf,
  personOf,
  pick,
  type World,
  worker,
  workplace,
} from '../proof/world.ts'

type Point = {
  /** `team` is about the work itself. */
  class: Class | 'team'
  /** Whom it is about; without a name, everybody. */
  of: number | null
  /** Who left the room for it. */
  left: number | null
  /** Which item of the case's basket what was settled became; nothing but a task, where there is none. */
  item: number | null
}
type Meeting = {
  place: 'case' | 'partnership' | 'own'
  /** Of which case, or of the partnership in which that case lies. */
  case: number
  caller: number
  invited: number[]
  answered: boolean
  /** A guest at each of its points, whose address one of the invited confirms. */
  guest: boolean
  points: Point[]
}
declare module '../proof/world.ts' {
  interface World {
    meetings: Meeting[]
  }
}

/** Somebody else than who invited. */
const confirmerOf = ({ guest, caller, invited }: Meeting) =>
  guest ? invited.find((worker) => worker !== caller) : undefined
const noOf = (meeting: number, point: number) => 2 * meeting + point

/** Of a member of the partnership, or of who leads it; whoever is only invited there reads no documents. */
const ofPartnership = ({ worker, mine, world, sight }: Who, partnership: number) =>
  sight.works(worker) &&
  (mine === partnership ||
    world.memberships.some(
      (it) =>
        it.partnership === partnership && it.institution === mine && it.period && sight.during(it.period),
    ))

/** Works together where it is held: on the team, in the partnership, at the table. */
function isThere(who: Who, it: Meeting): boolean {
  const partnership = partnershipOf(it.case)
  if (it.place === 'case') return who.sight.onTeam(who.worker, it.case)
  if (it.place === 'partnership') return who.sight.partner(who.worker, partnership)
  return ofPartnership(who, partnership) && [it.caller, ...it.invited].includes(who.worker)
}

function readsPoint(who: Who, it: Meeting, point: Point): boolean {
  const { worker, sight } = who
  if (point.left !== null && sight.samePerson(point.left, worker)) return false
  if (!isThere(who, it)) return false
  if (point.class === 'team') return true
  if (it.place === 'case')
    return sight.shared(
      worker,
      it.case,
      point.class,
      point.of === null ? undefined : [personOf(it.case, point.of)],
    )
  return point.class === 'file' && ofPartnership(who, partnershipOf(it.case))
}

/** What was settled became something at once, where nobody left the room for it: the number of the item. */
function itemOf({ items }: World, it: Meeting, { item, left }: Point): number | undefined {
  const there = [...items.keys()].filter((i) => items[i]!.case === it.case)
  return it.place === 'case' && item !== null && left === null ? there[item % there.length] : undefined
}

/** An officer, at whichever of their jobs. */
const watches = ({ officers, onePerson }: Heart, worker: number) =>
  [[worker], ...onePerson.filter((pair) => pair.includes(worker))].flat().some((it) => officers.includes(it))

export const proof: SightProof = {
  tables: {
    'meetings.meeting': 'id',
    'meetings.proposed_date': 'id',
    'meetings.invitee': `'invitation of ' || worker_id || ' to ' || meeting_id`,
    'meetings.availability': `'availability at ' || date_id`,
    'meetings.family_seat': 'id',
    'meetings.point': 'id',
    'meetings.note': `'note of ' || point_id`,
    'meetings.note_edit': `'edit of ' || point_id`,
    'meetings.decision': 'id',
    'meetings.remark': 'id',
    'meetings.acknowledgement': `'acknowledgement of ' || meeting_id`,
    'guests.guest': 'id',
    'meetings.guest_seat': `'seat of ' || id`,
    'meetings.guest_point': `'guest at ' || point_id`,
    'meetings.shown_to_guest': `'guest was shown ' || point_id`,
  },
  facts: {
    made: fc.record({
      meetings: few(
        fc.record({
          place: pick<Meeting['place']>('case', 'case', 'partnership', 'own'),
          case: caseNo,
          caller: worker,
          invited: fc.uniqueArray(worker, { minLength: 1, maxLength: 3 }),
          answered: pick(false, false, true),
          guest: fc.boolean(),
          points: fc.array(
            fc.record({
              class: pick<Point['class']>('team', 'file', 'file', 'health', 'addiction', 'justice'),
              of: pick(null, 0, 1),
              left: fc.option(worker, { freq: 2 }),
              item: fc.option(fc.nat(5)),
            }),
            { minLength: 1, maxLength: 2 },
          ),
        }),
        5,
      ),
    }),
    fitting: ({ meetings }: { meetings: Meeting[] }, world: Heart) => ({
      meetings: meetings.filter(
        ({ caller, invited, place }) =>
          place === 'case' || ![caller, ...invited].some((each) => watches(world, each)),
      ),
    }),
  },
  put(world, { of, at, step }) {
    for (const [i, it] of world.meetings.entries()) {
      const partnership = of('partnership', partnershipOf(it.case))
      const scope = { case: of('case', it.case), partnership, own: of('meeting', i) }[it.place]
      step(
        `meeting ${i}`,
        it.place === 'case' ? [`case ${it.case}`] : [],
        `insert into meetings.meeting (id, scope_id, partnership_id, kind, called_by, institution_id, called_at, place, minutes, starts_at, fixed_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'Świetlica', 60, $8, $7)`,
        of('meeting', i),
        scope,
        it.place === 'case' ? null : partnership,
        { case: 'team', partnership: 'partnership', own: 'supervision' }[it.place],
        of('worker', it.caller),
        of('institution', workplace(it.caller)),
        at(-10),
        at(100),
      )
      for (const [j, worker] of it.invited.entries())
        step(
          `invitation ${i} ${j}`,
          [`meeting ${i}`],
          `insert into meetings.invitee (id, meeting_id, scope_id, worker_id, institution_id, needed, invited_at, answer, answered_at)
           values ($1, $2, $3, $4, $5, true, $6, $7, case when $7::text is not null then $6::timestamptz end)`,
          of('invitation', 3 * i + j),
          of('meeting', i),
          scope,
          of('worker', worker),
          of('institution', workplace(worker)),
          at(-10),
          it.answered ? 'coming' : null,
        )
      step(
        `meeting ${i} prepared`,
        [`invitation ${i} 0`],
        `with d as (insert into meetings.proposed_date (id, meeting_id, scope_id, starts_at) values ($1, $2, $3, $4)),
           k as (insert into meetings.acknowledgement (meeting_id, scope_id, worker_id) values ($2, $3, $5))
         select`,
        of('date', i),
        of('meeting', i),
        scope,
        at(100),
        of('worker', it.caller),
      )
      step(
        `availability ${i}`,
        [`meeting ${i} prepared`],
        `insert into meetings.availability (date_id, invitee_id, meeting_id, scope_id, answer) values ($1, $2, $3, $4, 'yes')`,
        of('date', i),
        of('invitation', 3 * i),
        of('meeting', i),
        scope,
      )
      if (it.place === 'case')
        step(
          `seat ${i}`,
          [`meeting ${i}`],
          `insert into meetings.family_seat (id, meeting_id, scope_id, about) values ($1, $2, $3, $4)`,
          of('seat', i),
          of('meeting', i),
          scope,
          [of('person', personOf(it.case, 0))],
        )
      const confirmer = confirmerOf(it)
      if (confirmer !== undefined)
        step(
          `guest ${i}`,
          [`invitation ${i} 0`],
          `with g as (insert into guests.guest (id, scope_id, kind, subject_id, name, role, institution, email, invited_by, institution_id, invited_at, confirmer_id, confirmer_institution_id, opens, answer_by)
             values ($1, $2, 'meeting', $3, 'Ada Wymyślona', 'lekarka', 'Przychodnia', 'ada@przychodnia.example', $4, $5, $6, $7, $8, 'team', splot.today_pl() + 30))
           insert into meetings.guest_seat (id, meeting_id, scope_id, basis) values ($1, $3, $2, 'none')`,
          of('guest', i),
          scope,
          of('meeting', i),
          of('worker', it.caller),
          of('institution', workplace(it.caller)),
          at(-10),
          of('worker', confirmer),
          of('institution', workplace(confirmer)),
        )
      for (const [j, point] of it.points.entries()) {
        const no = noOf(i, j)
        step(
          `talk ${no}`,
          [`invitation ${i} 0`],
          `insert into meetings.point (id, meeting_id, scope_id, n, what, class, about, put_by, kept_from)
           values ($1, $2, $3, $4, 'Co dalej.', $5, coalesce($6::uuid[], '{}'), $7, array(select institutions.same_person(w) from unnest(array_remove(array[$8::uuid], null)) w))`,
          of('talk', no),
          of('meeting', i),
          scope,
          j + 1,
          point.class,
          it.place !== 'case' || point.of === null ? null : [of('person', personOf(it.case, point.of))],
          of('worker', it.caller),
          point.left === null ? null : of('worker', point.left),
        )
        if (confirmer !== undefined)
          step(
            `guest at ${no}`,
            [`talk ${no}`, `guest ${i}`],
            `with s as (insert into meetings.shown_to_guest (guest_id, point_id, scope_id, class, about)
               select $1, p.id, p.scope_id, p.class, p.about from meetings.point p where p.id = $2 and p.class <> 'team')
             insert into meetings.guest_point (guest_id, point_id, meeting_id, scope_id) values ($1, $2, $3, $4)`,
            of('guest', i),
            of('talk', no),
            of('meeting', i),
            scope,
          )
        const item = itemOf(world, it, point)
        step(
          `written ${no}`,
          [`talk ${no}`, ...(item === undefined ? [] : [`item ${item}`])],
          `with e as (insert into meetings.note_edit (point_id, seq, scope_id, edit, edited_by) values ($1, 1, $3, '\\x00', $4)),
             d as (insert into meetings.decision (id, point_id, meeting_id, scope_id, what, institution_id, due, made_by, item_id) values ($5, $1, $2, $3, 'Zadzwonić.', $6, splot.today_pl(), $4, $8))
           insert into meetings.remark (id, point_id, meeting_id, scope_id, worker_id, institution_id, words) values ($7, $1, $2, $3, $4, $6, 'Było inaczej.')`,
          of('talk', no),
          of('meeting', i),
          scope,
          of('worker', it.caller),
          of('decision', no),
          of('institution', workplace(it.caller)),
          of('remark', no),
          item === undefined ? null : of('item', item),
        )
      }
    }
  },
  inCase(who, caseNo, show) {
    for (const [i, it] of who.world.meetings.entries())
      if (it.place === 'case' && it.case === caseNo) {
        shows(who, i, it, show)
        show(
          `seat ${i}`,
          who.sight.onTeam(who.worker, caseNo) &&
            who.sight.shared(who.worker, caseNo, 'file', [personOf(caseNo, 0)]),
        )
      }
  },
  elsewhere(who, show, within) {
    for (const [i, it] of who.world.meetings.entries()) {
      // Other meetings are places of their own: in a question about a case their rows are not looked up.
      if (it.place !== 'case' && within === undefined) shows(who, i, it, show)
      show(
        `meeting waits: meeting ${i}`,
        waits(who, it) && it.invited.includes(who.worker) && isThere(who, it) && it.caller !== who.worker,
      )
      show(
        `guest-address waits: guest ${i}`,
        confirmerOf(it) === who.worker && isHeld(who, it) && isThere(who, it),
      )
    }
  },
}

/** What is asked of it rests with its case. */
const isHeld = ({ sight }: Who, it: Meeting) => it.place !== 'case' || sight.open(it.case)
/** Somebody has not answered yet, and the case is open. */
const waits = (who: Who, it: Meeting) => !it.answered && isHeld(who, it)

function shows(who: Who, i: number, it: Meeting, show: (row: string, when: boolean) => void) {
  const there = isThere(who, it)
  for (const row of [
    `meeting ${i}`,
    `date ${i}`,
    `availability at date ${i}`,
    `acknowledgement of meeting ${i}`,
    ...it.invited.map((worker) => `invitation of worker ${worker} to meeting ${i}`),
  ])
    show(row, there)
  const others = it.invited.some((worker) => worker !== it.caller)
  show(`meeting awaited: meeting ${i}`, waits(who, it) && others && it.caller === who.worker && there)
  const isGuest = confirmerOf(it) !== undefined
  for (const row of [`guest ${i}`, `seat of guest ${i}`]) show(row, isGuest && there)
  show(`guest-address awaited: guest ${i}`, isGuest && isHeld(who, it) && it.caller === who.worker && there)
  for (const [j, point] of it.points.entries()) {
    const reads = readsPoint(who, it, point)
    const no = noOf(i, j)
    show(`guest at talk ${no}`, isGuest && reads)
    // Who left the room for a point knows that a guest was shown something of such a class, as the register tells.
    show(
      `guest was shown talk ${no}`,
      isGuest && point.class !== 'team' && readsPoint(who, it, { ...point, left: null }),
    )
    for (const row of [`talk ${no}`, `note of talk ${no}`, `edit of talk ${no}`, `remark ${no}`])
      show(row, reads)
    const item = itemOf(who.world, it, point)
    show(`decision ${no}`, reads && (item === undefined || seesItem(who, who.world.items[item]!)))
  }
}
