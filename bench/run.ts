// Figures as JSON lines, each with a baseline of the same run. Usage: npm run bench [-- --families 1000,10000,100000]
// With `--beside <folder>`, an installed checkout of an older release, its app is loaded in turn with this one.

import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { fillReferenceData } from '../bin/fill.ts'
import { populate } from '../bin/populate.ts'
import { findDatabase, openDatabase } from '../src/platform/database/open.ts'
import { firstKeys, keysFrom } from '../src/platform/keys.ts'
import { readSettings } from '../src/platform/settings.ts'
import { figures, tell } from './figures.ts'
import { load, type Place } from './load.ts'
import { boards, castOf, deriving, parts, reads } from './reads.ts'
import { documents, slowPhone, webSize } from './web.ts'

const { values } = parseArgs({
  options: {
    families: { type: 'string', default: '1000,10000,100000' },
    seconds: { type: 'string', default: '15' },
    beside: { type: 'string' },
  },
})

await documents()
await webSize()
await slowPhone()
for (const families of values.families.split(',').map(Number)) await measure(families)
const missed = figures.filter((figure) => figure.met === false)
console.log(
  `\n${figures.length} liczb, ${missed.length} poniżej poprzeczki${missed.length ? `: ${missed.map((each) => each.name).join(', ')}` : ''}`,
)
process.exit(0)

/** Fills a database of its own with that many families, and measures what people do in it. */
async function measure(families: number) {
  const folder = mkdtempSync(join(tmpdir(), 'splot-bench-'))
  chmodSync(folder, 0o755)
  const settings = readSettings({ SPLOT_DATA: folder })
  const keys = firstKeys(settings)
  const found = await findDatabase(settings)
  // By the same way as the app: a socket, where there is one.
  const address = new URL(found.ownerUrl)
  const socket = found.server?.socket()
  if (socket) address.searchParams.set('host', socket)
  const owner = new pg.Client(address.href)
  try {
    const database = await openDatabase(found, keys)
    await fillReferenceData(found.ownerUrl)
    const began = performance.now()
    await populate(found.ownerUrl, families, () => undefined)
    const value = (performance.now() - began) / 1000
    const bar = families === 100_000 && { bar: '< 300', met: value < 300 }
    tell({ name: 'populate', value, unit: 's', families, ...bar })
    await owner.connect()
    const cast = await castOf(owner)
    await reads(database, owner, cast, families)
    await boards(database, owner, cast, families)
    await parts(database, owner, cast, families)
    await deriving(owner, cast, families)
    await owner.end()
    await database.close()
    const { ownerUrl } = found
    const place = { families, busy: cast.busy.workerId, seconds: Number(values.seconds) }
    await load(
      { ...place, folder, keys, ownerUrl, checkout: join(import.meta.dirname, '..') },
      values.beside ? await olderRelease(values.beside, place) : undefined,
    )
  } finally {
    await found.server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A data folder that an older release filled itself, with as many families. */
async function olderRelease(
  checkout: string,
  place: Omit<Place, 'folder' | 'keys' | 'ownerUrl' | 'checkout'>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'splot-bench-'))
  chmodSync(folder, 0o755)
  const program = ['bin/populate.ts', 'practice/populate.ts'].find((file) =>
    existsSync(join(checkout, file)),
  )!
  const { status } = spawnSync(process.execPath, [program, '--families', String(place.families)], {
    cwd: checkout,
    env: { ...process.env, SPLOT_DATA: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${checkout} does not fill a database`)
  const settings = readSettings({ SPLOT_DATA: folder })
  const found = await findDatabase(settings)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const keys = keysFrom(readFileSync(join(folder, 'key'), 'utf8').trim())
  return { ...place, folder, keys, ownerUrl: found.ownerUrl, checkout }
}
