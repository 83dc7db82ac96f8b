import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/open.ts'
import type { DB } from '../platform/database/schema.ts'
import { aCase, aConcern, aConsent, type Case, done, invited, onTheTeam } from './case.ts'
import {
  acting,
  answerOf,
  aPartnership,
  clinic,
  countyCentre,
  type Partnership,
  police,
  school,
  type Worker,
} from './partnership.ts'

// The cast of the tests of who does what: everybody who stands in some relation to one case, and things to try deeds on.

let database: Database
export let partnership: Partnership
export let family: Case
export let other: Case
/** A case of another partnership, which nobody of the cast knows. */
export let unseen: Case
export let cast: Record<Role, Worker>
/** Ids of what deeds are tried on. */
export const it = {} as Record<
  | 'concern'
  | 'toSchool'
  | 'invitation'
  | 'delegable'
  | 'item'
  | 'asked'
  | 'askedPoint'
  | 'acceptedPoint'
  | 'basis'
  | 'partnersBasis'
  | 'assessment'
  | 'fixed'
  | 'contract'
  | 'drawn'
  | 'version'
  | 'plan'
  | 'handover'
  | 'contact'
  | 'lockedEntry'
  | 'entryRequest'
  | 'goal'
  | 'appointment'
  | 'duty'
  | 'standIn',
  string
>

export const roles = [
  'head',
  'standIn',
  'duty',
  'coordinator',
  'teammate',
  'colleague',
  'partner',
  'partnersColleague',
  'partnersHead',
  'invited',
  'representative',
  'schoolHead',
  'excluded',
  'former',
  'suspended',
  'suspendedHead',
  'stranger',
  'strangersHead',
] as const
export type Role = (typeof roles)[number]

/** A note that its author's institution keeps to itself, and the entry of the journal that tells of it. */
async function aLockedEntry(author: Worker): Promise<string> {
  const [note, entry] = [randomUUID(), randomUUID()]
  await acting(database, author, async (db) => {
    await sql`insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class)
      values (${note}, ${family.id}, ${author.institutionId}, ${author.workerId}, 'phone', now(), 'Rozmowa.', 'file')`.execute(
      db,
    )
    await sql`insert into journal.entry (id, worker_id, institution_id, verb, subject_id, scope_id, class)
      values (${entry}, ${author.workerId}, ${author.institutionId}, 'contact.written', ${note}, ${family.id}, 'own')`.execute(
      db,
    )
  })
  return entry
}

