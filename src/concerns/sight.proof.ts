import fc from 'fast-check'
import type { SightProof, Who } from '../proof/sight-proof.ts'
import {
  caseNo,
  cases,
  few,
  type Heart,
  institution,
  partnershipOf,
  pick,
  worker,
  workers,
  workplace,
} from '../proof/world.ts'

type Concern = {
  partnership: number
  reporter: number
  to: number
  violence: boolean
  state: 'new' | 'no_action' | 'taken_up' | 'attached'
  case: number
  answeredBy: number
  danger: boolean
  /** Another institution where the danger was told, if any. */
  told: number | null
  /** Who must not read it. */
  keptFrom: number | null
  /** It came back from a voided case about this household. */
  from: number | null
}
declare module '../proof/world.ts' {
  interface World {
    concerns: Concern[]
  }
}

/** A case began with it, or it was attached to one. */
const isIn = ({ state }: Concern) => state === 'taken_up' || state === 'attached'

/** Whoever is on duty takes in for an institution; while nobody is, its head. */
const takesIn = ({ sight, world }: Who, whose: number, from: number) => {
  const onDuty = (other: number) =>
    workplace(other) === from &&
    sight.works(other) &&
    world.delegations.some((it) => it.part === 'duty' && it.worker === other && sight.during(it.period))
  return onDuty(whose) || (sight.heads(whose, from) && !workers.some(onDuty))
}

/** Those who hear of a danger at an institution: intake, and its head besides. */
const hearsAt = (who: Who, whose: number, from: number) =>
  takesIn(who, whose, from) || who.sight.heads(whose, from)

/** Somebody who answers there, or at the leading institution while that one may not answer. */
function sits(who: Who, { partnership }: Concern, at: number, seat: typeof takesIn): boolean {
  const mayAnswer = at === partnership || who.sight.member(partnership, at)
  const waits = who.world.memberships.some(
    (it) => it.partnership === partnership && it.institution === at && who.sight.during(it.period),
  )
  return mayAnswer ? seat(who, who.worker, at) : waits && seat(who, who.worker, partnership)
}

/** Kept from them by its reporter, or because they are kept from the family that it came back from. */
const isKept = ({ worker, sight }: Who, { keptFrom, from }: Concern) =>
  (keptFrom !== null && sight.samePerson(keptFrom, worker)) || (from !== null && sight.excluded(worker, from))

/** Who reads it while it waits: intake where it was sent or told; of a danger, or one that is kept from somebody or came back, the head too. */
function reads(who: Who, it: Concern): boolean {
  if (isKept(who, it)) return false
  const seat = it.danger || it.keptFrom !== null || it.from !== null ? hearsAt : takesIn
  return (
    sits(who, it, it.to, seat) ||
    (it.danger && !it.violence && it.told !== null && sits(who, it, it.told, seat))
  )
}

export const proof: SightProof = {
  tables: { 'concerns.concern': 'id' },
  facts: {
    made: fc.record({
      concerns: few(
        fc.record({
          partnership: fc.nat(1),
          reporter: worker,
          to: institution,
          violence: pick(false, false, true),
          state: pick('new', 'new', 'no_action', 'taken_up', 'attached'),
          case: caseNo,
          answeredBy: worker,
          danger: fc.boolean(),
          told: pick(null, 0, 1, 2, 3),
          keptFrom: fc.option(worker, { freq: 2 }),
          from: pick(null, null, 0, 1),
        }),
        8,
      ),
    }),
    // When a case is voided its concerns wait for an answer again, which is a deed of its own: here some have come back.
    fitting: ({ concerns }: { concerns: Concern[] }, world: Heart) => ({
      concerns: concerns
        .filter((it) => it.state === 'new' || it.case !== world.voided)
        .map((it) => ({ ...it, from: it.state === 'new' ? it.from : null })),
    }),
  },
  put(world, { of, at, step }) {
    for (const [i, it] of world.concerns.entries()) {
      const inCase = isIn(it)
      step(
        `concern ${i}`,
        inCase ? [`case ${it.case}`] : [],
        `insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows, violence, state, answered_at, answered_by, answer_reason, case_id, began)
         values ($1, $2, $3, $4, $5, 'Rodzina', '{poverty}', 'Czynsz.', 'within_days', 'yes', $6, $7, $8, $9, $10, $11, $12)`,
        of('concern', i),
        of('partnership', inCase ? partnershipOf(it.case) : it.partnership),
        of('worker', it.reporter),
        of('institution', workplace(it.reporter)),
        of('institution', it.to),
        it.violence,
        inCase ? 'taken_up' : it.state,
        it.state === 'new' ? null : at(-1),
        it.state === 'new' ? null : of('worker', it.answeredBy),
        it.state === 'no_action' ? 'Znamy.' : null,
        inCase ? of('case', it.case) : null,
        it.state === 'taken_up',
      )
      // Where a danger climbed by then is a matter of the clock: here it lies where the world says.
      if (it.danger)
        step(
          `danger ${i}`,
          [`concern ${i}`],
          `update concerns.concern set urgency = 'immediate' where id = $1`,
          of('concern', i),
        )
      if (it.danger && it.told !== null)
        step(
          `told ${i}`,
          [`concern ${i}`],
          'insert into concerns.step (concern_id, institution_id) values ($1, $2)',
          of('concern', i),
          of('institution', it.told),
        )
      if (it.keptFrom !== null)
        step(
          `kept ${i}`,
          [`concern ${i}`],
          'insert into asks.kept_from (subject_id, worker_id) values ($1, $2)',
          of('concern', i),
          of('worker', it.keptFrom),
        )
      if (it.from !== null)
        step(
          `back ${i}`,
          [`concern ${i}`, `case ${cases.findIndex(({ household }) => household === it.from)}`],
          'insert into asks.kept_with (subject_id, scope_id) values ($1, $2)',
          of('concern', i),
          of('household', it.from),
        )
    }
  },
  inCase({ worker, world, sight }, caseNo, show) {
    for (const [i, it] of world.concerns.entries())
      if (isIn(it) && it.case === caseNo)
        show(
          `concern ${i}`,
          (it.answeredBy === worker && sight.onTeam(worker, caseNo)) ||
            (it.state === 'attached' &&
              !it.violence &&
              !(it.keptFrom !== null && sight.samePerson(it.keptFrom, worker)) &&
              sight.holds(worker, caseNo, 'file', 'whole')),
        )
  },
  elsewhere(who, show) {
    const { worker, world, sight } = who
    const works = sight.works(worker)
    for (const [i, it] of world.concerns.entries())
      show(
        `concern ${i}`,
        (works && it.reporter === worker) ||
          (it.state === 'new' && reads(who, it)) ||
          (works && it.state === 'no_action' && it.answeredBy === worker),
      )
    for (const [i, it] of world.concerns.entries()) {
      show(`concern waits: concern ${i}`, it.state === 'new' && reads(who, it))
      show(`concern awaited: concern ${i}`, it.state === 'new' && works && it.reporter === worker)
    }
  },
}
