import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { vi } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** One of our programmes as it runs for whoever typed it, in a process of its own. */
export type Running = {
  child: ChildProcess
  /** All it said so far, on both streams. */
  said(): string
  /** Its exit code; null when a signal ended it. */
  exit: Promise<number | null>
  /** Waits until it says so, and fails with all it said when it ends before. */
  says(what: RegExp): Promise<void>
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/** Runs a programme (`src/main.ts`, `bin/backup.ts`) with these settings and no others. */
export function aProgramme(file: string, settings: Record<string, string>, ...args: string[]): Running {
  const { PATH, TMPDIR } = process.env
  const child = spawn(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { PATH, TMPDIR, ...settings },
  })
  let all = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (all += piece))
  const exit = new Promise<number | null>((done) => child.once('close', (code) => done(code)))
  const over = () => child.exitCode !== null || child.signalCode !== null
  return {
    child,
    said: () => all,
    exit,
    says: (what) =>
      vi.waitFor(
        () => {
          if (what.test(all)) return
          throw new Error(`${over() ? 'it ended' : 'not yet'}: ${all}`)
        },
        { timeout: 300_000, interval: 50 },
      ),
    end: (signal = 'SIGTERM') => {
      if (!over()) child.kill(signal)
      return exit
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