/** Gathers the cast in a database of the test's own. */
export async function gather(its: Database): Promise<void> {
  database = its
  partnership = await aPartnership(database).with(police, school, clinic)
  const elsewhere = await aPartnership(database).with(countyCentre)
  const leading = partnership.centre
  const [coordinator, teammate, colleague, duty, standIn] = leading.workers
  const [partner, partnersColleague, excluded, former] = partnership.of(police).workers
  const [invitedWorker, representative] = partnership.of(school).workers
  cast = {
    head: leading.head,
    standIn,
    duty,
    coordinator,
    teammate,
    colleague,
    partner,
    partnersColleague,
    partnersHead: partnership.of(police).head,
    invited: invitedWorker,
    representative,
    schoolHead: partnership.of(school).head,
    excluded,
    former,
    suspended: partnership.of(clinic).workers[0],
    suspendedHead: partnership.of(clinic).head,
    stranger: elsewhere.centre.workers[0],
    strangersHead: elsewhere.centre.head,
  }
  family = await aCase(database, partnership)
  other = await aCase(database, partnership, { coordinator: partnership.centre.workers[2] })
  unseen = await aCase(database, await aPartnership(database).with(school))
  // Who took the cases up does not stay on their teams.
  for (const { id } of [family, other])
    await done(
      answerOf(
        database,
        leading.head,
        sql`cases.end_part((select id from cases.team_member where case_id = ${id}), 'koniec')`,
      ),
    )
  await onTheTeam(database, family, teammate)
  await onTheTeam(database, family, partner)
  await onTheTeam(database, family, partnership.of(clinic).workers[0])
  await done(
    answerOf(database, former, sql`cases.end_part(${await onTheTeam(database, family, former)}, 'koniec')`),
  )
  await onTheTeam(database, family, excluded)
  await done(
    answerOf(
      database,
      coordinator,
      sql`cases.exclude(${randomUUID()}, ${family.id}, ${excluded.workerId}, 'kin')`,
    ),
  )
  it.basis = await aConsent(database, family, { about: family.mother, to: partnership.of(police) })
  // What is shared opens where there is one for everybody of the household.
  await aConsent(database, family, { about: family.child, to: partnership.of(police) })
  it.partnersBasis = randomUUID()
  await acting(database, partner, (db) =>
    basis(db, { id: it.partnersBasis, by: partner, from: partnership.of(police).id, to: leading.id }),
  )
  it.lockedEntry = await aLockedEntry(partner)
  it.entryRequest = randomUUID()
  const asked = await aLockedEntry(partner)
  await done(
    answerOf(
      database,
      coordinator,
      sql`timeline.ask_for_entry(${it.entryRequest}, ${family.id}, ${asked}, 'Wspólny plan.')`,
    ),
  )
  it.invitation = await invited(database, family, invitedWorker)
  for (const key of ['appointment', 'duty', 'standIn'] as const) it[key] = randomUUID()
  await acting(database, cast.schoolHead, (db) =>
    sql`insert into partnerships.appointment (id, membership_id, worker_id, part, period, appointed_by)
      values (${it.appointment}, ${partnership.of(school).membershipId}, ${representative.workerId}, 'representative', tstzrange(now(), now() + interval '9 days'), ${cast.schoolHead.workerId})`.execute(
      db,
    ),
  )
  for (const [id, who, part] of [
    [it.duty, duty, 'duty'],
    [it.standIn, standIn, 'stand_in'],
  ] as const)
    await acting(database, leading.head, (db) =>
      sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
        values (${id}, ${leading.id}, ${who.workerId}, ${part}, tstzrange(now(), now() + interval '9 days'), ${leading.head.workerId})`.execute(
        db,
      ),
    )
  it.delegable = await invited(database, family, representative)
  it.concern = await aConcern(database, partnership, { by: former })
  it.toSchool = await aConcern(database, partnership, { by: former, to: partnership.of(school) })
  await theBasketAndContract(coordinator)
  it.handover = randomUUID()
  await done(
    answerOf(
      database,
      leading.head,
      sql`cases.offer_handover(${it.handover}, ${family.id}, ${partnership.of(school).id}, 'przeprowadzka')`,
    ),
  )
  await answerOf(
    database,
    leading.head,
    sql`partnerships.suspend_membership(${randomUUID()}, ${partnership.of(clinic).membershipId}, null, 'przerwa')`,
  )
}

async function theBasketAndContract(coordinator: Worker) {
  const by = coordinator.workerId
  for (const key of [
    'goal',
    'item',
    'asked',
    'assessment',
    'fixed',
    'contract',
    'drawn',
    'version',
    'plan',
    'contact',
  ] as const)
    it[key] = randomUUID()
  await acting(database, coordinator, async (db) => {
    await sql`insert into baskets.goal (id, scope_id, domain, class, words, added_by) values (${it.goal}, ${family.id}, 'education', 'file', 'Szkoła.', ${by})`.execute(
      db,
    )
    for (const id of [it.item, it.asked])
      await sql`insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by)
        select ${id}, ${family.id}, ${it.goal}, 'file', min(code), 'file', 'Korepetycje.', ${partnership.of(school).id}, ${by} from directory.service_kind where class = 'file'`.execute(
        db,
      )
    for (const [item, point] of [
      ['item', 'acceptedPoint'],
      ['asked', 'askedPoint'],
    ] as const) {
      await sql`select baskets.ask(${it[item]})`.execute(db)
      const { rows } = await sql<{
        id: string
      }>`select point_id as id from baskets.item where id = ${it[item]}`.execute(db)
      it[point] = rows[0]!.id
    }
    await sql`insert into assessments.assessment (id, scope_id, opened_by) values (${it.fixed}, ${family.id}, ${by})`.execute(
      db,
    )
    await sql`insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level) values (${randomUUID()}, ${it.fixed}, ${family.id}, 'education', 'file', 3)`.execute(
      db,
    )
    await sql`insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class) values (${it.contact}, ${family.id}, ${coordinator.institutionId}, ${by}, 'phone', now(), 'Rozmowa.', 'file')`.execute(
      db,
    )
  })
  await done(answerOf(database, coordinator, sql`assessments.fix(${it.fixed}, splot.today_pl(), '{mama}')`))
  await acting(database, coordinator, (db) =>
    sql`insert into assessments.assessment (id, scope_id, kind, opened_by) values (${it.assessment}, ${family.id}, 'review', ${by})`.execute(
      db,
    ),
  )
  await done(
    answerOf(
      database,
      cast.representative,
      sql`referrals.answer_point(${it.acceptedPoint}, 1, 'accepted', null, null, null, null)`,
    ),
  )
  await done(
    answerOf(
      database,
      coordinator,
      sql`baskets.record_family_answer(${it.item}, 1, 'yes', null, 'in_person', splot.today_pl(), '{}')`,
    ),
  )
  await answerOf(database, coordinator, sql`baskets.freeze_ready(${it.version}, ${family.id})`)
  await acting(database, coordinator, async (db) => {
    await sql`insert into contracts.cooperation_plan (id, scope_id, version_id, no, planned, drawn_up_by) values (${it.plan}, ${family.id}, ${it.version}, 1, daterange(splot.today_pl(), splot.today_pl() + 90), ${by})`.execute(
      db,
    )
    for (const contract of [it.contract, it.drawn]) {
      await sql`insert into contracts.social_contract (id, scope_id, plan_id, type, social_worker_id, planned, review_on, drawn_up_by)
        values (${contract}, ${family.id}, ${it.plan}, 'B', ${by}, daterange(splot.today_pl(), splot.today_pl() + 90), splot.today_pl() + 30, ${by})`.execute(
        db,
      )
      await sql`insert into contracts.signature (id, contract_id, scope_id, person_id, worker_id, part)
        values (${randomUUID()}, ${contract}, ${family.id}, ${family.mother.id}, null, 'person'), (${randomUUID()}, ${contract}, ${family.id}, null, ${by}, 'social_worker')`.execute(
        db,
      )
      await sql`update contracts.social_contract set state = 'printed', printed_hash = ${Buffer.from('words')}, version = version + 1 where id = ${contract}`.execute(
        db,
      )
    }
    await sql`update contracts.signature set signed_hash = ${Buffer.from('words')}, signed_on = splot.today_pl(), how = 'paper' where contract_id = ${it.contract}`.execute(
      db,
    )
    await sql`update contracts.social_contract set state = 'signed', version = version + 1 where id = ${it.contract}`.execute(
      db,
    )
  })
}

export const basis = (
  db: Kysely<DB>,
  given: {
    id?: string
    by: Worker
    from: string
    to: string
    about?: string
    rule?: string
    classes?: string[]
    days?: number
    scope?: string
  },
) =>
  sql`insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, recorded_by, signed_by)
    values (${given.id ?? randomUUID()}, ${given.scope ?? family.id}, ${given.about ?? family.mother.id}, ${given.from}, ${given.to}, ${given.rule ?? 'consent'}, ${given.classes ?? ['file']},
      'wspólna praca', tstzrange(now(), splot.end_of_day(splot.today_pl() + ${given.days ?? 100}::int)), ${given.by.workerId},
      ${[given.about ?? family.mother.id]})`.execute(db)

export type Attempt = (
  db: Kysely<DB>,
  me: Worker,
) => Promise<{ numAffectedRows?: bigint | undefined } | boolean>
/** A deed in the database: done when it answers null, true, or something that came of it. */
export const call =
  (
    sentence: (me: Worker) => RawBuilder<unknown>,
    isDone: (answer: unknown) => boolean = (answer) => answer === null || answer === true,
  ): Attempt =>
  async (db, me) =>
    isDone((await sql<{ answer: unknown }>`select ${sentence(me)} as answer`.execute(db)).rows[0]!.answer)
export const raw =
  (sentence: (me: Worker) => RawBuilder<unknown>): Attempt =>
  (db, me) =>
    sentence(me).execute(db)

class Undo extends Error {
  readonly done: boolean
  constructor(done: boolean) {
    super()
    this.done = done
  }
}
const refusals = new Set(['42501', 'SP001', '23503', '23514', '23P01'])

/** Tries a deed as somebody, and undoes it. Refused is refused: an unforeseen error fails the test. */
async function succeeds(role: Role, attempt: Attempt): Promise<boolean> {
  const me = cast[role]
  try {
    await acting(database, me, async (db) => {
      const done = await attempt(db, me)
      throw new Undo(typeof done === 'boolean' ? done : (done.numAffectedRows ?? 0n) > 0n)
    })
  } catch (error) {
    if (error instanceof Undo) return error.done
    if (refusals.has((error as { code?: string }).code ?? '')) return false
    throw new Error(`${role}: ${(error as Error).message}`)
  }
  return false
}

/** Who of the cast, or of some of it, succeeds with a deed. */
export async function whoSucceeds(attempt: Attempt, among: readonly Role[] = roles): Promise<Role[]> {
  const may: Role[] = []
  for (const role of among) if (await succeeds(role, attempt)) may.push(role)
  return may
}

/** A deed that only some of the cast try: for the others it is their right. */
export function onlyBy(who: (me: Worker) => boolean, attempt: Attempt): Attempt {
  return async (db, me) => (who(me) ? attempt(db, me) : false)
}
