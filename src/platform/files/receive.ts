import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, open as openFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '../http/problem.ts'
import { open, seal } from '../keys.ts'
import { kindOfArchive } from './archive-kind.ts'
import { countingPixels, mostPixels } from './image-size.ts'

/** Bytes of one piece before it is sealed. */
const pieceSize = 256 * 1024
const sealedBy = 28
const megabyte = 1024 * 1024
/** What is taken in: papers and pictures, or tables (CSV, JSON, or a ZIP of them), of at most so many bytes. */
export const largestFile = { papers: 20 * megabyte, tables: 256 * megabyte }
export type Taken = keyof typeof largestFile

/** What a paper may be, told by its bytes and never by its name. */
const papers: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
}

const archive = 'application/zip'
const written = 'text/plain'
const tables: Record<string, string> = { [archive]: 'zip', [written]: 'txt' }

/** A file that came in: sealed piece by piece with a key of its own, waiting on this machine to be stored. */
export type Received = {
  name: string
  type: string
  size: number
  sha256: Buffer
  key: Buffer
  pieces(): AsyncGenerator<Buffer>
  /** Its bytes from a place on, opened. */
  bytes(from: number, length: number): Promise<Buffer>
  discard(): Promise<void>
}

/**
 * Takes in a file from a form, before any transaction begins: a slow line holds no connection of the database. Nothing of it
 * is ever on the disk unsealed. 413 when it is larger than such a file may be or an image of too many pixels, 415 when it is of
 * another kind.
 */
export async function receiveFile(
  given: { filename: string | undefined; file: Readable & { truncated?: boolean } },
  taken: Taken = 'papers',
): Promise<Received> {
  const key = randomBytes(32)
  const endings = taken === 'papers' ? papers : tables
  const passing = await openPassing()
  const hash = createHash('sha256')
  const noKind = () =>
    new Refusal(415, taken === 'papers' ? 'files:kind-not-taken' : 'files:no-tables', { field: 'file' })
  let type: string | undefined
  let pixels: ((piece: Buffer) => number | null) | undefined
  let size = 0
  try {
    for await (const piece of inPieces(given.file)) {
      if (size === 0) {
        type = taken === 'papers' ? await kindOf(piece) : await kindOfTables(piece)
        if (type?.startsWith('image/')) pixels = countingPixels(type)
      }
      if (!type || !(endings[type] || type === archive)) throw noKind()
      if ((pixels?.(piece) ?? 0) > mostPixels)
        throw new Refusal(413, 'files:too-many-pixels', {
          field: 'file',
          values: { millions: mostPixels / 1_000_000 },
        })
      hash.update(piece)
      size += piece.length
      await passing.write(seal(key, piece))
    }
    if (given.file.truncated || size > largestFile[taken])
      throw new Refusal(413, taken === 'papers' ? 'files:too-large' : 'files:tables-too-large', {
        field: 'file',
        values: { most: largestFile[taken] / megabyte },
      })
    if (!type) throw new Refusal(400, 'files:missing', { field: 'file' })
    if (type === archive && taken === 'papers')
      type = kindOfArchive(Buffer.concat(await Array.fromAsync(opened(passing, key))))
    // An image that never said how large it is cannot be opened as one.
    if (!type || !endings[type] || pixels?.(Buffer.alloc(0)) === null) throw noKind()
  } catch (error) {
    given.file.resume()
    await passing.discard()
    throw error
  }
  return {
    name: cleanName(given.filename, endings[type]!),
    type,
    size,
    sha256: hash.digest(),
    key,
    pieces: passing.read,
    bytes: bytesOf(passing, key),
    discard: passing.discard,
  }
}

/** What the first bytes tell; an archive may yet turn out to be a document. */
async function kindOf(piece: Buffer): Promise<string | undefined> {
  const told = (await fileTypeFromBuffer(piece))?.mime
  // The header of a PDF stands somewhere in its first 1,024 bytes (ISO 32000-1, annex H, 3.4.1).
  return told ?? (piece.subarray(0, 1024).includes('%PDF-') ? 'application/pdf' : undefined)
}

/** An archive, or text: CSV and JSON have no mark, but no zero byte either. */
async function kindOfTables(piece: Buffer): Promise<string | undefined> {
  const told = (await fileTypeFromBuffer(piece))?.mime
  return told === archive ? archive : told || piece.includes(0) ? undefined : written
}

/** Reads at any place; the piece that was opened last is kept, for who reads on. */
function bytesOf(passing: Passing, key: Buffer) {
  let kept: { no: number; bytes: Buffer } | undefined
  return async (from: number, length: number): Promise<Buffer> => {
    const parts: Buffer[] = []
    for (let at = from; at < from + length; ) {
      const no = Math.floor(at / pieceSize)
      if (kept?.no !== no) kept = { no, bytes: open(key, await passing.piece(no)) }
      const begin = at - no * pieceSize
      const part = kept.bytes.subarray(begin, begin + from + length - at)
      if (!part.length) break
      parts.push(part)
      at += part.length
    }
    return Buffer.concat(parts)
  }
}

async function* opened(passing: Passing, key: Buffer): AsyncGenerator<Buffer> {
  for await (const piece of passing.read()) yield open(key, piece)
}

/** Opens sealed pieces one after another, from a copy on this machine that goes when the last was read, or when nobody reads it. */
export function readOpened(passing: Passing, key: Buffer): Readable {
  const bytes = Readable.from(opened(passing, key))
  // Not in the generator: one that was never begun ends without its `finally`.
  bytes.once('close', () => void passing.discard())
  return bytes
}

export type Passing = {
  write(sealedPiece: Buffer): Promise<void>
  read(): AsyncGenerator<Buffer>
  piece(no: number): Promise<Buffer>
  discard(): Promise<void>
}

/** Files whose user was lost on the way (a request that broke off, a transaction that failed): one left open would end the app. */
const lost = new FinalizationRegistry<FileHandle>((handle) => void handle.close())

/** A file without a lasting name in the temporary folder, for sealed pieces on their way in or out. */
export async function openPassing(): Promise<Passing> {
  const path = join(tmpdir(), `splot-${randomBytes(12).toString('hex')}`)
  const handle = await openFile(path, 'wx+', 0o600)
  const used = { handle }
  lost.register(used, handle)
  // Where the system allows it the name goes at once, so that a crash leaves nothing behind.
  await rm(path).catch(() => undefined)
  let written = 0
  const piece = async (no: number) => {
    const at = no * (pieceSize + sealedBy)
    const bytes = Buffer.allocUnsafe(Math.min(pieceSize + sealedBy, written - at))
    await used.handle.read(bytes, 0, bytes.length, at)
    return bytes
  }
  return {
    write: async (piece) => {
      await used.handle.write(piece, 0, piece.length, written)
      written += piece.length
    },
    read: async function* () {
      for (let at = 0; at < written; at += pieceSize + sealedBy)
        yield await piece(at / (pieceSize + sealedBy))
    },
    piece,
    discard: async () => {
      await used.handle.close()
      await rm(path, { force: true }).catch(() => undefined)
    },
  }
}

async function* inPieces(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    length += chunk.length
    while (length >= pieceSize) {
      const all = Buffer.concat(waiting)
      yield all.subarray(0, pieceSize)
      waiting = [all.subarray(pieceSize)]
      length -= pieceSize
    }
  }
  if (length) yield Buffer.concat(waiting)
}

/** The name as a person gave it, without folders, control and direction marks, and with the ending of its true kind. */
function cleanName(given: string | undefined, ending: string): string {
  const bare = (given ?? '')
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"|?*]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120)
  return `${bare || 'plik'}.${ending}`
}
