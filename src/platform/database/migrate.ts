import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

const root = join(import.meta.dirname, '../../..')

const files = globSync('src/{platform/*,*}/migrations/*.sql', { cwd: root }).sort((a, b) =>
  basename(a).localeCompare(basename(b), 'en'),
)

/** The folders with tables, in the order of their first migration: so they may lean on one another. */
export const folders = [...new Set(files.map((file) => dirname(dirname(file))))]

/**
 * Brings a database to the newest form: each migration once, in the order of the file names, in one transaction
 * under an advisory lock; then every `access.sql` whose text changed, each in place of its earlier rules.
 *
 * @param url connection of the database's owner, who may create roles
 * @throws Error when a migration that already ran was changed afterwards, or when one fails (nothing is kept)
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtext('splot.migrate'))`)
    await client.query(readFileSync(join(import.meta.dirname, 'roles.sql'), 'utf8'))
    await client.query('set local role splot_owner')
    await runMigrations(client)
    await applyRules(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

async function runMigrations(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from splot.migration',
  )
  const done = new Map(rows.map((row) => [row.name, row.hash]))
  for (const file of files) {
    const sql = readFileSync(join(root, file), 'utf8')
    const name = basename(file)
    const hash = hashOf(sql)
    if (done.get(name) === hash) continue
    if (done.has(name))
      throw new Error(`migration ${name} was changed after it ran here; write a new one instead`)
    await client.query(sql).catch((error) => {
      throw new Error(`migration ${name}: ${explain(error, sql)}`)
    })
    await client.query('insert into splot.migration (name, hash) values ($1, $2)', [name, hash])
  }
}

async function applyRules(client: pg.Client): Promise<void> {
  const rules = folders.map((folder) => join(root, folder, 'access.sql')).filter((file) => existsSync(file))
  const texts = rules.map((file) => readFileSync(file, 'utf8'))
  const hash = hashOf(texts.join('\0'))
  const { rows } = await client.query(`select 1 from splot.migration where name = 'access' and hash = $1`, [
    hash,
  ])
  if (rows.length) return
  await client.query('select splot.drop_policies()')
  for (const [i, sql] of texts.entries()) {
    await client.query(sql).catch((error) => {
      throw new Error(`${rules[i]}: ${explain(error, sql)}`)
    })
  }
  await client.query('select splot.close_open_doors()')
  await client.query(
    `insert into splot.migration (name, hash) values ('access', $1) on conflict (name) do update set hash = $1, at = now()`,
    [hash],
  )
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

function explain(error: { message: string; position?: string; where?: string }, sql: string): string {
  const line = error.position ? sql.slice(0, Number(error.position)).split('\n').length : undefined
  return [error.message, line && `line ${line}`, error.where].filter(Boolean).join(', ')
}
