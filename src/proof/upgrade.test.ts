import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { catalogueOf } from '../platform/database/catalogue.ts'
import { folders, migrate } from '../platform/database/migrate.ts'
import { asOwner } from '../platform/database/open.ts'
import { anEmptyDatabase } from './database.ts'
import { putRelease } from './release-world.ts'

/** Tables that stand in another slice than under a release: what people see is compared under the new names. */
const moved: Record<string, string> = {
  'baskets.service_group': 'directory.service_group',
  'baskets.service_kind': 'directory.service_kind',
  'baskets.service_unit': 'directory.service_unit',
  'cases.concern': 'concerns.concern',
  'cases.concern_urgency': 'concerns.concern_urgency',
  'cases.contact': 'contacts.contact',
  'cases.contact_kind': 'contacts.contact_kind',
  'cases.entry_request': 'timeline.entry_request',
  'partnerships.competence': 'competence.competence',
  'partnerships.competence_change': 'competence.competence_change',
}

type Difference = { table: string; seen: 'no more' | 'now'; reason: string }

const afterEither: Difference[] = [
  { table: 'codes.list', seen: 'now', reason: 'referrals, services and meetings have lists of their own' },
  ...['codes.list', 'baskets.refusal_reason'].map((table) => ({
    table,
    seen: 'no more' as const,
    reason: 'why an item is declined is one of the reasons of referrals',
  })),
  ...[
    'referrals.reason',
    'referrals.referral',
    'referrals.point',
    'referrals.feedback',
    'baskets.asking',
  ].map((table) => ({
    table,
    seen: 'now' as const,
    reason: 'what an institution was asked for and said of an item is a referral within the case',
  })),
  ...['cases."case"', 'cases.lead', 'cases.coordinator', 'journal.entry'].map((table) => ({
    table,
    seen: 'now' as const,
    reason: 'who took something on reads what was asked, and whom to tell how it goes, as when it was asked',
  })),
]

/** What people see otherwise than under a release, by name, and why. */
const differences: Record<string, Difference[]> = {
  '0.2.0': afterEither,
  '0.1.0': [
    ...afterEither,
    ...[
      'journal.entry',
      'households.address',
      'cases.problem',
      'contacts.contact',
      'assessments.view',
      'assessments.agreed',
      'baskets.goal',
      'baskets.item',
      'baskets.item_person',
      'baskets.frozen_item',
      'contracts.cooperation_plan',
      'contracts.evaluation',
      'worklist.task',
    ].map((table) => ({
      table,
      seen: 'no more' as const,
      reason:
        'what nobody wrote a name on opens to another institution with a basis for everybody of the household',
    })),
    {
      table: 'concerns.concern',
      seen: 'no more',
      reason:
        'the concern with which a case began is read in the case by nobody, else violence is told by its lack',
    },
    {
      table: 'households.household',
      seen: 'now',
      reason: 'how a family is called, told to who heads the institution that leads it',
    },
    ...['cases."case"', 'cases.lead', 'cases.coordinator', 'journal.entry'].map((table) => ({
      table,
      seen: 'now' as const,
      reason:
        'who does a service by a contract in force knows whom to tell how it goes, as when it was asked',
    })),
    {
      table: 'cases.opening',
      seen: 'no more',
      reason: 'since when a case is open tells who reported a family which one they are asked about',
    },
    { table: 'cases.reported', seen: 'now', reason: 'what that concern said, passed on to the leading team' },
  ],
}

const releases = readdirSync(join(import.meta.dirname, 'releases'))

