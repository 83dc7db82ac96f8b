// Figures as JSON lines, each with a baseline of the same run. Usage: npm run bench [-- --families 1000,10000,100000]

import { spawn } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import pg from 'pg'
import { populate } from '../practice/populate.ts'
import { buildWeb } from '../src/build-web.ts'
import { caseById, casesIKnow, casesInAList, teamOf, timelineOf } from '../src/cases/questions.ts'
import { papers } from '../src/contracts/papers.ts'
import { fillReferenceData } from '../src/fill.ts'
import { peopleCalled } from '../src/households/questions.ts'
import { findDatabase, openDatabase } from '../src/platform/database/open.ts'
import { type Actor, actAs } from '../src/platform/database/work.ts'
import { renderDocument } from '../src/platform/documents/render-document.ts'
import { identitySecret } from '../src/platform/identity/auth.ts'
import { openKeys } from '../src/platform/keys.ts'
import { readSettings } from '../src/platform/settings.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    families: { type: 'string', default: '1000,10000,100000' },
    seconds: { type: 'string', default: '15' },
  },
})
const sizes = values.families.split(',').map(Number)

type Figure = {
  name: string
  value: number
  unit: string
  baseline?: number | undefined
  ratio?: number | undefined
  bar?: string
  met?: boolean
  families?: number
}
const figures: Figure[] = []
function tell(figure: Figure) {
  const rounded = {
    ...figure,
    value: round(figure.value),
    baseline: figure.baseline && round(figure.baseline),
    ratio: figure.ratio && round(figure.ratio),
  }
  figures.push(rounded)
  console.log(JSON.stringify(rounded))
}
const round = (n: number) => Math.round(n * 100) / 100

/** Times `work`, called over and over for at least half a second; milliseconds at the median and at 95 %. */
async function timed(work: (i: number) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let i = 0; i < 5; i++) await work(i)
  const times: number[] = []
  for (let i = 0, began = performance.now(); i < 20 || performance.now() - began < 700; i++) {
    const start = performance.now()
    await work(i)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { p50: times[times.length >> 1]!, p95: times[Math.floor(times.length * 0.95)]! }
}

const grown = new Map<string, number>()
for (const families of sizes) await measure(families)
await documents()
await webSize()
const missed = figures.filter((figure) => figure.met === false)
console.log(
  `\n${figures.length} liczb, ${missed.length} poniżej poprzeczki${missed.length ? `: ${missed.map((each) => each.name).join(', ')}` : ''}`,
)
process.exit(0)

