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
