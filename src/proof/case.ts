import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../platform/database/open.ts'
import { acting, answerOf, type Member, type Partnership, type Worker } from './partnership.ts'

export type Person = { id: string; name: string }
export type Case = {
  id: string
  householdId: string
  concernId: string
  partnership: Partnership
  leading: Member
  /** Appointed by the head; also on the team, having taken the concern up as second worker of the centre. */
  coordinator: Worker
  mother: Person
  child: Person
}

/** Refuses to go on when a deed of the preparation was not done. */
export async function done(answer: Promise<string | null>): Promise<void> {
  const code = await answer
  if (code !== null) throw new Error(`not done: ${code}`)
}

/** A concern sent by a worker, to an institution or to the leading one. */
export async function aConcern(
  database: Database,
  partnership: Partnership,
  {
    by,
    to = partnership.centre,
    worries = ['poverty'],
  }: { by: Worker; to?: Member; worries?: readonly string[] },
): Promise<string> {
  const id = randomUUID()
  const violence = worries.includes('domestic_violence')
  await acting(database, by, (db) =>
    sql`insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows, violence)
      values (${id}, ${partnership.id}, ${by.workerId}, ${by.institutionId}, ${to.id}, 'Rodzina Zmyślona', ${worries}, 'Brakuje na czynsz.',
        'within_days', 'yes', ${violence})`.execute(db),
  )
  return id
}

/** A case about a mother and her child, taken up by the head of the leading institution and given to a coordinator. */
export async function aCase(
  database: Database,
  partnership: Partnership,
  {
    leading = partnership.centre,
    coordinator = leading.workers[0],
    worries,
  }: { leading?: Member; coordinator?: Worker; worries?: readonly string[] } = {},
): Promise<Case> {
  const concernId = await aConcern(database, partnership, {
    by: partnership.centre.workers[1],
    to: leading,
    ...(worries ? { worries } : {}),
  })
  const [id, householdId] = [randomUUID(), randomUUID()]
  await done(
    answerOf(
      database,
      leading.head,
      sql`concerns.take_up(${concernId}, ${id}, ${aCode()}, ${householdId}, 'Rodzina Zmyślona', null, null)`,
    ),
  )
  const mother = { id: randomUUID(), name: 'Ewa Zmyślona' }
  const child = { id: randomUUID(), name: 'Zosia Zmyślona' }
  for (const [person, born] of [
    [mother, '1990-05-05'],
    [child, '2019-06-06'],
  ] as const)
    await answerOf(
      database,
      leading.head,
      sql`households.add_person(${randomUUID()}, ${householdId}, ${person.id}, ${person.name.split(' ')[0]}, 'Zmyślona', ${born}, null, 'female', false, null, null)`,
    )
  await done(
    answerOf(
      database,
      leading.head,
      sql`cases.appoint_coordinator(${randomUUID()}, ${id}, ${coordinator.workerId})`,
    ),
  )
  return { id, householdId, concernId, partnership, leading, coordinator, mother, child }
}

/** Asks a worker into the team of a case; answers the invitation's id. */
export async function invited(database: Database, family: Case, worker: Worker): Promise<string> {
  const id = randomUUID()
  await done(
    answerOf(
      database,
      family.coordinator,
      sql`cases.invite(${id}, ${family.id}, ${worker.workerId}, null, 'Prosimy o pomoc.')`,
    ),
  )
  return id
}

/** Asks a worker into the team, who accepts; answers the id of their part. */
export async function onTheTeam(database: Database, family: Case, worker: Worker): Promise<string> {
  const id = await invited(database, family, worker)
  await done(answerOf(database, worker, sql`cases.answer_invitation(${id}, 'accepted', null)`))
  return id
}

/** Consent of a person to what the leading institution tells another one, for a year at most. */
export async function aConsent(
  database: Database,
  family: Case,
  {
    about,
    to,
    classes = ['file'],
    days = 100,
  }: { about: Person; to: Member; classes?: readonly string[]; days?: number },
): Promise<string> {
  const id = randomUUID()
  await acting(database, family.coordinator, (db) =>
    sql`insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, recorded_by, signed_by, court_order)
      values (${id}, ${family.id}, ${about.id}, ${family.leading.id}, ${to.id}, 'consent', ${classes}, 'wspólna praca',
        tstzrange(now(), splot.end_of_day(splot.today_pl() + ${days}::int)), ${family.coordinator.workerId},
        case when consents.is_child(${about.id}) is not true then array[${about.id}::uuid] end,
        case when consents.is_child(${about.id}) then 'III Nsm 1/26' end)`.execute(db),
  )
  return id
}

export function aCode(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const three = () => Array.from({ length: 3 }, () => letters[randomInt(letters.length)]).join('')
  return `${three()}-${three()}`
}
