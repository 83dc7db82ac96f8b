import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { howManyWaitForMe } from '../day/questions.ts'
import { endAbsence } from '../institutions/duty-hours.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { dangersIn, ids, names } from '../proof/danger.ts'
import { aDatabase } from '../proof/database.ts'
import {
  answerOf,
  aPartnership,
  clinic,
  doing,
  type Kind,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'

// A danger is told on whatever becomes, while it waits, of institutions, of the lead and of who is there (decision 015).

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let danger: Awaited<ReturnType<typeof dangersIn>>
let onDuty: Worker
let head: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school, clinic)
  head = partnership.centre.head
  onDuty = partnership.centre.workers[1]
  danger = await dangersIn(database, partnership)
  await danger.givesDuty(head, onDuty)
})

const leaves = (kind: Kind) =>
  answerOf<boolean>(
    database,
    partnership.of(kind).head,
    sql`partnerships.end_membership(${partnership.of(kind).membershipId}, 'Koniec.')`,
  )
const offersLeadToClinic = async (): Promise<RawBuilder<unknown>> => {
  const offer = randomUUID()
  await answerOf(
    database,
    head,
    sql`partnerships.offer_lead(${offer}, ${partnership.id}, ${partnership.of(clinic).id}, splot.today_pl(), 'Uchwała.')`,
  )
  return sql`partnerships.answer_lead_offer(${offer}, 'accepted')`
}

test('the addressed institution leaves: who reads it now is told at once', async () => {
  const id = await danger.sends({ addressedTo: partnership.of(police).id })
  expect(names(await danger.writtenTo(id))).toEqual(ids(partnership.of(police).head))
  await leaves(police)
  expect(names(await danger.writtenTo(id))).toEqual(ids(onDuty, head))
  expect((await danger.heard(id)).told.map(({ people }) => people.length)).toEqual([0, 2])
})

test('whoever came back and goes away again on the same day is passed over', async () => {
  const absence = await danger.goesAway(onDuty)
  await doing(database, onDuty, (work) => endAbsence(work, absence))
  await danger.goesAway(onDuty)
  const id = await danger.sends()
  expect(names(await danger.writtenTo(id))).toEqual(ids(head))
})

test('an institution leaves while it is its turn: it goes on at once', async () => {
  await danger.adoptsRules([partnership.of(clinic).id, partnership.of(police).id])
  const id = await danger.sends()
  await danger.writtenTo(id)
  await danger.later(31)
  expect(names(await danger.writtenTo(id))).toEqual(ids(partnership.of(clinic).head))
  await leaves(clinic)
  expect(names(await danger.writtenTo(id))).toEqual(ids(partnership.of(police).head))
})

test('the addressed institution is suspended: the leading one is told, and it waits there once', async () => {
  const id = await danger.sends({ addressedTo: partnership.of(police).id })
  await danger.writtenTo(id)
  await answerOf(
    database,
    head,
    sql`partnerships.suspend_membership(${randomUUID()}, ${partnership.of(police).membershipId}, now() + interval '30 days', 'Przerwa.')`,
  )
  expect(names(await danger.writtenTo(id))).toEqual(ids(onDuty, head))
  await danger.later(61)
  expect(await danger.writtenTo(id), 'told once').toEqual([])
  for (const whom of [onDuty, head]) {
    expect((await danger.dayOf(whom)).filter((ask) => ask.id === id)).toHaveLength(1)
    expect(await doing(database, whom, (work) => work.mustFind(howManyWaitForMe))).toEqual({
      count: 1,
      urgent: 1,
    })
  }
})

test('the lead passes: of violence only the new leading institution is told, at once', async () => {
  const id = await danger.sends({ worries: ['domestic_violence'] })
  await danger.writtenTo(id)
  await answerOf(database, partnership.of(clinic).head, await offersLeadToClinic())
  expect(names(await danger.writtenTo(id))).toEqual(ids(partnership.of(clinic).head))
  const { told } = await danger.heard(id)
  expect(
    told.map(({ people }) => people),
    'who can read it there now',
  ).toEqual([[], ['Hanna Zmyślony']])
})

test('nobody of the rules is left: it goes on to the leading institution', async () => {
  await danger.adoptsRules([partnership.of(clinic).id])
  await leaves(clinic)
  const id = await danger.sends({ addressedTo: partnership.of(police).id })
  await danger.writtenTo(id)
  await danger.later(31)
  expect(names(await danger.writtenTo(id))).toEqual(ids(onDuty, head))
})

test('who comes on duty, or back, while it is unread is told then', async () => {
  const absence = await danger.goesAway(head)
  const id = await danger.sends()
  expect(names(await danger.writtenTo(id))).toEqual(ids(onDuty))
  const next = partnership.centre.workers[3]
  await danger.givesDuty(head, next)
  expect(names(await danger.writtenTo(id))).toEqual(ids(next))
  await doing(database, head, (work) => endAbsence(work, absence))
  expect(names(await danger.writtenTo(id))).toEqual(ids(head))
  await danger.reads(head, id)
  await danger.givesDuty(head, partnership.centre.workers[4])
  expect(await danger.writtenTo(id), 'what was read is told to nobody more').toEqual([])
})

