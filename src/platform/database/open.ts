import { availableParallelism } from 'node:os'
import pg from 'pg'
import type { Keys } from '../keys.ts'
import { Obstacle } from '../obstacle.ts'
import type { Settings } from '../settings.ts'
import { hasCluster } from './cluster.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

// Days stay days and big numbers stay exact: no time zone shifts, no silent rounding.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

/** The connections of a running Splot, each with the rights of its purpose and no more. */
export type Database = {
  /** May only become `splot_app`: everything that people ask and do. */
  app: pg.Pool
  /** The sign-in library's, in its own schema. */
  identity: pg.Pool
  /** The job queue's and the journal's seals. */
  jobs: pg.Pool
  /** Address of the owner's connection: migrations, loading of code lists. */
  ownerUrl: string
  /** Address of the app's connection as it is now, for parts that keep one of their own (LISTEN). */
  address(): string
  server: EmbeddedServer | undefined
  close(): Promise<void>
}

/** A database that was found: the owner's address, and the server when it is ours. */
export type Found = { ownerUrl: string; name: string; server: EmbeddedServer | undefined }

export const nothingHere = 'W tej bazie nie ma jeszcze Splotu. Uruchom go najpierw: npm start'

const embeddedName = 'splot'

/**
 * Finds the server (embedded, or DATABASE_URL's), and makes the database there if it is missing.
 *
 * @param make whether a folder without a database becomes one
 * @throws Obstacle when there is none and none is to be made
 */
export async function findDatabase(settings: Settings, { make = true } = {}): Promise<Found> {
  if (settings.databaseUrl)
    return {
      ownerUrl: settings.databaseUrl,
      name: new URL(settings.databaseUrl).pathname.slice(1),
      server: undefined,
    }
  if (!make && !hasCluster(settings.dataFolder)) throw new Obstacle(`${settings.dataFolder}: ${nothingHere}`)
  const server = await startEmbedded(settings.dataFolder)
  const client = await patientClient(() => server.url('postgres'))
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [embeddedName])
    if (!rows.length) await client.query(`create database ${embeddedName}`).catch(madeMeanwhile)
  } finally {
    await client.end()
  }
  return { ownerUrl: server.url(embeddedName), name: embeddedName, server }
}

/** Two first starts at once: that the other one was quicker is as good. */
function madeMeanwhile(error: { code?: string }) {
  if (!['42P04', '23505'].includes(error.code ?? '')) throw error
}

/** Migrates the database behind `ownerUrl` and opens the app's connections to it. */
export async function openDatabase(
  found: Pick<Found, 'ownerUrl' | 'server'>,
  keys: Keys,
  { connections = asManyAsTheCoresFeed } = {},
): Promise<Database> {
  await migrate(found.ownerUrl)
  await admitLogins(found.ownerUrl, keys)
  const { pathname } = new URL(found.ownerUrl)
  // A server that was killed comes back on another port, so the address is asked for at each connection.
  const addressOf = (purpose: Purpose) => {
    const url = new URL(found.server ? found.server.url(pathname.slice(1)) : found.ownerUrl)
    url.username = loginOf(purpose, keys)
    url.password = passwordOf(purpose, keys)
    const socket = found.server?.socket()
    if (socket) url.searchParams.set('host', socket)
    return url.href
  }
  const pool = (purpose: Purpose, max: number, options: string) => {
    const made = new pg.Pool({
      max,
      connectionTimeoutMillis: longestConnecting,
      Client: clientTo(() => addressOf(purpose), options),
    })
    // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
    made.on('error', () => undefined)
    made.on('connect', (client) => client.on('error', () => undefined))
    return made
  }
  const pools = {
    // Planned once a connection: what a policy lets through is an array of a length that no plan foresees anyway.
    app: pool('login', connections, '-c plan_cache_mode=force_generic_plan'),
    identity: pool('identity', 5, '-c role=splot_identity -c search_path=identity'),
    jobs: pool('jobs', 5, '-c role=splot_jobs'),
  }
  return {
    ...pools,
    ownerUrl: found.ownerUrl,
    address: () => addressOf('login'),
    server: found.server,
    close: async () => {
      await Promise.all(Object.values(pools).map((each) => each.end()))
    },
  }
}

