import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Obstacle } from '../obstacle.ts'
import { isRunning, type Place, prepareCluster, run } from './cluster.ts'

/** A PostgreSQL server of our own: where its superuser is reached, and how it is ended. */
export type EmbeddedServer = {
  /** Throws ECONNREFUSED while the server is away, as if nobody answered. */
  url(database: string): string
  /** Folder of the running server's socket, which costs app and server less than loopback TCP; where there is one. */
  socket(): string | undefined
  dataFolder: string
  /** Folder of what belongs to the cluster and is not in it. */
  home: string
  /** It ran already when we came: left behind by a killed app, or another Splot's. */
  adopted: boolean
  /** From now on it is somebody else's: it is no longer watched. */
  leave(): void
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL in `folder`, or adopts the one already running there (left behind by a killed
 * app, or belonging to another Splot beside us: the caller tells these apart by a lock in the database).
 * While it lives it is watched: killed, it is started again, as often as it takes.
 *
 * PostgreSQL refuses to run as root, so as root it runs as the system user `postgres` or `nobody`, and where that
 * user cannot reach `folder` (a 0700 home) data and binaries move to /var/lib.
 */
export async function startEmbedded(folder: string): Promise<EmbeddedServer> {
  const place = await prepareCluster(folder)
  const adopted = isAlive(place)
  await ensureRunning(place)
  let starting: Promise<void> | undefined
  let notBefore = 0
  let told = false
  const watch = setInterval(() => {
    if (starting || Date.now() < notBefore || isAlive(place)) return
    starting = ensureRunning(place)
      .then(() => {
        if (told) console.error('Splot: baza znów działa.')
        told = false
      })
      .catch((error: Error) => {
        // A full disk does not empty itself in a moment, and saying so once is enough.
        notBefore = Date.now() + 3_000
        if (!told) console.error(`Splot: baza nie wstaje, próbuję dalej. ${error.message}`)
        told = true
      })
      .finally(() => {
        starting = undefined
      })
  }, 300)
  watch.unref()
  return {
    dataFolder: place.data,
    home: place.home,
    adopted,
    url: (database) =>
      `postgres://postgres:${place.superuserPassword}@127.0.0.1:${runningPort(place.data)}/${database}`,
    socket: () => postmaster(place.data)?.socket,
    leave: () => clearInterval(watch),
    stop: async () => {
      clearInterval(watch)
      await starting
      if (isAlive(place)) await pgCtl(place, ['stop', '-m', 'fast', '-w', '-t', '60'])
    },
  }
}

async function ensureRunning(place: Place): Promise<void> {
  if (isAlive(place)) return waitUntilReady(place)
  mustOwn(place)
  forgetStaleLock(place)
  const port = await freePort()
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    `-c unix_socket_directories='${socketFolder(place)}'`,
    '-c max_connections=120',
    '-c random_page_cost=1.1',
    '-c jit=off',
    '-c timezone=UTC',
    '-c lc_messages=C',
    '-c wal_level=replica',
    '-c max_wal_size=2GB',
    '-c shared_buffers=128MB',
    '-c log_min_messages=warning',
    // The log lies in the clear: a row that breaks a rule is not written out in it.
    '-c log_error_verbosity=terse',
  ].join(' ')
  const log = join(place.data, 'server.log')
  await pgCtl(place, ['start', '-w', '-t', String(longestRecovery), '-l', log, '-o', options]).catch(() => {
    // Whoever started a moment before us has the folder; ours then ended, and theirs is as good.
    if (!isAlive(place)) throw didNotRise(place)
  })
  await waitUntilReady(place)
}

/** Beside the data and as closed as they are; none where its path is too long or too odd for the system's sockets. */
function socketFolder({ home, runAs }: Place): string {
  const folder = join(home, 'socket')
  if (process.platform === 'win32' || folder.length > 80 || !/^[\w/.-]+$/.test(folder)) return ''
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (runAs) chownSync(folder, runAs.uid, runAs.gid)
  return folder
}

/** A folder that was copied by hand belongs to whoever copied it, and PostgreSQL does not run in another user's. */
function mustOwn({ data, runAs }: Place): void {
  if (!runAs || statSync(data).uid === runAs.uid) return
  throw new Obstacle(
    `Folder ${data} należy do innego użytkownika niż ten, jako który działa baza, więc nie wstanie. Oddaj go jej i uruchom jeszcze raz: chown -R ${runAs.uid}:${runAs.gid} ${data}`,
  )
}

/** In seconds: a server may have a long log to read after a crash. */
const longestRecovery = 600

async function waitUntilReady(place: Place): Promise<void> {
  const began = Date.now()
  while (Date.now() - began < longestRecovery * 1000) {
    if (postmaster(place.data)?.status === 'ready') return
    if (!isAlive(place)) throw didNotRise(place)
    await wait(50)
  }
  throw didNotRise(place)
}

const didNotRise = (place: Place) =>
  new Obstacle(
    `Baza w ${place.data} nie wstała. Ostatnie słowa PostgreSQL: ${lastWords(place)}\nPopraw, o czym mówią, i uruchom jeszcze raz.`,
  )

/** The end of the server's own log, where it says why it ended. */
function lastWords({ data }: Place): string {
  try {
    const file = join(data, 'server.log')
    const { size } = statSync(file)
    const end = Buffer.alloc(Math.min(size, 4000))
    const handle = openSync(file, 'r')
    readSync(handle, end, 0, end.length, size - end.length)
    closeSync(handle)
    const faults = end
      .toString('utf8')
      .split('\n')
      .filter((line) => /FATAL|PANIC|ERROR/.test(line))
    return faults.at(-1) ?? '(nic nie zapisał)'
  } catch {
    return '(nie ma jego dziennika)'
  }
}

function isAlive({ data }: Place): boolean {
  const pid = postmaster(data)?.pid
  if (!pid || !isRunning(pid)) return false
  if (process.platform !== 'linux') return true
  // After a reboot another program may carry the number in a stale lock file, also another PostgreSQL.
  try {
    return (
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres') &&
      !isZombie(pid) &&
      realpathSync(`/proc/${pid}/cwd`) === realpathSync(data)
    )
  } catch {
    return false
  }
}

const isZombie = (pid: number) => / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

/** PostgreSQL itself refuses to start while anything runs under the number in its lock file, even a dead server. */
function forgetStaleLock(place: Place): void {
  const pid = postmaster(place.data)?.pid
  if (process.platform === 'linux' && pid && isRunning(pid) && !isAlive(place))
    rmSync(join(place.data, 'postmaster.pid'), { force: true })
}

function postmaster(
  data: string,
): { pid: number; port: number; socket: string | undefined; status: string | undefined } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return {
      pid: Number(lines[0]),
      port: Number(lines[3]),
      socket: lines[4]?.trim() || undefined,
      status: lines[7]?.trim(),
    }
  } catch {
    return undefined
  }
}

function runningPort(data: string): number {
  const port = postmaster(data)?.port
  // As if nobody answered there: whoever asks is told to try again soon.
  if (!port)
    throw Object.assign(new Error('the embedded PostgreSQL is not running'), { code: 'ECONNREFUSED' })
  return port
}

const pgCtl = (place: Place, args: string[]) =>
  run(place.bin.pg_ctl, ['-D', place.data, ...args], place.runAs)

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? done(address.port) : failed(new Error('no free port')),
      )
    })
  })
}
