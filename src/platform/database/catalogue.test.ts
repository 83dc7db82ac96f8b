import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { catalogueOf } from './catalogue.ts'
import { lengths } from './lengths.ts'
import { migrate } from './migrate.ts'
import { loginOf } from './open.ts'
import { schemaTypes, textLengths } from './schema-types.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
let owner: pg.Client

beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const names = async (sql: string) => (await owner.query<{ name: string }>(sql)).rows.map((row) => row.name)
const platformSchemas = readdirSync(join(import.meta.dirname, '..'))
/** No shape takes it as it stands: who gave a consent, put together of names; a note, written edit by edit. */
const inNoShape = ['consents.basis.given_by', 'meetings.note.words', 'meetings.point.words']
const ours = `c.relowner = 'splot_owner'::regrole`

test('the types of the tables are those of the database; else `npm run schema` writes them anew', async () => {
  expect(await schemaTypes(database.ownerUrl)).toBe(
    readFileSync(join(import.meta.dirname, 'schema.ts'), 'utf8'),
  )
})

test('how long a text may be stands once, at its column: shapes take it from there', async () => {
  expect(await textLengths(database.ownerUrl)).toBe(
    readFileSync(join(import.meta.dirname, 'lengths.ts'), 'utf8'),
  )
  const source = join(import.meta.dirname, '../..')
  const contracts = globSync('*/contract.ts', { cwd: source }).map((file) =>
    readFileSync(join(source, file), 'utf8'),
  )
  const columns = Object.keys(lengths).filter(
    (column) => !platformSchemas.includes(column.split('.')[0]!) && !inNoShape.includes(column),
  )
  expect(columns.length).toBeGreaterThan(60)
  expect(columns.filter((column) => !contracts.some((text) => text.includes(`'${column}'`)))).toEqual([])
})

test('every table has row-level security', async () => {
  expect(
    await names(
      `select c.oid::regclass::text as name from pg_class c where ${ours} and c.relkind in ('r', 'p') and not relrowsecurity`,
    ),
  ).toEqual([])
})

test('every view asks with the rights of whoever looks, and none is kept ready', async () => {
  expect(
    await names(`select c.oid::regclass::text as name from pg_class c where ${ours} and (c.relkind = 'm'
      or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`),
  ).toEqual([])
})

test('every function with the rights of its owner has a fixed search path, and the public may not call it', async () => {
  const definers = `from pg_proc p where p.prosecdef and p.proowner = 'splot_owner'::regrole`
  expect(
    await names(
      `select p.oid::regprocedure::text as name ${definers} and not coalesce('search_path=""' = any (p.proconfig), false)`,
    ),
  ).toEqual([])
  expect(
    await names(
      `select p.oid::regprocedure::text as name ${definers} and has_function_privilege('public', p.oid, 'execute')`,
    ),
  ).toEqual([])
})

test('no rule asks for the day that the server thinks it is', async () => {
  const forbidden = '(current_date|localtimestamp|current_timestamp::date|now\\(\\)::date)'
  expect(
    await names(
      `select p.oid::regprocedure::text as name from pg_proc p where p.proowner = 'splot_owner'::regrole and p.prosrc ~* '${forbidden}'`,
    ),
  ).toEqual([])
  expect(
    await names(
      `select policyname as name from pg_policies where qual ~* '${forbidden}' or with_check ~* '${forbidden}'`,
    ),
  ).toEqual([])
})

test('nobody goes around the rules: no role with bypassrls, and each login may only become what it is for', async () => {
  expect(
    await names(
      `select rolname as name from pg_roles where rolname like 'splot%' and (rolbypassrls or rolsuper or rolcreaterole)`,
    ),
  ).toEqual([])
  for (const [purpose, role] of [
    ['login', 'splot_app'],
    ['identity', 'splot_identity'],
    ['jobs', 'splot_jobs'],
  ] as const)
    expect(
      await names(
        `select roleid::regrole::text || case when inherit_option then ' inherited' else '' end as name
         from pg_auth_members where member = '${loginOf(purpose, testKeys)}'::regrole`,
      ),
    ).toEqual([role])
})

test('a connection that forgets to become somebody sees nothing at all', async () => {
  for (const table of await names(
    `select c.oid::regclass::text as name from pg_class c where ${ours} and c.relkind in ('r', 'p')`,
  )) {
    await expect(database.app.query(`select from ${table}`), table).rejects.toThrow(/permission denied/)
  }
})

test('every table says what it holds', async () => {
  expect(
    await names(`select c.oid::regclass::text as name from pg_class c
      where ${ours} and c.relkind in ('r', 'p') and c.relname !~ '^look_\\d' and obj_description(c.oid, 'pg_class') is null`),
  ).toEqual([])
})

test('a constraint bears the name of its column, or says what it holds', async () => {
  expect(
    await names(`select conname || ' on ' || conrelid::regclass as name from pg_constraint k join pg_class c on c.oid = conrelid
      where ${ours} and contype = 'c' and conname ~ '_check\\d*$' and not exists (
        select from pg_attribute a where attrelid = conrelid and attnum > 0 and conname ~ ('^' || relname || '_' || attname || '_check\\d*$'))`),
  ).toEqual([])
})

test('rules that are applied again leave all as it was, to the last comment', async () => {
  const before = await catalogueOf(owner)
  await owner.query(`update splot.migration set hash = 'of another release' where name = 'access'`)
  await migrate(database.ownerUrl)
  expect(await catalogueOf(owner)).toEqual(before)
})
