import { createDecipheriv } from 'node:crypto'
import {
  chownSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import { markAsCopy } from '../identity/ways-in.ts'
import type { Keys } from '../keys.ts'
import { Obstacle } from '../obstacle.ts'
import { bytesOf, freeBytes, type Head, inMegabytes, magic, walk } from './backup-file.ts'
import { placeOfCluster } from './cluster.ts'

/**
 * Puts a backup into a data folder that holds no database. Nothing takes its place until the last byte was checked, and
 * no key is made: whoever restores brings that of the backup.
 *
 * @returns when the backup was taken
 * @throws Obstacle that says what to do: no key or another, a torn file, a folder that is in use, too little room
 */
export async function restore(file: string, folder: string, keys: Keys | undefined): Promise<Date> {
  const { head, at, size } = readHead(file)
  if (!keys)
    throw new Obstacle(
      `Ta kopia jest zamknięta kluczem ${head.key}. Ustaw SPLOT_KEY tej kopii: bez niego nikt jej nie otworzy.`,
    )
  if (head.key !== keys.fingerprint)
    throw new Obstacle(
      `Ta kopia jest zamknięta innym kluczem (${head.key}), a podany klucz to ${keys.fingerprint}. Ustaw SPLOT_KEY tej kopii.`,
    )
  const { home, data, runAs } = placeOfCluster(folder)
  if (existsSync(data)) throw new Obstacle(`W ${home} jest już baza. Podaj pusty folder w SPLOT_DATA.`)
  const free = await freeBytes(home)
  if (free < size)
    throw new Obstacle(
      `Na powrót bazy potrzeba ${inMegabytes(size)} w ${home}, a jest ${inMegabytes(free)}. Zrób miejsce albo podaj inny folder w SPLOT_DATA.`,
    )
  const arriving = join(home, 'restoring')
  rmSync(arriving, { recursive: true, force: true })
  mkdirSync(arriving, { mode: 0o700 })
  try {
    await unpack(file, { head, at, size }, keys, arriving)
    const arrived = join(arriving, 'database')
    if (runAs) for (const path of ['', ...walk(arrived)]) chownSync(join(arrived, path), runAs.uid, runAs.gid)
    markAsCopy(home)
    renameSync(join(arriving, 'superuser'), join(home, 'superuser'))
    renameSync(arrived, data)
  } finally {
    rmSync(arriving, { recursive: true, force: true })
  }
  return new Date(head.taken)
}

type Backup = { head: Head; at: number; size: number }

async function unpack(file: string, { head, at, size }: Backup, keys: Keys, to: string): Promise<void> {
  const decipher = createDecipheriv('aes-256-gcm', keys.for('backup'), Buffer.from(head.nonce, 'hex'))
  decipher.setAuthTag(bytesOf(file, size - 16, 16))
  const tar = extract()
  tar.on('entry', (entry, stream, next) => {
    const path = join(to, entry.name)
    if (!path.startsWith(to)) return next(new Error('a path that leads out of the folder'))
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
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOSPC') throw error
    throw new Obstacle('Tej kopii nie da się odczytać: jest uszkodzona albo niepełna. Weź wcześniejszą.')
  }
}

function readHead(file: string): Backup {
  if (!existsSync(file)) throw new Obstacle(`Nie ma pliku ${file}. Podaj ścieżkę do kopii (splot-….backup).`)
  const { size } = statSync(file)
  const start = statSync(file).isFile() ? bytesOf(file, 0, 1000).toString('latin1') : ''
  const end = start.indexOf('\n', magic.length)
  if (!start.startsWith(magic) || end < 0) throw new Obstacle(`To nie jest kopia Splotu: ${file}.`)
  return { head: JSON.parse(start.slice(magic.length, end)) as Head, at: end + 1, size }
}
