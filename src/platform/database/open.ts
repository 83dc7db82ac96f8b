import pg from 'pg'
import type { Keys } from '../keys.ts'
import type { Settings } from '../settings.ts'
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
  /** Address with a login role's rights, for parts that keep a connection of their own (LISTEN). */
  urlFor(role: LoginRole): string
  server: EmbeddedServer | undefined
  close(): Promise<void>
}

export type LoginRole = 'splot_login' | 'splot_identity' | 'splot_jobs'
const name = 'splot'

/** Finds the server (embedded, or DATABASE_URL's), and makes the database there if it is missing. */
export async function findDatabase(
  settings: Settings,
): Promise<{ ownerUrl: string; server: EmbeddedServer | undefined }> {
  if (settings.databaseUrl) return { ownerUrl: settings.databaseUrl, server: undefined }
  const server = await startEmbedded(settings.dataFolder)
  const client = await patientClient(() => server.url('postgres'))
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [name])
    if (!rows.length) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return { ownerUrl: server.url(name), server }
}

/** Migrates the database behind `ownerUrl` and opens the app's connections to it. */
export async function openDatabase(
  found: { ownerUrl: string; server: EmbeddedServer | undefined },
  keys: Keys,
  { connections = 20 } = {},
): Promise<Database> {
  await migrate(found.ownerUrl)
  await setPasswords(found.ownerUrl, keys)
  // A server that was killed comes back on another port, so the address is asked for at each connection.
  const urlFor = (role: LoginRole) => {
    const url = new URL(found.server ? found.server.url(name) : found.ownerUrl)
    if (found.server) url.pathname = new URL(found.ownerUrl).pathname
    url.username = role
    url.password = passwordOf(role, keys)
    return url.href
  }
  const pool = (role: LoginRole, max: number, options?: string) => {
    const made = new pg.Pool({
      max,
      Client: class extends pg.Client {
        constructor(config?: pg.ClientConfig) {
          super({ ...config, connectionString: urlFor(role), options, pipeline: true })
        }
      } as typeof pg.Client,
    })
    // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
    made.on('error', () => undefined)
    made.on('connect', (client) => client.on('error', () => undefined))
    return made
  }
  const pools = {
    // Planned once a connection: what a policy lets through is an array of a length that no plan foresees anyway.
    app: pool('splot_login', connections, '-c plan_cache_mode=force_generic_plan'),
    identity: pool('splot_identity', 5, '-c search_path=identity'),
    jobs: pool('splot_jobs', 5),
  }
  return {
    ...pools,
    ownerUrl: found.ownerUrl,
    urlFor,
    server: found.server,
    close: async () => {
      await Promise.all(Object.values(pools).map((each) => each.end()))
    },
  }
}

/** Runs `deed` on a connection of the database's owner. For starting up and for our own commands, never for people. */
export async function asOwner<T>(ownerUrl: string, deed: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('set role splot_owner')
    return await deed(client)
  } finally {
    await client.end()
  }
}

const passwordOf = (role: LoginRole, keys: Keys) => keys.for(`password/${role}`).toString('hex')

async function setPasswords(ownerUrl: string, keys: Keys): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    for (const role of ['splot_login', 'splot_identity', 'splot_jobs'] as const)
      await insistent(() => client.query(`alter role ${role} password '${passwordOf(role, keys)}'`))
  } finally {
    await client.end()
  }
}

/** Roles belong to the whole server, and no lock of one database keeps another from changing them: then once more. */
async function insistent(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await change()
      return
    } catch (error) {
      if (attempt === 20 || !(error as Error).message.includes('tuple concurrently updated')) throw error
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
