import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Obstacle } from './obstacle.ts'
import type { Settings } from './settings.ts'

/** The one secret that lies outside the database; each use gets a key of its own derived from it (HKDF-SHA256). */
export type Keys = {
  /** 32 bytes for one purpose, for instance `journal-seal`. */
  for(purpose: string): Buffer
  /** 16 hexadecimal digits that name the secret without revealing it; a backup carries them. */
  fingerprint: string
}

/** The keys that were given: from SPLOT_KEY, else from the file in the data folder. Makes none. */
export function givenKeys(settings: KeySettings): Keys | undefined {
  const file = keyFile(settings)
  if (settings.key) return keysFrom(settings.key)
  if (!existsSync(file)) return undefined
  const hex = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(hex))
    throw new Obstacle(
      `W pliku ${file} nie ma klucza: to 64 cyfry szesnastkowe. Przywróć ten plik albo ustaw SPLOT_KEY.`,
    )
  return keysFrom(hex)
}

/** Keys for a new database: those that were given, else new ones, kept in the data folder (mode 0600). */
export function firstKeys(settings: KeySettings): Keys {
  const file = keyFile(settings)
  if (!settings.key && !existsSync(file)) {
    mkdirSync(settings.dataFolder, { recursive: true })
    const arriving = `${file}-${process.pid}`
    writeFileSync(arriving, randomBytes(32).toString('hex'), { mode: 0o600 })
    // Whole or not at all, and of two first starts at once, one makes it.
    try {
      linkSync(arriving, file)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
    } finally {
      rmSync(arriving)
    }
  }
  return givenKeys(settings)!
}

type KeySettings = Pick<Settings, 'key' | 'dataFolder'>
export const keyFile = ({ dataFolder }: KeySettings) => join(dataFolder, 'key')

/** Keys of each purpose from one secret of 64 hexadecimal digits (HKDF, RFC 5869). */
export function keysFrom(hex: string): Keys {
  const secret = Buffer.from(hex, 'hex')
  const derived = new Map<string, Buffer>()
  return {
    for: (purpose) => {
      const key = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `splot/${purpose}`, 32))
      derived.set(purpose, key)
      return Buffer.from(key)
    },
    fingerprint: createHash('sha256').update('splot/fingerprint').update(secret).digest('hex').slice(0, 16),
  }
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
