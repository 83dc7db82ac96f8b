import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aProgramme } from '../../proof/programme.ts'
import { keysFrom } from '../keys.ts'
import { backup } from './backup.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { onConnection } from './open.ts'
import { restore } from './restore.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'splot-backup-'))
chmodSync(folder, 0o755)
const home = join(folder, 'home')
const backups = join(folder, 'backups')
const key = '7b'.repeat(32)
const keys = keysFrom(key)
const plenty = async () => 1e12
const megabyte = 1_048_576
let server: EmbeddedServer

const ask = <T>(sql: string, on = server) =>
  onConnection(on.url('postgres'), async (client) => (await client.query(sql)).rows as T[])
const rowsIn = async (on: EmbeddedServer) =>
  (await ask<{ n: number }>('select count(*)::int as n from kept', on))[0]!.n
const left = () => (existsSync(backups) ? readdirSync(backups) : [])
const slots = () => ask('select slot_name from pg_replication_slots')

/** Does something once the copy is under way, and again at each file after the first where `always`. */
function meanwhile(what: () => Promise<number | undefined>) {
  let asked = 0
  // The first two questions are those before the beginning.
  return async () => (asked++ === 5 ? ((await what()) ?? 1e12) : 1e12)
}

beforeAll(async () => {
  server = await startEmbedded(home)
  await ask(`create table kept (id int primary key, words text)`)
  await ask(`insert into kept select i, repeat('słowo ', 50) from generate_series(1, 20000) i`)
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function restored(file: string, name: string) {
  const elsewhere = join(folder, name)
  await restore(file, elsewhere, keys)
  const back = await startEmbedded(elsewhere)
  expect(existsSync(join(back.home, 'restored')), 'it says that it is a copy').toBe(true)
  try {
    return await rowsIn(back)
  } finally {
    await back.stop()
    rmSync(elsewhere, { recursive: true, force: true })
  }
}

test('a backup taken while 1 GB of log is written, and recycled where it may be, brings everything back', async () => {
  const { file } = await backup(server, backups, keys, {
    freeIn: meanwhile(async () => {
      for (let i = 0; i < 2; i++) {
        await ask(
          `select pg_logical_emit_message(false, 'splot', repeat('x', 16000000)) from generate_series(1, 32)`,
        )
        await ask('checkpoint')
      }
      await ask(`insert into kept select i, 'w trakcie kopii' from generate_series(20001, 20200) i`)
      return undefined
    }),
  })
  expect(await slots(), 'nothing is kept for a backup that is over').toEqual([])
  expect(
    readFileSync(file)
      .subarray(0, 100 * megabyte)
      .includes('słowo'),
  ).toBe(false)
  expect(await restored(file, 'after-much')).toBe(20_200)
  rmSync(file)
})

test('of the log it holds what the copy needs and no segment beyond: recycled ones stay where they are', async () => {
  const { file, size } = await backup(server, backups, keys)
  const log = readdirSync(join(server.dataFolder, 'pg_wal')).filter((name) => name.length === 24)
  expect(log.length * 16, 'there is much more log than is needed').toBeGreaterThan(200)
  expect(size).toBeLessThan(120 * megabyte)
  expect(await restored(file, 'after-little')).toBe(await rowsIn(server))
  await expect(restore(file, home, keys)).rejects.toThrow(/jest już baza/)
  rmSync(file)
})

describe('a backup that cannot be whole leaves nothing behind', () => {
  test('a segment of the log is missing', async () => {
    const failed = backup(server, backups, keys, {
      freeIn: meanwhile(async () => {
        const [current] = await ask<{ name: string }>('select pg_walfile_name(pg_current_wal_lsn()) as name')
        await ask('select pg_switch_wal()')
        await ask('checkpoint')
        rmSync(join(server.dataFolder, 'pg_wal', current!.name))
        return undefined
      }),
    })
    await expect(failed).rejects.toThrow(/Kopia nie jest cała/)
    expect(left()).toEqual([])
  })

  test('there is too little room, on either disk: it says how much is needed and does not begin', async () => {
    await expect(backup(server, backups, keys, { freeIn: async () => 9 * megabyte })).rejects.toThrow(
      /Na kopię potrzeba \d+ MB .* wolne jest 9 MB.*Niczego nie zaczęliśmy/,
    )
    const freeIn = async (where: string) => (where === backups ? 1e12 : 9 * megabyte)
    await expect(backup(server, backups, keys, { freeIn })).rejects.toThrow(/zostało 9 MB/)
    expect(left()).toEqual([])
  })

  test('the room for the log runs out on the way: the copy gives up, and the database goes on', async () => {
    const freeIn = meanwhile(async () => 9 * megabyte)
    await expect(backup(server, backups, keys, { freeIn })).rejects.toThrow(/zostało 9 MB/)
    expect(left()).toEqual([])
    expect(await slots()).toEqual([])
    expect(await rowsIn(server)).toBeGreaterThanOrEqual(20_000)
  })

  test('the database is killed meanwhile', async () => {
    const pid = Number(readFileSync(join(server.dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
    const freeIn = meanwhile(async () => {
      process.kill(pid, 'SIGKILL')
      return undefined
    })
    await expect(backup(server, backups, keys, { freeIn })).rejects.toThrow()
    expect(left()).toEqual([])
    await vi.waitFor(() => rowsIn(server), { timeout: 30_000 })
  })

  test('one that was killed itself is cleared away by the next', async () => {
    writeFileSync(join(backups, 'splot-2026-11-24.backup.99999999.part'), 'torn')
    const { file } = await backup(server, backups, keys, { freeIn: plenty })
    expect(left()).toEqual([file.slice(backups.length + 1)])
    rmSync(file)
  })
})

describe('what is not restored leaves no trace', () => {
  const elsewhere = join(folder, 'elsewhere')
  let file: string
  beforeAll(async () => {
    ;({ file } = await backup(server, backups, keys))
  })

  test('with another key, or a byte changed on the way', async () => {
    await expect(restore(file, elsewhere, keysFrom('00'.repeat(32)))).rejects.toThrow(/innym kluczem/)
    const bytes = readFileSync(file)
    bytes[bytes.length - 5000]! ^= 1
    const torn = join(folder, 'torn.backup')
    writeFileSync(torn, bytes)
    await expect(restore(torn, elsewhere, keys)).rejects.toThrow(/uszkodzona/)
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('with no key: the programme says which is needed and makes none', async () => {
    rmSync(elsewhere, { recursive: true, force: true })
    const running = aProgramme('bin/restore.ts', { SPLOT_DATA: elsewhere }, file)
    expect(await running.exit).toBe(1)
    expect(running.said()).toMatch(/zamknięta kluczem [0-9a-f]{16}\. Ustaw SPLOT_KEY/)
    expect(existsSync(elsewhere)).toBe(false)
  })

  test('from a file that is not there, or is none', async () => {
    const running = aProgramme(
      'bin/restore.ts',
      { SPLOT_DATA: elsewhere, SPLOT_KEY: key },
      join(folder, 'nie-ma'),
    )
    expect(await running.exit).toBe(1)
    expect(running.said()).toMatch(/^\s*Nie ma pliku .*nie-ma/)
    await expect(restore(folder, elsewhere, keys)).rejects.toThrow(/To nie jest kopia Splotu/)
  })
})
