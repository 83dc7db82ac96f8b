import { spawn } from 'node:child_process'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { identitySecret } from '../src/platform/identity/auth.ts'
import type { Keys } from '../src/platform/keys.ts'
import { casePage, list, team, timeline } from './baselines.ts'
import { tell } from './figures.ts'

const root = join(import.meta.dirname, '..')
const connections = 32

export type Place = {
  folder: string
  families: number
  keys: Keys
  ownerUrl: string
  busy: string
  seconds: number
}
type User = { account: string; worker: string; institution: string; caseId: string; token: string }

/** Mixed load over HTTP with sessions: 80 % reads, 20 % deeds, 32 connections, on the loopback address. */
export async function load(place: Place) {
  const { families, seconds, ownerUrl } = place
  const users = await signedIn(place)
  const baseline = await unguarded(ownerUrl, users, seconds)
  const { server, port } = await started(place)
  await atRest(server.pid!, place)
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
  await inLanes(3, once)
  const { rate, p95 } = await inLanes(seconds, once)
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
    bar: '< 80',
    met: p95 < 80,
    families,
  })
  for (const [status, count] of errors) console.error(`${count} answers with ${status}`)
  const failed = errors.values().reduce((sum, count) => sum + count, 0)
  tell({ name: 'mixed load, errors', value: failed, unit: '', bar: '0', met: failed === 0, families })
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
  return { rate: times.length / took, p95: times[Math.floor(times.length * 0.95)]! }
}

/** Starts the app as `npm start` does, on the data of the bench, and tells how long its first answer takes. */
async function started({ folder, families }: Place) {
  const port = 4390
  const began = performance.now()
  const server = spawn(process.execPath, [join(root, 'src/main.ts')], {
    cwd: root,
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
  const value = (performance.now() - began) / 1000
  tell({ name: 'start on an existing database', value, unit: 's', bar: '< 3', met: value < 3, families })
  return { server, port }
}

/** Memory of app and database at rest: what their processes hold, with what they share counted once (Linux only). */
async function atRest(app: number, { folder, families }: Place) {
  if (process.platform !== 'linux') return
  await new Promise((done) => setTimeout(done, 3000))
  const [postmaster] = readFileSync(join(folder, 'database/postmaster.pid'), 'utf8').split('\n')
  const parentOf = (pid: string) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]
  const ofDatabase = readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && (pid === postmaster || parentOf(pid) === postmaster)
    } catch {
      return false
    }
  })
  const held = (pid: string) =>
    Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024
  const value = [String(app), ...ofDatabase].reduce((sum, pid) => sum + held(pid), 0)
  tell({
    name: 'memory of app and database at rest',
    value,
    unit: 'MB',
    bar: '< 400',
    met: value < 400,
    families,
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
