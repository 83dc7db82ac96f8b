import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { whomIWaitFor, whoWaitsForMe } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { aCase, type Case } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  answerOf,
  aPartnership,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { remind } from './remind.ts'

// Asks are told past the policies of what they are about: nobody learns by one what they do not see there.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  family = await aCase(database, partnership)
})
afterAll(() => database.drop())

const own = <Row extends object>(text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows)
const waits = (worker: Worker) => doing(database, worker, (work) => work.all(whoWaitsForMe))
const awaits = (worker: Worker) => doing(database, worker, (work) => work.all(whomIWaitFor))

/** A service of that kind, asked of an institution; whoever coordinates may put in more than they may read. */
async function asked(kind: string, to = partnership.of(police)): Promise<string> {
  const [goal, id] = [randomUUID(), randomUUID()]
  await doing(database, family.coordinator, async ({ db }) => {
    await sql`insert into baskets.goal (id, scope_id, domain, class, words, added_by) values (${goal}, ${family.id}, 'education', 'file', 'Szkoła.', ${family.coordinator.workerId})`.execute(
      db,
    )
    await sql`insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, asked_at, answer_by, added_by)
      select ${id}, ${family.id}, ${goal}, 'file', code, class, 'Zmyślone.', ${to.id}, now(), splot.today_pl() + 7, ${family.coordinator.workerId}
      from baskets.service_kind where code = ${kind}`.execute(db)
  })
  return id
}

describe('a request of a class that the coordinator does not hold', () => {
  test('is not among those for whose answer they wait, and cannot be told from nothing by reminding', async () => {
    const id = await asked('court_ordered_treatment')
    expect(
      await doing(database, family.coordinator, (work) => work.all(sql`select from baskets.item`)),
    ).toEqual([])
    expect(await awaits(family.coordinator)).toEqual([])
    const reminds = () => doing(database, family.coordinator, (work) => remind(work, id))
    await expect(reminds()).rejects.toThrow('http:not-found')
    await own('update baskets.item set removed_at = now() where id = $1', id)
    await expect(reminds()).rejects.toThrow('http:not-found')
  })

  test('waits for whoever is asked all the same, and is awaited where their own institution does it', async () => {
    const id = await asked('court_ordered_treatment')
    expect(await waits(partnership.of(police).head)).toMatchObject([{ kind: 'item', id }])
    const mine = await asked('court_ordered_treatment', partnership.centre)
    expect(await awaits(family.coordinator)).toMatchObject([{ kind: 'item', id: mine }])
  })
})

describe('an institution that left the partnership', () => {
  test('is asked no more to sign what was drafted there, until it comes back', async () => {
    const [agreement, leaving] = [randomUUID(), partnership.of(police)]
    await doing(database, partnership.centre.head, async ({ db }) => {
      await sql`insert into partnerships.agreement (id, partnership_id, text_version, planned)
        values (${agreement}, ${partnership.id}, '2', daterange(splot.today_pl(), splot.today_pl() + 1000))`.execute(
        db,
      )
      for (const { id } of [partnership.centre, leaving, partnership.of(school)])
        await sql`insert into partnerships.agreement_party (agreement_id, institution_id, founding) values (${agreement}, ${id}, true)`.execute(
          db,
        )
    })
    const toSign = { kind: 'signature', id: agreement, what: 'Partnerstwo Zmyślone' }
    expect(await waits(leaving.head)).toMatchObject([toSign])
    expect(
      await answerOf(
        database,
        leaving.head,
        sql`partnerships.end_membership(${leaving.membershipId}, 'odchodzimy')`,
      ),
    ).toBe(true)
    await own(`update partnerships.partnership set name = 'Nowa nazwa' where id = $1`, partnership.id)
    expect(await waits(leaving.head)).toEqual([])
    expect(await waits(partnership.of(school).head)).toMatchObject([{ kind: 'signature', id: agreement }])
    await own(
      'insert into partnerships.membership (id, partnership_id, institution_id) values ($1, $2, $3)',
      randomUUID(),
      partnership.id,
      leaving.id,
    )
    expect((await waits(leaving.head)).map(({ kind }) => kind)).toContain('signature')
  })

  test('is offered the lead no more, and another may be', async () => {
    const leads = partnership.centre.head
    const offered = (to = partnership.of(police), id = randomUUID()) =>
      answerOf(
        database,
        leads,
        sql`partnerships.offer_lead(${id}, ${partnership.id}, ${to.id}, splot.today_pl(), 'uchwała 1/2026')`,
      )
    const leaving = partnership.of(police)
    expect(await offered()).toBeNull()
    expect(await waits(leaving.head)).toMatchObject([{ kind: 'lead' }])
    await answerOf(
      database,
      leaving.head,
      sql`partnerships.end_membership(${leaving.membershipId}, 'odchodzimy')`,
    )
    expect(await waits(leaving.head)).toEqual([])
    expect(await awaits(leads)).toEqual([])
    expect(await offered(partnership.of(school))).toBeNull()
  })
})
