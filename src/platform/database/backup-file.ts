import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** The first line of every backup. */
export const magic = 'splot-backup-1\n'

/** What stands readable at the head of a backup: by which key it is sealed, and when it was taken. */
export type Head = { key: string; taken: string; nonce: string }

/** Bytes that may still be written where `folder` lies. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

export const inMegabytes = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`

/** Every folder (with a slash at its end) and file below `root`. */
export function* walk(root: string, below = ''): Generator<string> {
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const name = join(below, entry.name)
    if (entry.isDirectory()) {
      yield `${name}/`
      yield* walk(root, name)
    } else if (entry.isFile()) yield name
  }
}

export function bytesOf(file: string, from: number, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(handle, bytes, 0, length, from))
  } finally {
    closeSync(handle)
  }
}
