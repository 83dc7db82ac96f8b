import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import pg from 'pg'
import { accountId, workerId } from '../../practice/act.ts'
import { fillPractice } from '../../practice/fill-practice.ts'
import { buildApp } from '../app.ts'
import { asOwner, type Database, openDatabase } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { readSettings, type Settings } from '../platform/settings.ts'
import { aDatabase, testKeys } from './database.ts'
import { allRoutes } from './deeds.ts'
import { isTold } from './problems.ts'

/** Asks the app as one person would, over HTTP; `body` is sent as JSON, `payload` as it stands. */
export type Ask = (
  method: string,
  path: string,
  more?: { body?: unknown; payload?: string | Buffer; headers?: Record<string, string> },
) => Promise<Answered>

export type Answered = {
  status: number
  type: string
  text: string
  bytes: Buffer
  headers: Record<string, unknown>
  /** The body, where it is JSON; otherwise null. */
  json: unknown
}

export type PracticeApp = {
  database: Database
  server: FastifyInstance
  settings: Settings
  /** Signs a person of the practice world in, as the chooser does; `cookie` is theirs. */
  as(key: string): Promise<{ ask: Ask; cookie: string; workerId: string }>
  nobody: Ask
  /** Asks with a cookie that was got in another way. */
  askWith(cookie: string): Ask
  /** One query with the owner's sight, for looking at what was written. */
  rows<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  stop(): Promise<void>
}

/** The practice world behind a whole app, in a database of the test file's own; `settings` in place of the usual ones. */
export async function aPracticeApp(
  provided: { postgres: string; template: string },
  settings: Settings = readSettings({}),
): Promise<PracticeApp> {
  const database = await aDatabase({ postgres: provided.postgres, template: await practiceWorld(provided) })
  const app = await buildApp(database, { settings, keys: testKeys }, undefined)
  await app.server.ready()
  const routes = (await allRoutes()).map(({ endpoint }) => ({
    endpoint,
    address: new RegExp(`^/api${endpoint.path.replace(/:\\w+/g, '[^/]+')}$`),
  }))
  /** A problem that the contract of its endpoint does not tell of is a fault, whatever a test asks for. */
  const mustBeTold = (method: string, path: string, code: string) => {
    const [address] = path.split('?')
    const endpoints = routes.filter((each) => each.endpoint.method === method && each.address.test(address!))
    if (endpoints.length && !endpoints.some(({ endpoint }) => isTold(endpoint, code)))
      throw new Error(`${method} ${address} answers with ${code}, which its contract does not tell of`)
  }
  const askWith =
    (cookie?: string): Ask =>
    async (method, path, { body, payload, headers = {} } = {}) => {
      const answered = await app.server.inject({
        method: method as NonNullable<InjectOptions['method']>,
        url: path,
        headers: {
          ...(cookie && { cookie, 'sec-fetch-site': 'same-origin' }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined ? { payload: JSON.stringify(body) } : payload !== undefined && { payload }),
      })
      const type = String(answered.headers['content-type'] ?? '')
      if (type.startsWith('application/problem+json')) mustBeTold(method, path, answered.json().code)
      return {
        status: answered.statusCode,
        type,
        text: answered.body,
        bytes: answered.rawPayload,
        headers: answered.headers,
        json: /json/.test(type) ? JSON.parse(answered.body) : null,
      }
    }
  const nobody = askWith()
  return {
    database,
    server: app.server,
    settings,
    nobody,
    askWith,
    as: async (key) => {
      const chosen = await nobody('POST', '/api/auth/practice/choose', {
        body: { accountId: accountId(key) },
      })
      const cookie = [chosen.headers['set-cookie']]
        .flat()
        .map((each) => String(each).split(';')[0])
        .join('; ')
      const ask = askWith(cookie)
      await ask('POST', '/api/session/act-as', { body: { workerId: workerId(key) } })
      return { ask, cookie, workerId: workerId(key) }
    },
    rows: (sql, values) =>
      asOwner(database.ownerUrl, async (client) => {
        await client.query('reset role')
        return (await client.query(sql, values)).rows
      }),
    stop: async () => {
      await app.stop()
      await database.drop()
    },
  }
}

/** A template with the practice world, played once in a run of tests; the next run begins with none. */
async function practiceWorld({
  postgres,
  template,
}: {
  postgres: string
  template: string
}): Promise<string> {
  const name = 'splot_test_practice'
  const client = new pg.Client(postgres)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('${name}'))`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return name
    const unfinished = `${name}_${randomUUID().slice(0, 8)}`
    await client.query(`create database ${unfinished} template ${template}`)
    const ownerUrl = Object.assign(new URL(postgres), { pathname: `/${unfinished}` }).href
    const database = await openDatabase({ ownerUrl, server: undefined }, testKeys)
    await prepareJobs(database)
    await fillPractice(database, { settings: readSettings({}), keys: testKeys })
    await database.close()
    await client.query(`alter database ${unfinished} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

/** A form with one file, as a browser sends it. */
export function aForm(bytes: Buffer) {
  const edge = 'brzeg'
  const start = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(start), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  }
}

/** A picture of one point. */
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
