import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readSettings } from '../settings.ts'
import { placeOfCluster } from './cluster.ts'
import { startEmbedded } from './embedded.ts'
import { findDatabase, onConnection } from './open.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = join(tmpdir(), `splot-faults-${process.pid}`)
const settings = readSettings({ SPLOT_DATA: folder })
let found: Awaited<ReturnType<typeof findDatabase>>

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  found = await findDatabase(settings)
})
afterAll(async () => {
  await found.server?.stop().catch(() => undefined)
  rmSync(placeOfCluster(folder).home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const lockFile = () => join(found.server!.dataFolder, 'postmaster.pid')

describe('a lock file that was left behind', () => {
  /** Ends the server and leaves a lock file that names another process. */
  async function leaveLockOf(pid: number) {
    const lines = readFileSync(lockFile(), 'utf8').split('\n')
    const { uid, gid } = statSync(found.server!.dataFolder)
    const file = lockFile()
    await found.server!.stop()
    writeFileSync(file, [pid, ...lines.slice(1)].join('\n'), { mode: 0o600 })
    chownSync(file, uid, gid)
  }
  async function startsAgain() {
    const server = await startEmbedded(folder)
    found = { ...found, server }
    expect(server.adopted).toBe(false)
    await onConnection(server.url('splot'), (client) => client.query('select 1'))
  }

  test('by a dead process does not prevent a start', async () => {
    const passing = spawn('true')
    await new Promise((done) => passing.once('exit', done))
    await leaveLockOf(passing.pid!)
    await startsAgain()
  })

  test('whose number another user’s program now has does not prevent a start', async () => {
    await leaveLockOf(process.pid)
    await startsAgain()
  })

  test('whose number a program of the same user now has does not prevent a start, and that program lives on', async () => {
    const { uid, gid } = statSync(found.server!.dataFolder)
    const bystander = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
    try {
      await leaveLockOf(bystander.pid!)
      await startsAgain()
      expect(bystander.exitCode).toBeNull()
      expect(bystander.signalCode).toBeNull()
    } finally {
      bystander.kill()
    }
  })
})
