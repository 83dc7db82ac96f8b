import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { asOwner, type Database } from '../platform/database/open.ts'
import type { DB } from '../platform/database/schema.ts'
import { type Actor, actAs } from '../platform/database/work.ts'
import { Work } from '../platform/http/work.ts'
import { readSettings } from '../platform/settings.ts'
import { testKeys } from './database.ts'

/** A kind of institution as tests speak of it: `police`, `school`. Each partnership makes its own of that kind. */
export type Kind = { kind: string; name: string }
export const centre: Kind = { kind: 'social_assistance_centre', name: 'Ośrodek Zmyślony' }
export const countyCentre: Kind = { kind: 'family_support_county_centre', name: 'Centrum Rodziny Zmyślone' }
export const police: Kind = { kind: 'police_county', name: 'Komenda Zmyślona' }
export const school: Kind = { kind: 'primary_school', name: 'Szkoła Zmyślona' }
export const clinic: Kind = { kind: 'mental_health_clinic', name: 'Poradnia Zmyślona' }

export type Worker = Actor
/** An institution with its head and five workers; `membershipId` in the partnership it was made for. */
export type Member = {
  id: string
  membershipId: string
  head: Worker
  workers: readonly [Worker, Worker, Worker, Worker, Worker]
}
export type Partnership = {
  id: string
  agreementId: string
  /** The leading institution. */
  centre: Member
  /** The member that was made for a kind. */
  of(kind: Kind): Member
}

/** Does something as a worker, in one transaction, with what the rules allow them. */
export const acting = <T>(
  database: Database,
  worker: Worker,
  deed: (db: Kysely<DB>) => Promise<T>,
  options?: { within?: string },
) => actAs(database.app, worker, deed, options)

/** The answer of a deed in the database: null when it was done, else the code of what stands in the way. */
export const answerOf = <T = string | null>(database: Database, worker: Worker, call: RawBuilder<unknown>) =>
  acting(
    database,
    worker,
    async (db) => (await sql<{ answer: T }>`select ${call} as answer`.execute(db)).rows[0]!.answer,
  )

/** An institution with a confirmed head and five workers, as the administrator puts it in. */
export async function anInstitution(
  database: Database,
  { kind, name }: Kind,
): Promise<Omit<Member, 'membershipId'>> {
  const id = randomUUID()
  const worker = (): Worker => ({ workerId: randomUUID(), institutionId: id })
  const head = worker()
  const workers = [worker(), worker(), worker(), worker(), worker()] as const
  await asOwner(database.ownerUrl, async (client) => {
    await client.query(
      `insert into institutions.institution (id, kind, name, period) values ($1, $2, $3, '[2020-01-01,)')`,
      [id, kind, name],
    )
    await client.query(
      `insert into institutions.worker (id, institution_id, given_name, family_name, position, social_worker, period)
       select w.id, $1, w.given, 'Zmyślony', 'pracownik', true, '[2020-01-01,)' from unnest($2::uuid[], array['Hanna', 'Anna', 'Jan', 'Ola', 'Piotr', 'Maja']) w (id, given)`,
      [id, [head, ...workers].map(({ workerId }) => workerId)],
    )
    await client.query(
      `insert into institutions.head (id, institution_id, worker_id, period, confirmed_by) values ($1, $2, $3, '[2020-01-01,)', $4)`,
      [randomUUID(), id, head.workerId, workers[0].workerId],
    )
  })
  return { id, head, workers }
}

/**
 * A partnership led by a centre, its agreement signed by all and in force: `await aPartnership(database).with(police, school)`.
 * Founded through the deeds of its heads.
 */
export const aPartnership = (database: Database) => ({ with: (...kinds: Kind[]) => founded(database, kinds) })

async function founded(database: Database, kinds: Kind[]): Promise<Partnership> {
  const id = randomUUID()
  const agreementId = randomUUID()
  const all = [centre, ...kinds]
  const members = new Map<Kind, Member>()
  for (const kind of all)
    members.set(kind, { ...(await anInstitution(database, kind)), membershipId: randomUUID() })
  const leading = members.get(centre)!
  await acting(database, leading.head, async (db) => {
    await sql`insert into partnerships.partnership (id, name, variant, tier, leading_institution_id)
      select ${id}, 'Partnerstwo Zmyślone', code, 'commune_county', ${leading.id} from partnerships.variant order by code limit 1`.execute(
      db,
    )
    await sql`insert into partnerships.agreement (id, partnership_id, text_version, planned)
      values (${agreementId}, ${id}, '1', daterange(splot.today_pl() - 1, splot.today_pl() + 1000))`.execute(
      db,
    )
    for (const member of members.values()) {
      await sql`insert into partnerships.membership (id, partnership_id, institution_id) values (${member.membershipId}, ${id}, ${member.id})`.execute(
        db,
      )
      await sql`insert into partnerships.agreement_party (agreement_id, institution_id, founding) values (${agreementId}, ${member.id}, true)`.execute(
        db,
      )
    }
  })
  for (const member of members.values())
    await acting(database, member.head, async (db) => {
      await sql`update partnerships.membership set declared_on = splot.today_pl(), declared_by = ${member.head.workerId}, declaration_how = 'paper'
        where id = ${member.membershipId}`.execute(db)
      await sql`update partnerships.agreement_party set signed_on = splot.today_pl(), signed_by = ${member.head.workerId}, how = 'paper'
        where agreement_id = ${agreementId} and institution_id = ${member.id}`.execute(db)
    })
  const inForce = await answerOf<boolean>(
    database,
    leading.head,
    sql`partnerships.bring_into_force(${agreementId})`,
  )
  if (!inForce) throw new Error('the agreement did not come into force')
  return {
    id,
    agreementId,
    centre: leading,
    of: (kind) => {
      const member = members.get(kind)
      if (!member) throw new Error(`no ${kind.name} in this partnership`)
      return member
    },
  }
}

/** Does a deed of the app as a worker, as a request would: `doing(database, worker, (work) => declareAccession(work, …))`. */
export const doing = <T>(
  database: Database,
  worker: Worker,
  deed: (work: Work) => Promise<T>,
  { version }: { version?: number } = {},
) =>
  acting(database, worker, (db) =>
    deed(
      new Work({
        db,
        account: {
          id: worker.workerId,
          name: 'Hanna Zmyślona',
          locale: 'pl',
          administrator: false,
          factorMissing: false,
          sessionId: worker.workerId,
        },
        actor: worker,
        surroundings: { settings: readSettings({}), keys: testKeys },
        expectedVersion: version,
      }),
    ),
  )

/** Makes workers of different institutions one person: the same account, as if they had accepted with it. */
export const onePerson = async (database: Database, ...hats: Worker[]) => {
  await asOwner(database.ownerUrl, (client) =>
    client.query('update institutions.worker set account_id = $1 where id = any ($2)', [
      randomUUID(),
      hats.map(({ workerId }) => workerId),
    ]),
  )
}
