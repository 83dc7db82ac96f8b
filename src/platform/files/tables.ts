import { Readable } from 'node:stream'
import { type Entry, Reader, TextReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import { Refusal } from '../http/problem.ts'
import type { Received } from './receive.ts'

/** Of an archive: entries, and bytes of one of them, unpacked and as one text. What holds more is no table that somebody keeps. */
const most = { entries: 500, bytes: 1024 * 1024 * 1024, text: 32 * 1024 * 1024 }

/** A file of tables: its name in small letters without folders, and its bytes, which may be read again and again. */
export type TableFile = { name: string; bytes(): Readable }

/** The files of what came in: those of an archive, or the one that it is. 400 when an archive is torn, 413 when it is a bomb. */
export async function filesOf(received: Received): Promise<TableFile[]> {
  if (received.type !== 'application/zip')
    return [{ name: received.name, bytes: () => Readable.from(inTurn(received)) }]
  const entries = await Array.fromAsync(entriesOf(received))
  return entries.filter(isFile).map((entry) => ({
    name: entry.filename.toLowerCase().split('/').at(-1)!,
    bytes: () => unpacked(entry),
  }))
}

/** Packs texts into an archive, as it is handed out. */
export async function packed(files: { name: string; text: string }[]): Promise<Buffer> {
  const archive = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const { name, text } of files) await archive.add(name, new TextReader(text))
  return Buffer.from(await archive.close())
}

/** As many bytes as may be read in all. */
type Budget = { most: number; used: number }

/**
 * The text of a file that fits into memory (413 for others, by a budget that several may share): UTF-8 with or without its mark,
 * or, as old programmes write Polish, Windows-1250.
 */
export async function textOf(
  { bytes }: TableFile,
  budget: Budget = { most: most.text, used: 0 },
): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of bytes() as AsyncIterable<Buffer>) {
    budget.used += piece.length
    if (budget.used > budget.most) throw tooMuch(budget.most)
    pieces.push(piece)
  }
  const all = Buffer.concat(pieces)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(all)
  } catch {
    return new TextDecoder('windows-1250').decode(all)
  }
}

const torn = () => {
  throw new Refusal(400, 'files:torn', { field: 'file' })
}
const tooMuch = (bytes: number) =>
  new Refusal(413, 'files:tables-too-large', { field: 'file', values: { most: bytes / 1024 / 1024 } })

/** Folders, and what one system adds for itself, are no tables. */
const isFile = (entry: Entry) =>
  !entry.directory && !entry.filename.startsWith('__MACOSX/') && !/(^|\/)\./.test(entry.filename)

async function* entriesOf(received: Received) {
  let count = 0
  try {
    const reader = new ZipReader(new ReceivedReader(received), { useWebWorkers: false })
    for await (const entry of reader.getEntriesGenerator()) {
      if (++count > most.entries)
        throw new Refusal(413, 'files:too-many-tables', { field: 'file', values: { most: most.entries } })
      yield entry
    }
  } catch (error) {
    throw error instanceof Refusal ? error : torn()
  }
}

async function* inTurn(received: Received) {
  for (let at = 0; at < received.size; at += 65_536) yield received.bytes(at, 65_536)
}

function unpacked(entry: Entry): Readable {
  const passing = new TransformStream<Uint8Array, Uint8Array>()
  if (!entry.directory)
    entry
      .getData(passing.writable, { useWebWorkers: false })
      .catch((error) => passing.writable.abort(error))
      // Who reads no further let go of it already.
      .catch(() => undefined)
  return Readable.from(measured(passing.readable))
}

async function* measured(stream: ReadableStream<Uint8Array>) {
  let size = 0
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > most.bytes) throw tooMuch(most.bytes)
      yield Buffer.from(chunk)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : torn()
  }
}

class ReceivedReader extends Reader<Received> {
  readonly #received: Received
  constructor(received: Received) {
    super(received)
    this.#received = received
    this.size = received.size
  }
  override readUint8Array(index: number, length: number) {
    return this.#received.bytes(index, length)
  }
}