async function measure(families: number) {
  const folder = mkdtempSync(join(tmpdir(), 'splot-bench-'))
  chmodSync(folder, 0o755)
  const settings = readSettings({ SPLOT_DATA: folder, PORT: '4390' })
  const keys = openKeys(settings)
  const found = await findDatabase(settings)
  try {
    await measureIn({ folder, families, keys, found })
  } finally {
    await found.server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Place = {
  folder: string
  families: number
  keys: ReturnType<typeof openKeys>
  found: Awaited<ReturnType<typeof findDatabase>>
}

async function measureIn({ folder, families, keys, found }: Place) {
  const database = await openDatabase(found, keys)
  await fillReferenceData(found.ownerUrl)
  const began = performance.now()
  await populate(found.ownerUrl, families, () => undefined)
  tell({
    name: 'populate',
    value: (performance.now() - began) / 1000,
    unit: 's',
    families,
    ...(families === 100_000 && { bar: '< 300', met: performance.now() - began < 300_000 }),
  })

  const owner = new pg.Client(found.ownerUrl)
  await owner.connect()
  const one = async <T>(sql: string) => (await owner.query(sql)).rows[0] as T
  // The coordinator with most families, and one in the middle.
  const coordinators = (
    await owner.query<Actor>(`
    select w.id as "workerId", w.institution_id as "institutionId" from cases.coordinator k join institutions.worker w on w.id = k.worker_id
    group by w.id order by count(*), w.id`)
  ).rows
  const busy = coordinators.at(-1)!
  const usual = coordinators[coordinators.length >> 1]!
  const { id: caseId } = await one<{ id: string }>(
    `select case_id as id from cases.coordinator where worker_id = '${usual.workerId}' limit 1`,
  )

  for (const [who, actor] of [
    ['usual', usual],
    ['busy', busy],
  ] as const) {
    const join = `select c.id, c.code, h.label from cases.coordinator k join cases."case" c on c.id = k.case_id join cases.opening o on o.case_id = c.id
      join households.household h on h.id = c.household_id where k.worker_id = $1 and k.period @> now() and upper_inf(o.period) order by lower(o.period) desc, c.id desc limit 21`
    const baseline = await timed(() => owner.query(join, [actor.workerId]))
    const list = await timed(() =>
      actAs(database.app, actor, async (db) => {
        const { rows } = await casesIKnow({ limit: 20, show: 'open' }).execute(db)
        const ids = rows.map(({ id }) => id)
        await sql`select access.enter(${ids})`.execute(db)
        await casesInAList(ids).execute(db)
      }),
    )
    report(`list of my cases, ${who} worker`, list.p50, baseline.p50, families, who === 'usual')
  }
  const plainCase = `select c.*, h.label, w.family_name from cases."case" c join households.household h on h.id = c.household_id
    left join cases.coordinator k on k.case_id = c.id and k.period @> now() left join institutions.worker w on w.id = k.worker_id where c.id = $1`
  const page = await timed(() =>
    actAs(
      database.app,
      usual,
      async (db) => {
        await caseById(caseId, usual.workerId).execute(db)
        await teamOf(caseId).execute(db)
      },
      { within: caseId },
    ),
  )
  report(
    'case page',
    page.p50,
    (
      await timed(async () => {
        await owner.query(plainCase, [caseId])
        await owner.query(
          'select * from cases.team_member t join institutions.worker w on w.id = t.worker_id where case_id = $1',
          [caseId],
        )
      })
    ).p50,
    families,
  )
  const timeline = await timed(() =>
    actAs(database.app, usual, (db) => timelineOf(caseId, { limit: 20 }).execute(db), { within: caseId }),
  )
  report(
    'timeline',
    timeline.p50,
    (
      await timed(() =>
        owner.query(
          'select e.*, w.family_name from journal.entry e left join institutions.worker w on w.id = e.worker_id where scope_id = $1 order by at desc, e.id desc limit 21',
          [caseId],
        ),
      )
    ).p50,
    families,
  )
  const exact = await timed(() => owner.query('select * from households.name where person_id = $1', [caseId]))
  for (const asked of ['Probna Karolna', 'Zmyslona', 'Domyslna Halina'])
    await timed(() => actAs(database.app, usual, (db) => peopleCalled(asked).execute(db))).then(({ p95 }) =>
      tell({
        name: `search „${asked}”, p95`,
        value: p95,
        unit: 'ms',
        baseline: exact.p95,
        ratio: p95 / exact.p95,
        bar: '< 60',
        met: p95 < 60,
        families,
      }),
    )
  await owner.end()
  await database.close()
  await load({ folder, families, keys, found, busy })
}

function report(name: string, value: number, baseline: number, families: number, growth = true) {
  tell({
    name,
    value,
    unit: 'ms',
    baseline,
    ratio: baseline / value,
    bar: '≥ 0.7 of the join',
    met: baseline / value >= 0.7,
    families,
  })
  const before = grown.get(name)
  grown.set(name, value)
  if (before && growth)
    tell({
      name: `${name}: growth per tenfold`,
      value: value / before,
      unit: '×',
      bar: '< 1.5',
      met: value / before < 1.5,
      families,
    })
}

/** Mixed load over HTTP with sessions: 80 % reads, 20 % deeds, 32 connections, on the loopback address. */
async function load({ folder, families, keys, found, busy }: Place & { busy: Actor }) {
  const owner = new pg.Client(found.ownerUrl)
  await owner.connect()
  const users = (
    await owner.query<{ account: string; worker: string; caseId: string }>(`
    select w.account_id as account, w.id as worker, k.case_id as "caseId" from cases.coordinator k join institutions.worker w on w.id = k.worker_id
    where k.worker_id <> '${busy.workerId}' order by md5(k.case_id::text) limit 400`)
  ).rows
  const secret = identitySecret(keys)
  const sessions = users.map((user) => ({ ...user, token: randomBytes(24).toString('base64url') }))
  for (const { token, account } of sessions)
    await owner.query(
      `insert into identity."session" ("expiresAt", token, "updatedAt", "userId") values (now() + interval '1 hour', $1, now(), $2)`,
      [token, account],
    )
  await owner.query(
    `insert into splot.setting values ('mode', 'practice'), ('practice', 'filled') on conflict do nothing`,
  )
  await owner.end()
  const started = performance.now()
  const server = spawn(process.execPath, [join(root, 'src/main.ts')], {
    cwd: root,
    env: { ...process.env, SPLOT_DATA: folder, PORT: '4390' },
    stdio: 'ignore',
  })
  while (
    !(await fetch('http://127.0.0.1:4390/health').then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await new Promise((done) => setTimeout(done, 50))
  tell({
    name: 'start on an existing database',
    value: (performance.now() - started) / 1000,
    unit: 's',
    bar: '< 3',
    met: performance.now() - started < 3000,
    families,
  })

  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const ask = (method: string, path: string, token: string, body?: unknown) =>
    new Promise<number>((done, failed) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const signature = createHmac('sha256', secret).update(token).digest('base64')
      const sent = request(
        {
          host: '127.0.0.1',
          port: 4390,
          method,
          path: `/api${path}`,
          agent,
          headers: {
            cookie: `splot.session_token=${encodeURIComponent(`${token}.${signature}`)}`,
            ...(text && { 'content-type': 'application/json' }),
          },
        },
        (answer) => {
          answer.resume()
          answer.on('end', () => done(answer.statusCode!))
        },
      )
      sent.on('error', failed)
      sent.end(text)
    })
  const reads = [
    () => '/cases',
    (id: string) => `/cases/${id}`,
    (id: string) => `/cases/${id}/timeline`,
    (id: string) => `/cases/${id}/team`,
  ]
  const times: number[] = []
  const errors = new Map<number, number>()
  const seconds = Number(values.seconds)
  const end = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: 32 }, async (_, lane) => {
      for (let i = lane; performance.now() < end; i++) {
        const { token, caseId } = sessions[(i * 7919) % sessions.length]!
        const start = performance.now()
        const status =
          i % 5 === 0
            ? await ask('POST', `/cases/${caseId}/contacts`, token, {
                id: crypto.randomUUID(),
                kind: 'phone',
                happenedAt: '2026-11-20T10:00:00Z',
                what: 'Rozmowa',
              })
            : await ask('GET', reads[i % reads.length]!(caseId), token)
        times.push(performance.now() - start)
        if (status !== 200) errors.set(status, (errors.get(status) ?? 0) + 1)
      }
    }),
  )
  times.sort((a, b) => a - b)
  const rate = times.length / seconds
  const p95 = times[Math.floor(times.length * 0.95)]!
  tell({ name: 'mixed load', value: rate, unit: 'req/s', bar: '≥ 1000', met: rate >= 1000, families })
  tell({ name: 'mixed load, p95', value: p95, unit: 'ms', bar: '< 80', met: p95 < 80, families })
  for (const [status, count] of errors) console.error(`${count} answers with ${status}`)
  tell({
    name: 'mixed load, errors',
    value: errors.values().reduce((sum, count) => sum + count, 0),
    unit: '',
    bar: '0',
    met: errors.size === 0,
    families,
  })
  const metrics = await (await fetch('http://127.0.0.1:4390/metrics')).text()
  tell({
    name: 'resident memory of the app after load',
    value: Number(/^splot_resident_bytes (\S+)/m.exec(metrics)?.[1]) / 1_048_576,
    unit: 'MB',
    families,
  })
  agent.destroy()
  server.kill('SIGTERM')
  await new Promise((done) => server.once('exit', done))
}

