import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'

/** A table of a release and its rows, as JSON gives them. */
export type KeptTable = { table: string; rows: unknown[] }

const kept = (release: string, file: string) =>
  gunzipSync(readFileSync(join(import.meta.dirname, 'releases', release, file))).toString('utf8')

/** Tables of ours with their rows, in no particular order; partitions come with their parent. */
export async function takeWorld(client: pg.Client): Promise<KeptTable[]> {
  const world: KeptTable[] = []
  for (const { table } of await ourTables(client)) {
    const { rows } = await client.query<{ rows: unknown[] | null }>(
      `select json_agg(t) as rows from ${table} t`,
    )
    if (rows[0]!.rows) world.push({ table, rows: rows[0]!.rows })
  }
  return world
}

/**
 * Makes of an empty database what an installation of `release` was: its rules, kept as one text, and the practice world
 * on them, row by row as it lay there, without any trigger saying something anew.
 */
export async function putRelease(client: pg.Client, release: string): Promise<void> {
  await client.query(kept(release, 'rules.sql.gz'))
  const world: KeptTable[] = JSON.parse(kept(release, 'world.json.gz'))
  await client.query('set role splot_owner')
  await client.query('begin')
  await eachConstraint(client, 'deferrable initially deferred')
  for (const { table } of await ourTables(client))
    await client.query(`alter table ${table} disable trigger user`)
  for (const { table } of await ourTables(client)) await client.query(`delete from ${table}`)
  for (const { table, rows } of world) await insertRows(client, table, rows)
  await client.query('set constraints all immediate')
  for (const { table } of await ourTables(client))
    await client.query(`alter table ${table} enable trigger user`)
  await eachConstraint(client, 'not deferrable')
  await client.query('commit')
  await client.query('reset role')
}

async function ourTables(client: pg.Client): Promise<{ table: string }[]> {
  const { rows } = await client.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class
     where relowner = 'splot_owner'::regrole and relkind in ('r', 'p') and not relispartition order by 1`,
  )
  return rows
}

/** Rows refer to one another in circles, so references are looked at when all are there. */
async function eachConstraint(client: pg.Client, how: string): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint k join pg_class c on c.oid = conrelid
     where contype = 'f' and conparentid = 0 and c.relowner = 'splot_owner'::regrole`,
  )
  for (const { table, name } of rows)
    await client.query(`alter table ${table} alter constraint ${name} ${how}`)
}

async function insertRows(client: pg.Client, table: string, rows: unknown[]): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  const list = columns.map(({ name }) => name).join(', ')
  await client.query(
    `insert into ${table} (${list}) overriding system value select ${list} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}
