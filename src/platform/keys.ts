import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './settings.ts'

/** The one secret that lies outside the database; each use gets a key of its own derived from it (HKDF-SHA256). */
export type Keys = {
  /** 32 bytes for one purpose, for instance `journal-seal`. */
  for(purpose: string): Buffer
  /** 16 hexadecimal digits that name the secret without revealing it; a backup carries them. */
  fingerprint: string
}

/** Takes the secret from SPLOT_KEY, or keeps one in the data folder (made on the first start, mode 0600). */
export function openKeys(settings: Pick<Settings, 'key' | 'dataFolder'>): Keys {
  return keysFrom(settings.key ?? keyInFolder(settings.dataFolder))
}

/** Keys of each purpose from one secret of 64 hexadecimal digits (HKDF, RFC 5869). */
export function keysFrom(hex: string): Keys {
  const secret = Buffer.from(hex, 'hex')
  return {
    for: (purpose) => Buffer.from(hkdfSync('sha256', secret, '', `splot/${purpose}`, 32)),
    fingerprint: createHash('sha256').update('splot/fingerprint').update(secret).digest('hex').slice(0, 16),
  }
}

function keyInFolder(folder: string): string {
  const file = join(folder, 'key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. */
export function seal(key: Buffer, plain: string | Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the key is another or a byte was changed. */
export function open(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
