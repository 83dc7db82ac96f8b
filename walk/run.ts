// Walks the journeys in a real browser and leaves pictures, documents and an index that reads as the handbook.
// Usage: npm run walk [-- part of a journey's file name]
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { buildWeb } from '../bin/build-web.ts'
import { fillReferenceData } from '../bin/fill.ts'
import { fillPractice } from '../practice/fill-practice.ts'
import { buildApp } from '../src/app.ts'
import { findDatabase, openDatabase } from '../src/platform/database/open.ts'
import { prepareJobs, startJobs } from '../src/platform/jobs/queue.ts'
import { firstKeys } from '../src/platform/keys.ts'
import { readSettings } from '../src/platform/settings.ts'
import { openBrowser } from './browser.ts'
import { handbook } from './handbook.ts'
import type { Journey } from './journey.ts'
import { type Record, type Walker, windowFor } from './walker.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'out/walk')
const only = process.argv[2] ?? ''
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const home = join(tmpdir(), `splot-walk-${process.pid}`)
const settings = readSettings({
  SPLOT_DATA: home,
  PORT: process.env.PORT ?? '4380',
  ...(process.env.DATABASE_URL && { DATABASE_URL: process.env.DATABASE_URL }),
})
const web = await buildWeb(root)
const keys = firstKeys(settings)
const found = await findDatabase(settings)
const database = await openDatabase(found, keys)
await prepareJobs(database)
await fillReferenceData(found.ownerUrl)
await fillPractice(database, keys)
const surroundings = { settings, keys }
const app = await buildApp(database, surroundings, web)
await app.server.listen({ port: settings.port, host: settings.host })
const runner = await startJobs(database, surroundings, { byTheClock: false })
const browser = await openBrowser()

const records: Record[] = []
let failed = 0
try {
  for (const file of globSync('journeys/*.ts', { cwd: import.meta.dirname }).sort()) {
    if (!file.includes(only)) continue
    const { default: told } = (await import(join(import.meta.dirname, file))) as { default: Journey }
    const record: Record = { title: told.title, intro: told.intro, steps: [], counts: [] }
    const windows = new Map<string, Walker>()
    const began = Date.now()
    try {
      await told.story({
        as: async (name) => {
          const known = windows.get(name)
          if (known) return known
          const opened = await windowFor(browser, name, settings.url, record, out)
          windows.set(name, opened)
          return opened
        },
        count: (count) => record.counts.push({ ...count, met: count.value <= count.bar }),
      })
      console.log(
        `✓ ${told.title} (${((Date.now() - began) / 1000).toFixed(1)} s, ${record.steps.length} obrazów i dokumentów)`,
      )
    } catch (error) {
      failed++
      console.error(`✗ ${told.title}: ${(error as Error).message}`)
      for (const each of windows.values()) {
        for (const complaint of each.complaints) console.error(`  ${each.name}: ${complaint.slice(0, 1500)}`)
        const shot = join(out, `failed-${basename(file, '.ts')}-${each.name.replaceAll(' ', '-')}.png`)
        await each.page.screenshot({ path: shot, fullPage: true }).catch(() => undefined)
      }
    }
    for (const count of record.counts) console.log(JSON.stringify(count))
    records.push(record)
    for (const each of windows.values()) await each.page.context().close()
  }
} finally {
  writeFileSync(join(out, 'index.html'), handbook(records))
  await browser.close()
  await app.stop()
  await runner.stop()
  await database.close()
  await found.server?.stop()
  rmSync(home, { recursive: true, force: true })
}
const missed = records.flatMap((record) => record.counts).filter((count) => !count.met)
console.log(`\n${records.length - failed} passed, ${failed + missed.length} failed`)
process.exit(failed || missed.length ? 1 : 0)