test('what nobody can be told of is not looked at again and again', async () => {
  for (const whom of [onDuty, head]) await danger.goesAway(whom)
  await danger.sends()
  await danger.tell()
  const waiting = async () => {
    const { rows } = await database.jobs.query(
      `select id, run_at from graphile_worker.jobs where task_identifier = 'tell-dangers'`,
    )
    return rows
  }
  const before = await waiting()
  await danger.tell()
  expect(await waiting()).toEqual(before)
})

test('who must not read it may be named twice', async () => {
  const id = await danger.sends({ keptFrom: [onDuty.workerId, onDuty.workerId] })
  expect(await danger.reads(onDuty, id)).toBeUndefined()
})

test('duty hours that the clock leaps over are none, and those around them are whole', async () => {
  const on = (day: string, begins: string, ends: string) =>
    asOwner(database.ownerUrl, async (client) => {
      await client.query(
        `insert into institutions.duty_hours (institution_id, weekday, begins, ends) values ($1, 7, $2, $3)
         on conflict (institution_id, weekday) do update set begins = $2, ends = $3`,
        [partnership.centre.id, begins, ends],
      )
      const { rows } = await client.query<{ hours: number | null }>(
        'select extract(epoch from upper(d) - lower(d)) / 3600 as hours from institutions.duty_on($1, $2) d',
        [partnership.centre.id, day],
      )
      return Number(rows[0]!.hours)
    })
  expect(await on('2028-03-26', '02:30', '03:15')).toBe(0)
  expect(await on('2028-03-26', '00:00', '24:00')).toBe(23)
  expect(await on('2028-10-29', '00:00', '24:00')).toBe(25)
})

test('what waits again, its case voided, waits where somebody reads it', async () => {
  const id = await danger.sends({ addressedTo: partnership.of(police).id, urgency: 'within_days' })
  await answerOf(
    database,
    head,
    sql`partnerships.suspend_membership(${randomUUID()}, ${partnership.of(police).membershipId}, now() + interval '30 days', 'Przerwa.')`,
  )
  const caseId = randomUUID()
  await answerOf(
    database,
    onDuty,
    sql`concerns.take_up(${id}, ${caseId}, 'ABC-DEF', ${randomUUID()}, 'Nowi', null, null)`,
  )
  await leaves(police)
  await answerOf(database, onDuty, sql`cases.void(${caseId}, 'Pomyłka.')`)
  expect(await danger.reads(onDuty, id)).toMatchObject({ state: 'new' })
})

/** One deed waits, done but not yet kept, while another begins; then both end. */
async function meanwhile(
  first: (held: () => Promise<void>) => Promise<unknown>,
  second: () => Promise<unknown>,
) {
  let ready!: () => void
  let go!: () => void
  const inside = new Promise<void>((done) => {
    ready = done
  })
  const gate = new Promise<void>((done) => {
    go = done
  })
  const one = first(async () => {
    ready()
    await gate
  })
  await inside
  const other = second()
  await database.jobs.query('select pg_sleep(0.3)')
  go()
  return Promise.allSettled([one, other])
}
const sendsAndWaits = (id: string, more: object) => (held: () => Promise<void>) =>
  doing(database, danger.teacher, async (work) => {
    await danger.sending(work, id, more)
    await held()
  })

test('violence sent while the lead passes is read where it leads now', async () => {
  const id = randomUUID()
  const accepted = await offersLeadToClinic()
  await meanwhile(sendsAndWaits(id, { worries: ['domestic_violence'], urgency: 'can_wait' }), () =>
    answerOf(database, partnership.of(clinic).head, accepted),
  )
  expect(await danger.reads(onDuty, id)).toBeUndefined()
  expect(await danger.reads(partnership.of(clinic).head, id)).toBeDefined()
})

test('sent while the addressed institution leaves, it is read by the leading one', async () => {
  const id = randomUUID()
  await meanwhile(sendsAndWaits(id, { addressedTo: partnership.of(police).id, urgency: 'can_wait' }), () =>
    leaves(police),
  )
  expect(await danger.reads(onDuty, id)).toBeDefined()
})

test('sent to who left in that moment, its sender is told so', async () => {
  const sent = await meanwhile(
    (held) =>
      doing(database, partnership.of(police).head, async (work) => {
        await work.ask(sql`partnerships.end_membership(${partnership.of(police).membershipId}, 'Koniec.')`)
        await held()
      }),
    () => danger.sends({ addressedTo: partnership.of(police).id }),
  )
  expect(sent[1]).toMatchObject({ reason: { name: 'concerns:not-a-member' } })
})
