import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { identitySecret } from '../src/platform/identity/auth.ts'
import type { Keys } from '../src/platform/keys.ts'
import { casePage, list, team, timeline } from './baselines.ts'
import { tell } from './figures.ts'

const connections = 32

export type Place = {
  folder: string
  families: number
  keys: Keys
  ownerUrl: string
  busy: string
  seconds: number
  /** The installed checkout whose app serves this place: this one, or an older release's. */
  checkout: string
}
type User = { account: string; worker: string; institution: string; caseId: string; token: string }

/**
 * Mixed load over HTTP with sessions: 80 % reads, 20 % deeds, 32 connections, on the loopback address. With an older
 * release beside, the two are loaded in turn, three rounds each, so that what else the machine does meets both alike.
 */
export async function load(place: Place, older?: Place) {
  const { families, seconds, ownerUrl } = place
  const users = await signedIn(place)
  const baseline = await unguarded(ownerUrl, users, seconds)
  const { server, port, took } = await started(place, 4390)
  tell({ name: 'start on an existing database', value: took, unit: 's', bar: '< 2', met: took < 2, families })
  await atRest(server.pid!, place)
  const mine = mixing(place, users, server.pid!, port)
  await mine.round(3)
  const rounds = [await mine.round(seconds)]
  if (older) await inTurn(older, mine, rounds)
  const { rate, p95, app, database } = middle(rounds, ({ rate }) => rate)
  tell({
    name: 'mixed load',
    value: rate,
    unit: 'req/s',
    baseline: baseline.rate,
    ratio: rate / baseline.rate,
    bar: '≥ 1000',
    met: rate >= 1000,
    families,
  })
  tell({
    name: 'mixed load, p95',
    value: p95,
    unit: 'ms',
    baseline: baseline.p95,
    ratio: baseline.p95 / p95,
    bar: '< 60',
    met: p95 < 60,
    families,
  })
  tell({ name: 'mixed load, CPU of the app', value: app, unit: 'ms a request', families })
  tell({ name: 'mixed load, CPU of the database', value: database, unit: 'ms a request', families })
  for (const [status, count] of mine.errors) console.error(`${count} answers with ${status}`)
  const failed = mine.errors.values().reduce((sum, count) => sum + count, 0)
  tell({ name: 'mixed load, errors', value: failed, unit: '', bar: '0', met: failed === 0, families })
  await ended(server)
}

type Round = { rate: number; p95: number; app: number; database: number }
type Mixing = { round(seconds: number): Promise<Round>; errors: Map<number, number> }

/** The rounds of an older release between those of this one, and what a request costs each. */
async function inTurn(older: Place, mine: Mixing, rounds: Round[]): Promise<void> {
  const { server, port } = await started(older, 4391)
  const theirs = mixing(older, await signedIn(older), server.pid!, port)
  await theirs.round(3)
  const before = [await theirs.round(older.seconds)]
  for (let i = 0; i < 2; i++) {
    rounds.push(await mine.round(older.seconds))
    before.push(await theirs.round(older.seconds))
  }
  const cost = ({ app, database }: Round) => app + database
  const [now, then] = [cost(middle(rounds, cost)), cost(middle(before, cost))]
  tell({
    name: 'mixed load, CPU a request beside the older release',
    value: now,
    unit: 'ms',
    baseline: then,
    ratio: now / then,
    bar: '≤ 0.55',
    met: now / then <= 0.55,
    families: older.families,
  })
  for (const [status, count] of theirs.errors) console.error(`older release: ${count} answers with ${status}`)
  await ended(server)
}

function mixing(place: Place, users: User[], app: number, port: number): Mixing {
  const ask = asking(place.keys, port)
  const paths = [
    () => '/cases',
    (id: string) => `/cases/${id}`,
    (id: string) => `/cases/${id}/timeline`,
    (id: string) => `/cases/${id}/team`,
  ]
  const errors = new Map<number, number>()
  const once = async (i: number) => {
    const user = users[(i * 7919) % users.length]!
    const status =
      i % 5 === 0
        ? await ask('POST', `/cases/${user.caseId}/contacts`, user.token, {
            id: randomUUID(),
            kind: 'phone',
            happenedAt: '2026-11-20T10:00:00Z',
            what: 'Rozmowa',
          })
        : await ask('GET', paths[i % paths.length]!(user.caseId), user.token)
    if (status !== 200) errors.set(status, (errors.get(status) ?? 0) + 1)
  }
  return {
    errors,
    round: async (seconds) => {
      const before = [cpuOf([String(app)]), cpuOf(databaseOf(place))] as const
      const { rate, p95, count } = await inLanes(seconds, once)
      return {
        rate,
        p95,
        app: (cpuOf([String(app)]) - before[0]) / count,
        database: (cpuOf(databaseOf(place)) - before[1]) / count,
      }
    },
  }
}

const middle = <T>(rounds: T[], of: (round: T) => number): T =>
  rounds.toSorted((a, b) => of(a) - of(b))[Math.floor(rounds.length / 2)]!

/** Milliseconds of CPU that processes have used so far (Linux only: elsewhere 0). */
function cpuOf(pids: string[]): number {
  const ticks = (pid: string) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      return Number(fields[11]) + Number(fields[12])
    } catch {
      return 0
    }
  }
  return pids.reduce((sum, pid) => sum + ticks(pid), 0) * 10
}

