import { join } from 'node:path'
import pg from 'pg'
import { fillPractice } from '../practice/fill-practice.ts'
import { buildApp } from './app.ts'
import { buildWeb } from './build-web.ts'
import { fillReferenceData } from './fill.ts'
import { claimMode, otherMode } from './platform/database/mode.ts'
import { findDatabase, openDatabase } from './platform/database/open.ts'
import { prepareJobs, startJobs } from './platform/jobs/queue.ts'
import { openKeys } from './platform/keys.ts'
import { readSettings } from './platform/settings.ts'

const settings = readSettings(process.env)
const web = await buildWeb(join(import.meta.dirname, '..'))
const keys = openKeys(settings)
const found = await findDatabase(settings)
const guard = await standGuard(found.ownerUrl, settings.url)
if (!guard) process.exit(0)

const database = await openDatabase(found, keys)
await prepareJobs(database)
await fillReferenceData(found.ownerUrl)
const mode = await claimMode(found.ownerUrl, settings.mode)
if (mode !== settings.mode) {
  console.error(`\n${otherMode(mode)}\n`)
  await found.server?.stop()
  process.exit(1)
}
if (settings.mode === 'practice') await fillPractice(database, keys)
const surroundings = { settings, keys }
const { server, stop } = await buildApp(database, surroundings, web)
await server.listen({ port: settings.port, host: settings.host })
const runner = await startJobs(database, surroundings)
console.log(
  `\nSplot działa: ${settings.url}${settings.mode === 'practice' ? '   (dane ćwiczebne, wszystko zmyślone)' : ''}\n`,
)

let ending = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, async () => {
    if (ending) return
    ending = true
    await stop()
    await runner.stop()
    await database.close()
    await guard.end().catch(() => undefined)
    await found.server?.stop()
    process.exit(0)
  })
}

/**
 * Holds a lock of the database as long as this process lives, so that two Splots never serve one data folder. When
 * another holds it, says where that one is and returns nothing.
 */
async function standGuard(ownerUrl: string, url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: `splot ${url}` })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_lock(hashtext('splot.running')) as mine`,
  )
  if (rows[0]!.mine || settings.databaseUrl) return client
  const other = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity a join pg_locks l using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name like 'splot %' limit 1`,
  )
  console.log(
    `\nSplot już działa: ${other.rows[0]?.name.slice(6) ?? 'w innym oknie'}. Ten drugi start niczego nie zmienił.\n`,
  )
  await client.end()
  return undefined
}