describe.each(releases)('an installation of %s', (release) => {
  let database: Awaited<ReturnType<typeof anEmptyDatabase>>
  let fresh: typeof database
  let owner: pg.Client
  let before: Sight
  let counted: unknown
  let askedThen: unknown[]
  let gone: string[]

  beforeAll(async () => {
    database = await anEmptyDatabase(inject('postgres'))
    fresh = await anEmptyDatabase(inject('postgres'))
    owner = new pg.Client(database.url)
    await owner.connect()
    await putRelease(owner, release)
    if (release === '0.1.0') await owner.query(offerToWhoLeft)
    before = inNewNames(await sightOfAll(owner))
    counted = await countedRows(owner)
    askedThen = (await owner.query(askedOfInstitutions)).rows
    await migrate(database.url)
    await migrate(fresh.url)
    const still = new Set([...(await schemasOf(fresh.url)), ...folders.map((folder) => basename(folder))])
    gone = (await schemasOf(database.url)).filter((name) => !still.has(name))
  })
  afterAll(async () => {
    await owner.end()
    await database.drop()
    await fresh.drop()
  })

  /** Tables of a slice that is there no more stay, guarded and seen by nobody, until a dated file takes them away. */
  const isGone = (line: string) =>
    gone.some((name) => new RegExp(`\\b${name}\\.|^schema ${name} `).test(line))

  test('becomes what a fresh one is, to the last grant', async () => {
    const client = new pg.Client(fresh.url)
    await client.connect()
    const expected = await catalogueOf(client)
    await client.end()
    expect(expected.length).toBeGreaterThan(1500)
    const found = (await catalogueOf(owner)).filter((line) => !isGone(line))
    expect(found.filter((line) => !expected.includes(line))).toEqual([])
    expect(expected.filter((line) => !found.includes(line))).toEqual([])
  })

  test('shows everybody what they saw, nothing more, and nothing less but for what is named', async () => {
    const after = await sightOfAll(owner)
    expect(before.size).toBeGreaterThan(2000)
    const unnamed = (lines: Sight, seen: string) =>
      [...lines].filter(
        (line) =>
          !isGone(line) &&
          !differences[release]?.some((each) => each.seen === seen && each.table === line.split(' ')[1]),
      )
    expect(unnamed(before.difference(after), 'no more')).toEqual([])
    expect(unnamed(after.difference(before), 'now')).toEqual([])
  })

  test('keeps every entry of the journal, every person and every paper', async () => {
    expect(await countedRows(owner)).toEqual(counted)
  })

  test('keeps what institutions were asked and answered', async () => {
    expect(askedThen.length).toBeGreaterThan(3)
    expect((await owner.query(askedByReferrals)).rows).toEqual(askedThen)
  })

  test.runIf(release === '0.1.0')('offers nobody the lead who is no member', async () => {
    const { rows } = await owner.query(
      `select o.answer, (select count(*)::int from asks.ask a where a.subject_id = o.id and a.outcome is null) as asked from partnerships.lead_offer o`,
    )
    expect(rows).toEqual([{ answer: 'withdrawn', asked: 0 }])
  })
})

/** As 0.1.0 let stand. */
const offerToWhoLeft = `
  insert into partnerships.lead_offer (id, partnership_id, from_institution_id, to_institution_id, decided_on, decision, offered_by)
  select gen_random_uuid(), p.id, p.leading_institution_id, i.id, '2026-11-24', 'uchwała', h.worker_id
  from partnerships.partnership p join institutions.head h on h.institution_id = p.leading_institution_id, institutions.institution i
  where not exists (select from partnerships.membership m where m.partnership_id = p.id and m.institution_id = i.id and m.left_because is null)
  limit 1`

/** What an item held itself until 0.2.0 … */
const askedOfInstitutions = `
  select id, asked_at, coalesce(institution_answer, returned_because) as answer, institution_answered_at as answered_at, refusal_reason as reason,
    institution_words as words, removed_at is not null as removed
  from baskets.item where asked_at is not null order by id`
/** … and its point since. */
const askedByReferrals = `
  select i.id, p.asked_at, p.answer, p.answered_at, p.reason, (select f.words from referrals.feedback f where f.point_id = p.id) as words,
    i.removed_at is not null as removed
  from baskets.item i join referrals.point p on p.id = i.point_id join referrals.referral r on r.id = p.referral_id and r.to_institution_id = i.provider_id
  order by i.id`

const schemasOf = (url: string) =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace where nspowner = 'splot_owner'::regrole`,
    )
    return rows.map(({ name }) => name)
  })

const countedRows = async (owner: pg.Client) =>
  (
    await owner.query(`select (select count(*) from journal.entry) as entries, (select count(*) from journal.seal) as seals,
      (select count(*) from households.person) as people, (select count(*) from files.piece) as pieces,
      (select count(*) from consents.basis) as bases`)
  ).rows[0]

/** Lines "worker table key": each row that each worker may read. */
type Sight = Set<string>

const inNewNames = (sight: Sight): Sight =>
  new Set([...sight].map((line) => line.replace(/[a-z_]+\.[a-z_]+/g, (name) => moved[name] ?? name)))

async function sightOfAll(owner: pg.Client): Promise<Sight> {
  const { rows: tables } = await owner.query<{ name: string; key: string }>(`
    select c.oid::regclass::text as name,
      (select string_agg(format('%I', attname), ', ' order by attnum) from pg_attribute
       where attrelid = c.oid and attnum > 0 and not attisdropped and has_column_privilege('splot_app', attrelid, attnum, 'select')
         and (attnum = any (i.indkey) or not has_column_privilege('splot_app', c.oid, i.indkey[0], 'select'))) as key
    from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relowner = 'splot_owner'::regrole and c.relkind in ('r', 'p') and not c.relispartition
      and has_any_column_privilege('splot_app', c.oid, 'select') and has_schema_privilege('splot_app', c.relnamespace, 'usage')`)
  const { rows: workers } = await owner.query<{ id: string }>('select id from institutions.worker')
  const sight: Sight = new Set()
  for (const worker of workers) {
    await owner.query('begin')
    await owner.query(`select set_config('splot.worker', $1, true)`, [worker.id])
    await owner.query('set local role splot_app')
    for (const { name, key } of tables) {
      const { rows } = await owner.query<{ key: string }>(`select row(${key})::text as key from ${name}`)
      for (const row of rows) sight.add(`${worker.id} ${name} ${row.key}`)
    }
    await owner.query('rollback')
  }
  return sight
}