/** More connections than this wait for a core, each with plans of its own that push the others' out of its caches. */
const asManyAsTheCoresFeed = Math.min(20, Math.max(8, 4 * availableParallelism()))

/** In milliseconds: a server that went away without a word is not waited for longer. */
const longestConnecting = 10_000

/**
 * The kind of client that a pool makes: it finds out where to connect when it is made. A pool makes it outside of any
 * promise, so an address that is not to be had now becomes a connection that fails, never an error thrown at its maker.
 */
function clientTo(address: () => string, options: string): typeof pg.Client {
  return class extends pg.Client {
    #away: Error | undefined

    constructor(config?: pg.ClientConfig) {
      let connectionString: string | undefined
      let away: Error | undefined
      try {
        connectionString = address()
      } catch (error) {
        away = error as Error
      }
      super({
        ...config,
        ...(connectionString && { connectionString }),
        options,
        pipeline: true,
        keepAlive: true,
      })
      this.#away = away
    }

    override connect(callback?: unknown): never {
      if (!this.#away) return super.connect(callback as () => void) as never
      if (!callback) return Promise.reject(this.#away) as never
      process.nextTick(callback as (error: Error) => void, this.#away)
      return undefined as never
    }
  } as typeof pg.Client
}

/** Runs `deed` on a connection of the database's owner. For starting up and for our own commands, never for people. */
export async function asOwner<T>(ownerUrl: string, deed: (client: pg.Client) => Promise<T>): Promise<T> {
  return onConnection(ownerUrl, async (client) => {
    await client.query('set role splot_owner')
    return deed(client)
  })
}

/** Runs `deed` on a connection of its own. One that breaks fails what is asked of it, and nothing else. */
export async function onConnection<T>(url: string, deed: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: longestConnecting })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await deed(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What a connection of the app is for; each has a login role of its own. */
type Purpose = 'login' | 'identity' | 'jobs'

/** Which role each login becomes; by itself it has no rights at all. */
const becomes = { login: 'splot_app', identity: 'splot_identity', jobs: 'splot_jobs' } as const

/**
 * Login roles belong to the whole server, where other installations may live: they bear the name of the key that their
 * passwords come from, so nobody ever sets another's.
 */
export const loginOf = (purpose: Purpose, keys: Keys) => `splot_${purpose}_${keys.fingerprint}`

const passwordOf = (purpose: Purpose, keys: Keys) => keys.for(`password/splot_${purpose}`).toString('hex')

/** Lets the app's logins, and none but them, into the database. */
async function admitLogins(ownerUrl: string, keys: Keys): Promise<void> {
  await onConnection(ownerUrl, async (client) => {
    for (const [purpose, role] of Object.entries(becomes) as [Purpose, string][]) {
      const login = loginOf(purpose, keys)
      await insistent(async () => {
        const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login])
        await client.query(
          `${rowCount ? 'alter' : 'create'} role ${login} login noinherit password '${passwordOf(purpose, keys)}'`,
        )
        const { rows } = await client.query(`select pg_has_role($1, $2, 'set') as may`, [login, role])
        if (!rows[0].may) await client.query(`grant ${role} to ${login} with inherit false, set true`)
        await client.query(
          `grant connect on database ${client.escapeIdentifier(client.database!)} to ${login}`,
        )
      })
    }
  })
}

/** Roles belong to the whole server, and no lock of one database keeps another from changing them: then once more. */
async function insistent(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await change()
      return
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      const another = code === '42710' || code === '23505' || message.includes('tuple concurrently updated')
      if (attempt === 20 || !another) throw error
      await new Promise((done) => setTimeout(done, 10 * attempt))
    }
  }
}

/** Connects, waiting up to 30 s for a server that is just recovering from a crash. */
async function patientClient(url: () => string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client(url())
    try {
      await client.connect()
      return client
    } catch (error) {
      if (attempt === 100 || !isRecovering(error)) throw error
      await new Promise((done) => setTimeout(done, 300))
    }
  }
}

const isRecovering = (error: unknown) =>
  ['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { code?: string }).code ?? '')
