import { createCipheriv, randomBytes } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { type Pack, pack } from 'tar-stream'
import type { Keys } from '../keys.ts'
import { Obstacle } from '../obstacle.ts'
import { bytesOf, freeBytes, type Head, inMegabytes, magic, walk } from './backup-file.ts'
import { isRunning } from './cluster.ts'
import type { EmbeddedServer } from './embedded.ts'
import { onConnection } from './open.ts'

/** In bytes: what the server's log may need while a backup is taken; its end alone takes a segment or two of 16 MB. */
const roomForLog = 4 * 16 * 1_048_576

type Surroundings = {
  /** Is told what must be cleared away should the programme end half-way. */
  atEnd?: (clear: () => void) => void
  /** Bytes free where a folder lies. */
  freeIn?: (folder: string) => Promise<number>
}

/**
 * Takes an encrypted copy of the whole embedded database while it runs: PostgreSQL's low-level backup (its data files
 * as they change, and the log that makes them consistent), as a tar sealed with AES-256-GCM. The server keeps its log as
 * long as the copy takes, and the copy counts only when every segment of it is there.
 *
 * @returns the file's path and size in bytes
 * @throws Obstacle when there is too little room, before anything begins; a failure leaves nothing behind
 */
export async function backup(
  server: EmbeddedServer,
  folder: string,
  keys: Keys,
  { atEnd = () => undefined, freeIn = freeBytes }: Surroundings = {},
): Promise<{ file: string; size: number }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  forgetTorn(folder)
  await mustHaveRoom(server.dataFolder, folder, freeIn)
  const taken = new Date().toISOString()
  const file = join(folder, `splot-${taken.replaceAll(/[:.]/g, '-')}.backup`)
  const part = `${file}.${process.pid}.part`
  const clear = () => rmSync(part, { force: true })
  atEnd(clear)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.for('backup'), nonce)
  const head = JSON.stringify({ key: keys.fingerprint, taken, nonce: nonce.toString('hex') } satisfies Head)
  try {
    const tar = pack()
    // On the disk before it is called a backup.
    const out = createWriteStream(part, { mode: 0o600, flush: true })
    out.write(`${magic}${head}\n`)
    const sealed = pipeline(tar, cipher, out, { end: false })
    const filled = onConnection(server.url('postgres'), (client) => fill(tar, client, server, freeIn))
    await Promise.all([
      sealed,
      filled.catch((error) => {
        tar.destroy(error)
        throw error
      }),
    ])
    await new Promise<void>((done, failed) => {
      out.once('close', done).once('error', failed)
      out.end(cipher.getAuthTag())
    })
    renameSync(part, file)
  } finally {
    clear()
  }
  return { file, size: statSync(file).size }
}

/** What a backup that was killed left behind. */
function forgetTorn(folder: string) {
  for (const name of globSync('splot-*.part', { cwd: folder }))
    if (!isRunning(Number(name.split('.').at(-2)))) rmSync(join(folder, name))
}

/** A backup that fills the disk would take the database down with it: its log needs room while and when it ends. */
async function mustHaveRoom(data: string, folder: string, freeIn: (folder: string) => Promise<number>) {
  let size = roomForLog
  for (const name of walk(data)) if (!name.endsWith('/') && !left(name)) size += sizeOf(join(data, name))
  if (statSync(data).dev === statSync(folder).dev) size += roomForLog
  const [there, here] = [await freeIn(folder), await freeIn(data)]
  if (there < size)
    throw new Obstacle(
      `Na kopię potrzeba ${inMegabytes(size)} w ${folder}, a wolne jest ${inMegabytes(there)}. Zrób miejsce albo podaj inny folder w SPLOT_BACKUPS. Niczego nie zaczęliśmy.`,
    )
  if (here < roomForLog) throw tooLittleForLog(data, here)
}

const tooLittleForLog = (data: string, free: number) =>
  new Obstacle(
    `Na dysku bazy (${data}) zostało ${inMegabytes(free)}, a podczas kopii baza potrzebuje ${inMegabytes(roomForLog)} na swój dziennik. Zrób miejsce i weź kopię jeszcze raz; tej nie ma.`,
  )

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

