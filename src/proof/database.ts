import { createHash, randomBytes } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { fillReferenceData } from '../../bin/fill.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { type Database, openDatabase } from '../platform/database/open.ts'
import { keysFrom } from '../platform/keys.ts'

/** The secret of every test database. */
export const testKeys = keysFrom('5a'.repeat(32))

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
    template: string
  }
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/**
 * Before all tests: a server (DATABASE_URL's, else an embedded one in the temporary folder) and a template database
 * with all migrations and reference data. Each test file clones it. Each checkout has a server of its own.
 */
export default async function prepareTemplate(project: TestProject) {
  const outer = process.env.DATABASE_URL
  const server = outer
    ? undefined
    : await startEmbedded(
        join(tmpdir(), `splot-test-${process.getuid?.() ?? 0}-${shortHash(import.meta.dirname)}`),
      )
  const url = outer ?? server!.url('postgres')
  const sources = globSync([
    'src/**/*.sql',
    'bin/fill.ts',
    'data/codes/*.json',
    'data/questionnaires/*.json',
    'data/competence/*.json',
    'src/**/load-*.ts',
  ])
  const hash = createHash('sha256')
  for (const file of sources.sort()) hash.update(readFileSync(file))
  const template = `splot_template_${hash.digest('hex').slice(0, 16)}`
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`select pg_advisory_lock(hashtext('splot.template'))`)
  const { rows } = await client.query(
    `select datname from pg_database where datname like 'splot\\_test\\_%' or datname like 'splot\\_template\\_%'`,
  )
  for (const { datname } of rows)
    if (datname !== template) await client.query(`drop database if exists ${datname} with (force)`)
  if (!rows.some((row) => row.datname === template)) {
    await client.query(`create database ${template}_unfinished`)
    const templateUrl = withDatabase(url, `${template}_unfinished`)
    await migrate(templateUrl)
    await fillReferenceData(templateUrl)
    await client.query(`alter database ${template}_unfinished rename to ${template}`)
  }
  await client.end()
  project.provide('postgres', url)
  project.provide('template', template)
  return () => server?.stop()
}

/** A database of the test file's own, with the app's connections to it. */
export async function aDatabase(provided: {
  postgres: string
  template: string
}): Promise<Database & { drop(): Promise<void> }> {
  const name = `splot_test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client(provided.postgres)
  await client.connect()
  await client.query(`create database ${name} template ${provided.template}`)
  await client.end()
  const database = await openDatabase(
    { ownerUrl: withDatabase(provided.postgres, name), server: undefined },
    testKeys,
  )
  return {
    ...database,
    drop: async () => {
      await database.close()
      const cleaner = new pg.Client(provided.postgres)
      await cleaner.connect()
      await cleaner.query(`drop database ${name} with (force)`)
      await cleaner.end()
    },
  }
}

/** A database without anything in it, for what is made or migrated from the first line on. */
export async function anEmptyDatabase(postgres: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `splot_test_${randomBytes(6).toString('hex')}`
  const onServer = async (sql: string) => {
    const client = new pg.Client(postgres)
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await onServer(`create database ${name}`)
  return { url: withDatabase(postgres, name), drop: () => onServer(`drop database ${name} with (force)`) }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
