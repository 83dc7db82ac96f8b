import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { extract, type Pack, pack } from 'tar-stream'
import type { Keys } from '../keys.ts'
import { type EmbeddedServer, placeOfCluster } from './embedded.ts'

const magic = 'splot-backup-1\n'

/** What stands readable at the head of a backup: by which key it is sealed, and when it was taken. */
type Head = { key: string; taken: string; nonce: string }

/**
 * Takes an encrypted copy of the whole embedded database while it runs: PostgreSQL's low-level backup (its data files
 * as they change, and the log that makes them consistent), as a tar sealed with AES-256-GCM.
 *
 * @returns the file's path and size in bytes
 */
export async function backup(
  server: EmbeddedServer,
  folder: string,
  keys: Keys,
): Promise<{ file: string; size: number }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const taken = new Date().toISOString()
  const file = join(folder, `splot-${taken.replaceAll(/[:.]/g, '-')}.backup`)
  const client = new pg.Client(server.url('postgres'))
  await client.connect()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.for('backup'), nonce)
  const head = JSON.stringify({ key: keys.fingerprint, taken, nonce: nonce.toString('hex') } satisfies Head)
  const part = `${file}.part`
  try {
    const tar = pack()
    const out = createWriteStream(part, { mode: 0o600 })
    out.write(`${magic}${head}\n`)
    const sealed = pipeline(tar, cipher, out, { end: false })
    await Promise.all([fill(tar, client, server.dataFolder), sealed])
    await new Promise<void>((done, failed) =>
      out.end(cipher.getAuthTag(), (error?: Error | null) => (error ? failed(error) : done())),
    )
    renameSync(part, file)
  } finally {
    rmSync(part, { force: true })
    await client.end()
  }
  return { file, size: statSync(file).size }
}

async function fill(tar: Pack, client: pg.Client, data: string): Promise<void> {
  const { rows: began } = await client.query<{ segment: string }>(
    `select pg_walfile_name(pg_backup_start('splot', fast => true)) as segment`,
  )
  const superuser = readFileSync(join(dirname(data), 'superuser'))
  tar.entry({ name: 'superuser', mode: 0o600 }, superuser)
  for (const name of walk(data)) if (!left(name)) await add(tar, data, name)
  const { rows: ended } = await client.query<{ labelfile: string }>(
    'select labelfile from pg_backup_stop(wait_for_archive => false)',
  )
  tar.entry({ name: 'database/backup_label', mode: 0o600 }, ended[0]!.labelfile)
  for (const segment of readdirSync(join(data, 'pg_wal')).sort())
    if (/^[0-9A-F]{24}$/.test(segment) && segment >= began[0]!.segment)
      await add(tar, data, join('pg_wal', segment))
  tar.finalize()
}

/** Belongs to the running server and not to the data: locks, the log (added at the end), what is made anew. */
const left = (name: string) =>
  /^(postmaster\.(pid|opts)|server\.log|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.+)/.test(
    name,
  )

function* walk(root: string, below = ''): Generator<string> {
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const name = join(below, entry.name)
    if (entry.isDirectory()) {
      yield `${name}/`
      yield* walk(root, name)
    } else if (entry.isFile()) yield name
  }
}

/** Adds a file at the size it has now: what it grows by later is in the log. One that went away is left out. */
async function add(tar: Pack, root: string, name: string): Promise<void> {
  if (name.endsWith('/')) {
    tar.entry({ name: `database/${name}`, type: 'directory', mode: 0o700 })
    return
  }
  let handle: Awaited<ReturnType<typeof open>>
  try {
    handle = await open(join(root, name), 'r')
  } catch {
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

/**
 * Puts a backup into a data folder that holds no database. Nothing takes its place until the last byte was checked.
 *
 * @throws Error that says what to do: another key, a torn file, a folder that is in use
 */
export async function restore(file: string, folder: string, keys: Keys): Promise<void> {
  const { head, at } = readHead(file)
  if (head.key !== keys.fingerprint)
    throw new Error(
      `Ta kopia jest zamknięta innym kluczem (${head.key}), a podany klucz to ${keys.fingerprint}. Ustaw SPLOT_KEY tej kopii.`,
    )
  const { home, data, runAs } = placeOfCluster(folder)
  if (existsSync(data)) throw new Error(`W ${home} jest już baza. Podaj pusty folder w SPLOT_DATA.`)
  const arriving = join(home, 'restoring')
  rmSync(arriving, { recursive: true, force: true })
  mkdirSync(arriving, { mode: 0o700 })
  const size = statSync(file).size
  const decipher = createDecipheriv('aes-256-gcm', keys.for('backup'), Buffer.from(head.nonce, 'hex'))
  decipher.setAuthTag(bytesOf(file, size - 16, 16))
  const tar = extract()
  tar.on('entry', (entry, stream, next) => {
    const path = join(arriving, entry.name)
    if (!path.startsWith(arriving)) return next(new Error('a path that leads out of the folder'))
    if (entry.type === 'directory') {
      mkdirSync(path, { recursive: true, mode: 0o700 })
      stream.resume()
      return next()
    }
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    pipeline(stream, createWriteStream(path, { mode: 0o600 })).then(() => next(), next)
  })
  try {
    await pipeline(createReadStream(file, { start: at, end: size - 17 }), decipher, tar)
  } catch {
    rmSync(arriving, { recursive: true, force: true })
    throw new Error('Tej kopii nie da się odczytać: jest uszkodzona albo niepełna. Weź wcześniejszą.')
  }
  const arrived = join(arriving, 'database')
  if (runAs) for (const path of ['', ...walk(arrived)]) chownSync(join(arrived, path), runAs.uid, runAs.gid)
  renameSync(join(arriving, 'superuser'), join(home, 'superuser'))
  renameSync(arrived, data)
  rmSync(arriving, { recursive: true })
}

function readHead(file: string): { head: Head; at: number } {
  const start = bytesOf(file, 0, 1000).toString('latin1')
  const end = start.indexOf('\n', magic.length)
  if (!start.startsWith(magic) || end < 0) throw new Error('To nie jest kopia Splotu.')
  return { head: JSON.parse(start.slice(magic.length, end)) as Head, at: end + 1 }
}

function bytesOf(file: string, from: number, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(handle, bytes, 0, length, from))
  } finally {
    closeSync(handle)
  }
}
