import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { firstRelease } from './first-release.ts'
import { inTransaction } from './in-transaction.ts'

const root = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
/** What is done around the files: roles before them, old rules away, a look at the new ones. */
const step = (name: string) => readFileSync(join(import.meta.dirname, 'steps', name), 'utf8')

const dated = globSync('src/{platform/*,*}/migrations/*.sql', { cwd: root }).sort((a, b) =>
  basename(a).localeCompare(basename(b), 'en'),
)

/** The folders with tables, in the order of their first migration. */
export const folders = [...new Set(dated.map((file) => dirname(dirname(file))))]

/** Migrations of this release that every database has in the end: name → hash. */
export const migrations: ReadonlyMap<string, string> = new Map(
  dated.map((file) => [basename(file), hashOf(read(file))]),
)

/**
 * Brings a database to the newest form, in one transaction under an advisory lock:
 *
 * 1. dated migrations, each once, in the order of their names: tables, columns, data. They run while no trigger, policy
 *    or function of ours is there, but for the few that tables stand on and dated files make themselves.
 * 2. everything else (functions, triggers, policies, grants, comments), from the `.sql` files that stand where they are
 *    used. They are re-applied whole whenever one of them changed, or a table did: what no file names any more is gone.
 *    Then all grants are derived anew, for a rule may have changed.
 *
 * @param url connection of the database's owner, who may create roles
 * @throws Error when a migration that already ran was changed afterwards, or when one fails (nothing is kept)
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await inTransaction(client, async () => {
      await client.query(`select pg_advisory_xact_lock(hashtext('splot.migrate'))`)
      await client.query(step('roles.sql'))
      await client.query('set local role splot_owner')
      const missing = await missingMigrations(client)
      const rules = rulesInOrder()
      if (missing.length || (await isBehind(client))) {
        await clearRules(client)
        for (const file of missing) await runMigration(client, file)
        await applyRules(client, rules, hashOfRules(rules))
      }
    })
  } finally {
    await client.end()
  }
}

/** The dated files that a database has not run yet. */
async function missingMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    `select name, hash from splot.migration where name like '%.sql'`,
  )
  let done: ReadonlyMap<string, string> = new Map(rows.map((row) => [row.name, row.hash]))
  if (isFirstRelease(done)) done = await takeAsSplit(client)
  return dated.filter((file) => {
    const name = basename(file)
    if (done.has(name) && done.get(name) !== migrations.get(name))
      throw new Error(`migration ${name} was changed after it ran here; write a new one instead`)
    return !done.has(name)
  })
}

const isFirstRelease = (done: ReadonlyMap<string, string>) =>
  done.size === Object.keys(firstRelease).length &&
  Object.entries(firstRelease).every(([name, hash]) => done.get(name) === hash)

async function takeAsSplit(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const split = new Map([...migrations].filter(([name]) => name in firstRelease))
  await client.query(`delete from splot.migration where name like '%.sql'`)
  await client.query(
    'insert into splot.migration (name, hash) select * from unnest($1::text[], $2::text[])',
    [[...split.keys()], [...split.values()]],
  )
  return split
}

async function runMigration(client: pg.Client, file: string): Promise<void> {
  await runFile(client, file)
  await client.query('insert into splot.migration (name, hash) values ($1, $2)', [
    basename(file),
    migrations.get(basename(file)),
  ])
}

/**
 * Functions of all folders first, a folder's `functions.sql` before its deeds; then what a folder puts into registers of
 * those it leans on (`registers.sql`); then who may do what.
 */
function rulesInOrder(): string[] {
  const files = globSync('src/{platform/*,*}/*.sql', { cwd: root })
  const place = (file: string) => {
    const folder = folders.indexOf(dirname(file))
    const within = ['functions.sql', 'rules.sql'].indexOf(basename(file))
    return [phase(file), folder < 0 ? folders.length : folder, within < 0 ? 2 : within] as const
  }
  return files.sort((a, b) => {
    const [first, second] = [place(a), place(b)]
    const differs = first.findIndex((no, i) => no !== second[i])
    return differs < 0 ? a.localeCompare(b, 'en') : first[differs]! - second[differs]!
  })
}

/** 0 for functions: the others stand on them. */
const phase = (file: string) => ['registers.sql', 'access.sql'].indexOf(basename(file)) + 1

const hashOfRules = (rules: string[]) => hashOf([step('clear-rules.sql'), ...rules.map(read)].join('\0'))

/** Whether the rules of a database are others than those of this release. */
export async function isBehind(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ hash: string }>(
    `select hash from splot.migration where name = 'access'`,
  )
  return rows[0]?.hash !== hashOfRules(rulesInOrder())
}

/** All that a database of this release is made of, as one text that makes it, roles included. */
export const releaseAsText = () =>
  [
    step('roles.sql'),
    'set role splot_owner;',
    'set check_function_bodies = off;',
    ...[...dated, ...rulesInOrder()].map((file) => `-- ${file}\n${read(file)}`),
    step('check-rules.sql'),
    'reset check_function_bodies;',
    'reset role;',
  ].join('\n')

/** Functions that dated files make: a table's default, a generated column, a helper of later dated files. */
const kept = dated.flatMap((file) =>
  [...read(file).matchAll(/^create (?:or replace )?function ([a-z_.]+)/gm)].map((found) => found[1]!),
)

async function clearRules(client: pg.Client): Promise<void> {
  await client.query(`select set_config('splot.kept', $1, true)`, [kept.join(' ')])
  await client.query(step('clear-rules.sql'))
}

async function applyRules(client: pg.Client, files: string[], hash: string): Promise<void> {
  await client.query('set local check_function_bodies = off')
  for (const file of files) await runFile(client, file)
  await client.query(step('check-rules.sql'))
  await client.query(`select access.derive_all()`)
  await client.query(
    `insert into splot.migration (name, hash) values ('access', $1) on conflict (name) do update set hash = $1, at = now()`,
    [hash],
  )
}

async function runFile(client: pg.Client, file: string): Promise<void> {
  const sql = read(file)
  await client.query(sql).catch((error) => {
    throw new Error(`${file}: ${explain(error, sql)}`)
  })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function explain(error: { message: string; position?: string; where?: string }, sql: string): string {
  const line = error.position ? sql.slice(0, Number(error.position)).split('\n').length : undefined
  return [error.message, line && `line ${line}`, error.where].filter(Boolean).join(', ')
}
