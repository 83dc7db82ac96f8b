// Keeps this release for the upgrade test: its rules as one text, and the practice world that lies on them.
// Run once, before a release is published. Usage: npm run keep-release
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { fillPractice } from '../practice/fill-practice.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { releaseAsText } from '../src/platform/database/migrate.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { prepareJobs } from '../src/platform/jobs/queue.ts'
import { keysFrom } from '../src/platform/keys.ts'
import { readSettings } from '../src/platform/settings.ts'
import { type KeptTable, takeWorld } from '../src/proof/release-world.ts'
import { fillReferenceData } from './fill.ts'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const folder = await mkdtemp(join(tmpdir(), 'splot-release-'))
const server = await startEmbedded(folder)
const keys = keysFrom('5a'.repeat(32))
const ownerUrl = server.url('postgres')
const database = await openDatabase({ ownerUrl, server: undefined }, keys)
const owner = new pg.Client(ownerUrl)
try {
  await prepareJobs(database)
  await fillReferenceData(ownerUrl)
  await fillPractice(database, { settings: readSettings({}), keys })
  await owner.connect()
  const world = lasting((await takeWorld(owner)).map(ofOneCounty))
  const kept = join(root, 'src/proof/releases', version)
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, 'rules.sql.gz'), gzipSync(releaseAsText(), { level: 9 }))
  writeFileSync(join(kept, 'world.json.gz'), gzipSync(JSON.stringify(world), { level: 9 }))
} finally {
  await owner.end()
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true })
}

/** Of the 44,000 localities of the country, those of the county in which the practice families live. */
function ofOneCounty({ table, rows }: KeptTable): KeptTable {
  if (table !== 'territory.locality') return { table, rows }
  return { table, rows: (rows as { commune: string }[]).filter(({ commune }) => commune.startsWith('2602')) }
}

/** Ends of agreements and consents a hundred years later, so that there is something to see whenever the test runs. */
function lasting(world: KeptTable[]): KeptTable[] {
  const thisYear = new Date().getFullYear()
  const later = JSON.stringify(world).replace(
    /(,\\")(20\d\d)(-\d\d-\d\d[^\\]*\\"[)\]])/g,
    (end, opening, year, rest) => (Number(year) > thisYear ? `${opening}${Number(year) + 100}${rest}` : end),
  )
  return JSON.parse(later)
}
