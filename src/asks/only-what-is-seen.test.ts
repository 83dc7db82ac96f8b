import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { appointCoordinator } from '../cases/appoint-coordinator.ts'
import { whomIWaitFor, whoWaitsForMe } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { anAskedItem } from '../proof/asked-item.ts'
import { aCase, type Case, onTheTeam } from '../proof/case.ts'
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
import { remindableIn } from './questions.ts'
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
const askAbout = async (subject: string) =>
  (await own<{ id: string }>('select id from asks.ask where subject_id = $1', subject))[0]!.id
const waits = (worker: Worker) => doing(database, worker, (work) => work.all(whoWaitsForMe))
const remindable = (worker: Worker) => doing(database, worker, (work) => work.all(remindableIn(family.id)))
const awaits = (worker: Worker) => doing(database, worker, (work) => work.all(whomIWaitFor))

/** A service of that kind, asked of an institution; whoever coordinates may put in more than they may read. */
const asked = async (kind: string, to = partnership.of(police)) =>
  (await anAskedItem(database, family, { to, kind })).point

describe('a request of a class that the coordinator does not hold', () => {
  test('is not among those for whose answer they wait, and cannot be told from nothing by reminding', async () => {
    const id = await asked('court_ordered_treatment')
    expect(
      await doing(database, family.coordinator, (work) => work.all(sql`select from baskets.item`)),
    ).toEqual([])
    expect(await awaits(family.coordinator)).toEqual([])
    const ask = await askAbout(id)
    const reminds = () => doing(database, family.coordinator, (work) => remind(work, ask))
    expect(await remindable(family.coordinator)).toEqual([])
    await expect(reminds()).rejects.toThrow('http:not-found')
    await own('update baskets.item set removed_at = now() where point_id = $1', id)
    await expect(reminds()).rejects.toThrow('http:not-found')
  })

  test('waits for whoever is asked all the same; what their own institution does is asked of nobody', async () => {
    const id = await asked('court_ordered_treatment')
    expect(await waits(partnership.of(police).head)).toMatchObject([{ kind: 'referral', id }])
    await asked('court_ordered_treatment', partnership.centre)
    expect(await awaits(family.coordinator)).toEqual([])
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

describe('nobody is there to answer', () => {
  test('a request for a locked entry whose keeper has gone is awaited no more, as the timeline says', async () => {
    const keeper = partnership.of(school).workers[0]
    await onTheTeam(database, family, keeper)
    await own(
      `insert into timeline.entry_request (id, scope_id, institution_id, entry_id, subject_id, why, asked_by)
       values ($1, $2, $3, gen_random_uuid(), gen_random_uuid(), 'Do oceny.', $4)`,
      randomUUID(),
      family.id,
      keeper.institutionId,
      family.coordinator.workerId,
    )
    expect(await awaits(family.coordinator)).toMatchObject([{ kind: 'entry' }])
    await own(`update cases.team_member set left_at = now() where worker_id = $1`, keeper.workerId)
    expect(await awaits(family.coordinator)).toEqual([])
  })

  test('a closed case awaits nothing of anybody; opened again, it waits again', async () => {
    const ask = await askAbout(await asked('respite_care'))
    expect(await awaits(family.coordinator)).toMatchObject([{ kind: 'referral' }])
    const close = sql`cases.close(${family.id}, 'need_solved', null, '{}')`
    expect(await answerOf(database, family.coordinator, close)).toBeNull()
    expect(await awaits(family.coordinator)).toEqual([])
    expect(await remindable(family.coordinator)).toEqual([])
    await expect(asked('respite_care'), 'nor is anybody asked there').rejects.toMatchObject({
      constraint: 'case_is_closed',
    })
    const reopen = sql`cases.reopen(${randomUUID()}, ${family.id})`
    expect(await answerOf(database, family.coordinator, reopen)).toBeNull()
    expect(await remindable(family.coordinator)).toMatchObject([{ id: ask, against: null }])
  })

  test('an institution that may not answer now is not reminded, and whoever waits is told so', async () => {
    const ask = await askAbout(await asked('respite_care'))
    const reminds = () => doing(database, family.coordinator, (work) => remind(work, ask))
    const pause = randomUUID()
    await own(
      `insert into partnerships.membership_suspension (id, membership_id, period, reason) values ($1, $2, tstzrange(now(), null), 'przerwa')`,
      pause,
      partnership.of(police).membershipId,
    )
    expect(await remindable(family.coordinator)).toMatchObject([{ id: ask, against: 'nobody-can-answer' }])
    await expect(reminds()).rejects.toThrow('asks:nobody-can-answer')
    await own(
      'update partnerships.membership_suspension set period = tstzrange(lower(period), now()) where id = $1',
      pause,
    )
    expect(await remindable(family.coordinator)).toMatchObject([{ id: ask, against: null }])
    await reminds()
  })
})

test('a head who coordinates the family is not asked to approve its contract, for which they wait', async () => {
  const head = partnership.centre.head
  const contract = randomUUID()
  await own(
    `insert into asks.ask (kind, subject_id, scope_id, part, institution_id, opens, asked_by, asked_at, answer_by, stands)
     values ('approval', $1, $2, 'head', $3, 'head', $4, now(), splot.today_pl() + 7, tstzrange(now(), null))`,
    contract,
    family.id,
    partnership.centre.id,
    family.coordinator.workerId,
  )
  expect(await waits(head)).toMatchObject([{ kind: 'approval', id: contract }])
  await own(
    'update cases.coordinator set period = tstzrange(lower(period), now()) where case_id = $1',
    family.id,
  )
  await doing(database, head, (work) =>
    appointCoordinator(work, family.id, { id: randomUUID(), workerId: head.workerId }),
  )
  expect((await waits(head)).filter(({ kind }) => kind === 'approval')).toEqual([])
  expect(await awaits(head)).toMatchObject([{ kind: 'approval', id: contract }])
})
