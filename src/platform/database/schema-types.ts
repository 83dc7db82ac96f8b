import { basename } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { generate, getDialect } from 'kysely-codegen'
import pg from 'pg'
import { folders } from './migrate.ts'

/** Each folder has the schema of its name; what these hold is nothing that people ask for. */
const apart = ['database', 'identity', 'jobs']
const schemas = folders.map((folder) => basename(folder)).filter((name) => !apart.includes(name))

/** The TypeScript types of every table of a migrated database, as kysely-codegen writes them. */
export async function schemaTypes(url: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('connect', (client) => void client.query('set role splot_owner'))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await generate({
      db: db as never,
      dialect: getDialect('postgres', { dateParser: 'string', numericParser: 'number' }),
      includePattern: `(${schemas.join('|')}).*`,
      excludePattern: 'journal.look_*',
      outFile: null,
    })
  } finally {
    await db.destroy()
  }
}

/** How long the text in each column may be, as its constraint says; contracts take it from there. */
export async function textLengths(url: string): Promise<string> {
  const owner = new pg.Client(url)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ column: string; rule: string }>(`
      select n.nspname || '.' || c.relname || '.' || a.attname as column, pg_get_expr(k.conbin, k.conrelid) as rule
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) and a.atttypid = 'text'::regtype
      where k.contype = 'c' and c.relowner = 'splot_owner'::regrole and pg_get_expr(k.conbin, k.conrelid) like '%length(%'
      order by 1`)
    const lines = rows.map(({ column, rule }) => {
      const found = /^\(+length\("?\w+"?\) (?:>= (\d+)\) AND \(length\("?\w+"?\) )?<= (\d+)\)+$/.exec(rule)
      if (!found) throw new Error(`${column} says its length in another way than others: ${rule}`)
      return `  '${column}': [${found[1] ?? 0}, ${found[2]}],\n`
    })
    return `// How long the text in each column may be, at least and at most. Written by \`npm run schema\`.\nexport const lengths = {\n${lines.join('')}} as const\n`
  } finally {
    await owner.end()
  }
}