async function fill(
  tar: Pack,
  client: pg.Client,
  { dataFolder, home }: EmbeddedServer,
  freeIn: (folder: string) => Promise<number>,
): Promise<void> {
  // As long as this connection lives the server throws away no log from here on.
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [
    `splot_backup_${process.pid}`,
  ])
  const { rows: began } = await client.query<{ segment: string; bytes: string }>(
    `select pg_walfile_name(pg_backup_start('splot', fast => true)) as segment,
       (select setting from pg_settings where name = 'wal_segment_size') as bytes`,
  )
  tar.entry({ name: 'superuser', mode: 0o600 }, readFileSync(join(home, 'superuser')))
  for (const name of walk(dataFolder)) {
    if (left(name)) continue
    await add(tar, dataFolder, name)
    // Kept log grows with whatever people write; giving up is better than taking the database down.
    const free = await freeIn(dataFolder)
    if (free < roomForLog) throw tooLittleForLog(dataFolder, free)
  }
  const { rows: ended } = await client.query<{ labelfile: string; segment: string }>(
    `select labelfile, pg_walfile_name(lsn - 1::numeric) as segment from pg_backup_stop(wait_for_archive => false)`,
  )
  tar.entry({ name: 'database/backup_label', mode: 0o600 }, ended[0]!.labelfile)
  const bytes = Number(began[0]!.bytes)
  for (const { name, at } of segments(began[0]!.segment, ended[0]!.segment, bytes)) {
    mustBeWhole(join(dataFolder, 'pg_wal', name), at, bytes)
    await add(tar, dataFolder, join('pg_wal', name))
  }
  tar.finalize()
}

/**
 * The segments of the log from the first to the last, each with the place in the log where it begins.
 *
 * @param bytes size of a segment
 */
function* segments(first: string, last: string, bytes: number) {
  const inFour = BigInt(2 ** 32 / bytes)
  const numbered = (name: string) =>
    BigInt(`0x${name.slice(8, 16)}`) * inFour + BigInt(`0x${name.slice(16, 24)}`)
  const hex = (no: bigint) => no.toString(16).toUpperCase().padStart(8, '0')
  for (let no = numbered(first); no <= numbered(last); no++)
    yield {
      name: `${first.slice(0, 8)}${hex(no / inFour)}${hex(no % inFour)}`,
      at: no * BigInt(bytes),
    }
}

/** A segment is there, in full, and is what its name says: its first page bears its place in the log. */
function mustBeWhole(file: string, at: bigint, bytes: number) {
  if (existsSync(file) && sizeOf(file) === bytes && bytesOf(file, 8, 8).readBigUInt64LE() === at) return
  throw new Obstacle(
    `Kopia nie jest cała: w dzienniku bazy brakuje części ${file}. Nie zapisaliśmy jej; weź kopię jeszcze raz.`,
  )
}

/** Belongs to the running server and not to the data: locks, the log (added at the end), what is made anew. */
const left = (name: string) =>
  /^(postmaster\.(pid|opts)|server\.log|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.+)/.test(
    name,
  )

/** Adds a file at the size it has now: what it grows by later is in the log. One that went away is left out. */
async function add(tar: Pack, root: string, name: string): Promise<void> {
  if (name.endsWith('/')) {
    tar.entry({ name: `database/${name}`, type: 'directory', mode: 0o700 })
    return
  }
  let handle: Awaited<ReturnType<typeof open>>
  try {
    handle = await open(join(root, name), 'r')
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    return
  }
  try {
    const { size } = await handle.stat()
    const entry = tar.entry({ name: `database/${name}`, size, mode: 0o600 })
    const chunk = Buffer.alloc(1 << 20)
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, size - at), at)
      const piece = bytesRead
        ? Buffer.from(chunk.subarray(0, bytesRead))
        : Buffer.alloc(Math.min(chunk.length, size - at))
      at += piece.length
      if (!entry.write(piece)) await new Promise((done) => entry.once('drain', () => done(undefined)))
    }
    entry.end(undefined)
  } finally {
    await handle.close()
  }
}
