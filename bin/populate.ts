// Fills the database with fictional families of any number, beside the practice partnership.
// Usage: npm run populate -- --families 100000
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { askBeforeStart } from '../src/platform/database/before-start.ts'
import { claim, oneStartAtATime } from '../src/platform/database/installation.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { findDatabase } from '../src/platform/database/open.ts'
import { leaveDatabase } from '../src/platform/database/running.ts'
import { Obstacle } from '../src/platform/obstacle.ts'
import { programme } from '../src/platform/programme.ts'
import { readSettings } from '../src/platform/settings.ts'
import { fillReferenceData } from './fill.ts'

/** Puts `families` invented families into a database, with everything that grants are derived from. */
export async function populate(
  ownerUrl: string,
  families: number,
  say: (what: string) => void,
): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local role splot_owner')
    const tables = await tablesWithTriggers(client)
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    const steps = readFileSync(join(import.meta.dirname, 'populate.sql'), 'utf8').replaceAll(
      ':families',
      String(families),
    )
    for (const step of steps.split(/;\s*$/m))
      if (step.replaceAll(/--.*$/gm, '').trim()) await client.query(step)
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    say(`${families} rodzin, osoby i zespoły`)
    await client.query('analyze')
    await client.query('select access.derive_all()')
    await client.query('select asks.bring_along(code) from asks.kind')
    await client.query('commit')
    say('uprawnienia wyprowadzone z faktów')
    await client.query('reset role')
    await client.query('vacuum analyze')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

async function tablesWithTriggers(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select distinct tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relowner = 'splot_owner'::regrole`)
  return rows.map((row) => row.name)
}

if (import.meta.main)
  await programme(async ({ atEnd }) => {
    const { values } = parseArgs({ options: { families: { type: 'string', default: '1000' } } })
    const families = Number(values.families)
    if (!Number.isInteger(families) || families < 1 || families > 1_000_000)
      throw new Obstacle('Podaj liczbę rodzin od 1 do 1 000 000: npm run populate -- --families 10000')
    const settings = readSettings(process.env)
    if (settings.mode !== 'practice')
      throw new Obstacle('Zmyślone rodziny wpisujemy tylko w trybie ćwiczebnym: SPLOT_MODE=practice')
    const began = Date.now()
    const found = await findDatabase(settings)
    atEnd(() => leaveDatabase(found, { keepAdopted: true }))
    await oneStartAtATime(found, async () => {
      const keys = await askBeforeStart(found, settings)
      await migrate(found.ownerUrl)
      await claim(found.ownerUrl, settings.mode, keys)
      await fillReferenceData(found.ownerUrl)
      await populate(found.ownerUrl, families, (what) =>
        console.log(`  ${what} (${((Date.now() - began) / 1000).toFixed(0)} s)`),
      )
    })
    console.log(`Gotowe: ${families} zmyślonych rodzin w ${((Date.now() - began) / 1000).toFixed(0)} s.`)
  })