async function documents() {
  const example = JSON.parse(readFileSync(join(root, 'data/forms/examples/social-contract-a.json'), 'utf8'))
  // Other words each time, for what was compiled once is remembered.
  const { p50 } = await timed((i) =>
    renderDocument(
      papers['social-contract-a'],
      { ...example, reference: `GOPS.5120.${i}`, place: `Przykładowo ${i}` },
      { locale: 'pl' },
    ),
  )
  tell({ name: 'contract as PDF/UA', value: p50, unit: 'ms', bar: '< 100', met: p50 < 100 })
}

async function webSize() {
  const folder = join(await buildWeb(root), 'assets')
  const html = readFileSync(join(root, 'dist/index.html'), 'utf8')
  const first = [...html.matchAll(/assets\/([^"]+\.js)/g)].map((found) => found[1]!)
  const size = (file: string) => gzipSync(readFileSync(join(folder, file))).length / 1024
  const base = [...new Set(first)].reduce((sum, file) => sum + size(file), 0)
  tell({ name: 'first screen, JavaScript', value: base, unit: 'KB gzip', bar: '≤ 250', met: base <= 250 })
  const pages = readdirSync(folder)
    .filter((file) => /Page-.*\.js$/.test(file))
    .map(size)
  tell({
    name: 'largest further page',
    value: Math.max(...pages),
    unit: 'KB gzip',
    bar: '≤ 80',
    met: Math.max(...pages) <= 80,
  })
}
