import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '../platform/database/migrate.ts'
import { inEachFolder } from '../platform/parts.ts'
import { anEmptyDatabase } from './database.ts'
import { putRelease } from './release-world.ts'

// In 0.1.0 eleven questions told what waits for whom. Their asks came along: each worker still owes and awaits the same
// answers, asked on the same days, and answer times are what they were.

const release = '0.1.0'
const question = (name: string) => readFileSync(join(import.meta.dirname, 'releases', release, name), 'utf8')

let database: Awaited<ReturnType<typeof anEmptyDatabase>>
let owner: pg.Client
let workers: { id: string; institution_id: string }[]
let before: Awaited<ReturnType<typeof toldOfAll>>

beforeAll(async () => {
  database = await anEmptyDatabase(inject('postgres'))
  owner = new pg.Client(database.url)
  await owner.connect()
  await putRelease(owner, release)
  await askMore()
  workers = (await owner.query('select id, institution_id from institutions.worker order by id')).rows
  before = await toldOfAll(question('waiting.sql'), question('awaited.sql'))
  await migrate(database.url)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

test('everybody owes the answers that they owed, asked on the same day', async () => {
  const after = await toldOfAll(
    // What an item of a basket asks is asked by a referral since.
    `select case kind when 'referral' then 'item' else kind end as kind, coalesce(case when kind = 'lead' then scope_id end, subject_id) as id,
       (asked_at at time zone 'Europe/Warsaw')::date::text as asked from asks.waiting_for_me()`,
    `select case kind when 'referral' then 'item' else kind end as kind, subject_id as id, (asked_at at time zone 'Europe/Warsaw')::date::text as asked
       from asks.i_wait_for(1000) where kind in ('invitation', 'referral')`,
  )
  // A slice that is there no more takes its asks along.
  const told = new Set(
    (await inEachFolder('doors.ts')).flatMap(({ doors }) => (doors.asks ?? []).map(({ kind }) => kind)),
  )
  if (told.has('referral')) told.add('item')
  const kinds = new Set(before.waiting.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(
    [
      'concern',
      'coordinator',
      'declaration',
      'entry',
      'handover',
      'invitation',
      'item',
      'lead',
      'record',
      'signature',
    ].sort(),
  )
  expect(after.waiting.map(line)).toEqual(before.waiting.filter(({ kind }) => told.has(kind)).map(line))
  expect(after.awaited.map(line)).toEqual(before.awaited.map(line))
  expect(before.awaited.length).toBeGreaterThan(0)
})

test('answer times are told of the same institutions, in bands since', async () => {
  const { times } = await toldOfAll('select where false', 'select where false')
  const after = times.filter((each) => each.institution_id && each.kind === null)
  expect(after.filter(({ median }) => median !== null).length).toBeGreaterThan(0)
  // Every kind of ask is counted since, in working days.
  const both = after.flatMap((now) => {
    const then = before.times.find(
      (each) => each.worker === now.worker && each.institution_id === now.institution_id,
    )
    return then && Number(then.asked) >= 5 ? [now] : []
  })
  expect(both.length).toBeGreaterThan(0)
  for (const now of both) expect(now.asked).not.toBe('under_5')
})

type Times = {
  worker: string
  institution_id: string | null
  kind?: string | null
  asked: unknown
  in_time: unknown
  median: string | null
}
type Told = { worker: string; kind: string; id: string; asked: string }
const line = ({ worker, kind, id, asked }: Told) => `${worker} ${kind} ${id} ${asked}`

async function toldOfAll(waiting: string, awaited: string) {
  const told = { waiting: [] as Told[], awaited: [] as Told[], times: [] as Times[] }
  const { rows: partnerships } = await owner.query<{ id: string }>(
    'select id from partnerships.partnership order by id',
  )
  for (const worker of workers) {
    await owner.query('begin')
    await owner.query(`select set_config('splot.worker', $1, true)`, [worker.id])
    await owner.query('set local role splot_app')
    for (const [part, sql] of [
      ['waiting', waiting],
      ['awaited', awaited],
    ] as const) {
      const { rows } = await owner.query<Told>(sql.replaceAll('$1::uuid', `'${worker.id}'::uuid`))
      told[part].push(...rows.map((row) => ({ ...row, worker: worker.id })))
    }
    for (const { id } of partnerships) {
      const { rows } = await owner.query<Times>(`select * from partnerships.answer_times($1, '2000-01-01')`, [
        id,
      ])
      told.times.push(...rows.map((row) => ({ ...row, worker: worker.id })))
    }
    await owner.query('rollback')
  }
  told.waiting.sort((a, b) => line(a).localeCompare(line(b)))
  told.awaited.sort((a, b) => line(a).localeCompare(line(b)))
  return told
}

/** Asks of kinds that the practice world happens not to hold, put there as deeds of 0.1.0 would have. */
async function askMore() {
  const { rows } = await owner.query<{
    case: string
    centre: string
    other: string
    partnership: string
    head: string
  }>(`
    select c.id as case, l.institution_id as centre, m.institution_id as other, c.partnership_id as partnership, h.worker_id as head
    from cases."case" c join cases.lead l on l.case_id = c.id and upper_inf(l.period)
    join partnerships.partnership p on p.id = c.partnership_id and p.leading_institution_id = l.institution_id
    join cases.team_member t on t.case_id = c.id and t.answer = 'accepted' and t.left_at is null and t.institution_id <> l.institution_id
    join partnerships.membership m on m.partnership_id = c.partnership_id and m.institution_id = t.institution_id and m.period @> now()
    join institutions.head h on h.institution_id = l.institution_id and h.period @> now()
    join cases.coordinator k on k.case_id = c.id and k.period @> now() where c.closed_at is null order by c.id limit 1`)
  const { case: family, centre, other, partnership, head } = rows[0]!
  const put = (sql: string, ...values: unknown[]) => owner.query(sql, values)
  await put(
    `insert into cases.handover (id, case_id, to_institution_id, offered_by, offered_at, reason) values (uuidv7(), $1, $2, $3, now() - interval '3 days', 'zmyślone')`,
    family,
    other,
    head,
  )
  await put(
    `insert into partnerships.lead_offer (id, partnership_id, from_institution_id, to_institution_id, decided_on, decision, offered_by, offered_at)
     values (uuidv7(), $1, $2, $3, current_date, 'uchwała', $4, now() - interval '9 days')`,
    partnership,
    centre,
    other,
    head,
  )
  await put(
    `insert into cases.entry_request (id, scope_id, institution_id, entry_id, subject_id, why, asked_by, asked_at)
     values (uuidv7(), $1, $2, uuidv7(), uuidv7(), 'Do oceny.', $3, now() - interval '2 days')`,
    family,
    other,
    head,
  )
  for (const addressed of [centre, other])
    await put(
      `insert into cases.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows, violence, sent_at)
       select uuidv7(), $1, $2, $3, $4, 'ktoś', array['poverty'], 'zmyślone', 'can_wait', 'unknown', false, now() - interval '5 days'`,
      partnership,
      head,
      centre,
      addressed,
    )
  await put(
    `update cases.coordinator set period = tstzrange(lower(period), greatest(now(), lower(period))) where case_id = $1 and period @> now()`,
    family,
  )
  await put(
    `insert into partnerships.partnership select (jsonb_populate_record(p, '{"id": "00000000-0000-4000-8000-00000000000a", "name": "Drugie zmyślone"}')).* from partnerships.partnership p where p.leading_institution_id = $1 limit 1`,
    centre,
  )
  await put(
    `insert into partnerships.membership (id, partnership_id, institution_id, invited_at) values (uuidv7(), '00000000-0000-4000-8000-00000000000a', $1, now() - interval '8 days')`,
    other,
  )
  await put(
    `insert into partnerships.agreement select (jsonb_populate_record(a, jsonb_build_object('id', '00000000-0000-4000-8000-00000000000b', 'partnership_id', '00000000-0000-4000-8000-00000000000a', 'in_force', null, 'planned', daterange(current_date - 4, current_date + 300)))).* from partnerships.agreement a limit 1`,
  )
  await put(
    `insert into partnerships.agreement_party (agreement_id, institution_id, founding) values ('00000000-0000-4000-8000-00000000000b', $1, true)`,
    other,
  )
  await put(
    `insert into oversight.record (id, institution_id, scope_id, scope_kind, worker_id, purpose, reason, valid, head_told_from)
     select uuidv7(), $1, $2, 'case', w.id, p.purpose, 'zmyślone', tstzrange(now() - interval '1 day', now()), now() + p.later
     from (values ('audit', interval '-1 day'), ('head', interval '30 days')) p (purpose, later),
       (select id from institutions.worker where institution_id = $1 and id <> $3 order by id limit 1) w`,
    centre,
    family,
    head,
  )
}