async function ended(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM')
  await new Promise((done) => server.once('exit', done))
}

/** People who coordinate, each with a session and one of their families. */
async function signedIn({ ownerUrl, busy }: Place): Promise<User[]> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  const { rows } = await owner.query<Omit<User, 'token'>>(
    `select w.account_id as account, w.id as worker, w.institution_id as institution, k.case_id as "caseId"
     from cases.coordinator k join institutions.worker w on w.id = k.worker_id where k.worker_id <> $1 order by md5(k.case_id::text) limit 400`,
    [busy],
  )
  const users = rows.map((user) => ({ ...user, token: randomBytes(24).toString('base64url') }))
  await owner.query(
    `insert into identity."session" ("expiresAt", token, "updatedAt", "userId")
     select now() + interval '1 hour', token, now(), account from unnest($1::text[], $2::uuid[]) s (token, account)`,
    [users.map(({ token }) => token), users.map(({ account }) => account)],
  )
  await owner.query(
    `insert into splot.setting values ('mode', 'practice'), ('practice', 'filled') on conflict do nothing`,
  )
  await owner.end()
  return users
}

/** The same mix straight through `pg`, by the owner: no HTTP, no session, no row security. */
async function unguarded(ownerUrl: string, users: User[], seconds: number) {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 20 })
  const statements = [list, casePage, timeline, team]
  const result = await inLanes(seconds, async (i) => {
    const user = users[(i * 7919) % users.length]!
    if (i % 5) {
      const no = i % statements.length
      await pool.query({
        name: `read-${no}`,
        text: statements[no]!,
        values: [no ? user.caseId : user.worker],
      })
      return
    }
    const id = randomUUID()
    const client = await pool.connect()
    await client.query('begin')
    await client.query({
      name: 'contact',
      text: `insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class)
        values ($1, $2, $3, $4, 'phone', '2026-11-20T10:00:00Z', 'Rozmowa', 'file')`,
      values: [id, user.caseId, user.institution, user.worker],
    })
    await client.query({
      name: 'entry',
      text: `insert into journal.entry (worker_id, institution_id, verb, subject_id, scope_id, class) values ($1, $2, 'contact.written', $3, $4, 'own')`,
      values: [user.worker, user.institution, id, user.caseId],
    })
    await client.query('commit')
    client.release()
  })
  await pool.end()
  return result
}

/** Calls `once` in 32 lanes at a time for some seconds: calls a second, and the slowest 5 % begin at `p95` ms. */
async function inLanes(seconds: number, once: (i: number) => Promise<unknown>) {
  const times: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async (_, lane) => {
      for (let i = lane; performance.now() < end; i++) {
        const start = performance.now()
        await once(i)
        times.push(performance.now() - start)
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return { rate: times.length / took, p95: times[Math.floor(times.length * 0.95)]!, count: times.length }
}

/** Starts an app as `npm start` does, on the data of the bench; `took`: seconds until its first answer. */
async function started({ folder, checkout }: Place, port: number) {
  const began = performance.now()
  const server = spawn(process.execPath, [join(checkout, 'src/main.ts')], {
    cwd: checkout,
    env: { ...process.env, SPLOT_DATA: folder, PORT: String(port) },
    stdio: 'ignore',
  })
  while (
    !(await fetch(`http://127.0.0.1:${port}/health`).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await new Promise((done) => setTimeout(done, 20))
  return { server, port, took: (performance.now() - began) / 1000 }
}

/** The processes of a place's PostgreSQL. */
function databaseOf({ folder }: Place): string[] {
  if (process.platform !== 'linux') return []
  const [postmaster] = readFileSync(join(folder, 'database/postmaster.pid'), 'utf8').split('\n')
  const parentOf = (pid: string) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && (pid === postmaster || parentOf(pid) === postmaster)
    } catch {
      return false
    }
  })
}

/** Memory of app and database at rest: what their processes hold, with what they share counted once (Linux only). */
async function atRest(app: number, place: Place) {
  if (process.platform !== 'linux') return
  await new Promise((done) => setTimeout(done, 3000))
  const held = (pid: string) =>
    Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024
  const value = [String(app), ...databaseOf(place)].reduce((sum, pid) => sum + held(pid), 0)
  tell({
    name: 'memory of app and database at rest',
    value,
    unit: 'MB',
    bar: '< 400',
    met: value < 400,
    families: place.families,
  })
}

/** Asks as a browser does, with the session's cookie; answers the status. */
function asking(keys: Keys, port: number) {
  const secret = identitySecret(keys)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return (method: string, path: string, token: string, body?: unknown) =>
    new Promise<number>((done, failed) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const signature = createHmac('sha256', secret).update(token).digest('base64')
      const headers = {
        cookie: `splot.session_token=${encodeURIComponent(`${token}.${signature}`)}`,
        'sec-fetch-site': 'same-origin',
        ...(text && { 'content-type': 'application/json' }),
      }
      const sent = request(
        { host: '127.0.0.1', port, method, path: `/api${path}`, agent, headers },
        (answer) => {
          answer.resume()
          answer.on('end', () => done(answer.statusCode!))
        },
      )
      sent.on('error', failed)
      sent.end(text)
    })
}
