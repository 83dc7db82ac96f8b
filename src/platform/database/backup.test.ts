import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { keysFrom } from '../keys.ts'
import { backup } from './backup.ts'
import { startEmbedded } from './embedded.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'splot-backup-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const keys = keysFrom('7b'.repeat(32))

async function rowsIn(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select count(*)::int as n from kept')
  await client.end()
  return rows[0].n
}

test('after the loss of the data folder a backup taken under load brings everything back', async () => {
  const home = join(folder, 'home')
  const server = await startEmbedded(home)
  const client = new pg.Client(server.url('postgres'))
  await client.connect()
  await client.query(`create table kept (id int primary key, words text)`)
  await client.query(`insert into kept select i, repeat('słowo ', 50) from generate_series(1, 20000) i`)
  const { file } = await (async () => {
    const taken = backup(server, join(folder, 'backups'), keys)
    for (let i = 20001; i <= 20200; i++)
      await client.query(`insert into kept values ($1, 'w trakcie kopii')`, [i])
    return taken
  })()
  await client.end()
  await server.stop()
  rmSync(home, { recursive: true })

  expect(readFileSync(file).includes('słowo')).toBe(false)
  await restore(file, home, keys)
  const back = await startEmbedded(home)
  const count = await rowsIn(back.url('postgres'))
  await expect(restore(file, home, keys)).rejects.toThrow(/jest już baza/)
  await back.stop()
  expect(count).toBeGreaterThanOrEqual(20000)
  expect(count).toBeLessThanOrEqual(20200)
}, 60_000)

test('another key, or a byte changed on the way, opens nothing and leaves nothing behind', async () => {
  const home = join(folder, 'other')
  const server = await startEmbedded(home)
  const { file } = await backup(server, join(folder, 'backups'), keys)
  await server.stop()
  const elsewhere = join(folder, 'elsewhere')
  await expect(restore(file, elsewhere, keysFrom('00'.repeat(32)))).rejects.toThrow(/innym kluczem/)
  const bytes = readFileSync(file)
  bytes[bytes.length - 5000]! ^= 1
  writeFileSync(file, bytes)
  await expect(restore(file, elsewhere, keys)).rejects.toThrow(/uszkodzona/)
  expect(existsSync(join(elsewhere, 'database'))).toBe(false)
}, 60_000)
