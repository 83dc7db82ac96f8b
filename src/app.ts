import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { beginActing } from './institutions/acting.ts'
import type { Database } from './platform/database/open.ts'
import { serveStreams } from './platform/http/follow.ts'
import { serveLive } from './platform/http/live.ts'
import type { Route } from './platform/http/routes-of.ts'
import { buildServer } from './platform/http/server.ts'
import { openIdentity } from './platform/identity/auth.ts'
import { serveIdentity } from './platform/identity/serve.ts'
import type { Keys } from './platform/keys.ts'
import { writeLetterTo } from './platform/mail/letters.ts'
import { inEachFolder, type Parts } from './platform/parts.ts'
import type { Settings } from './platform/settings.ts'

/** Every endpoint of Splot. */
export const allRoutes = async (parts: Parts): Promise<Route[]> =>
  (await inEachFolder('routes.ts')).flatMap(({ routes }) =>
    typeof routes === 'function' ? routes(parts) : routes,
  )

/** Joins the parts into one server. `stop` ends it in order: requests first, then its connections. */
export async function buildApp(
  database: Database,
  surroundings: { settings: Settings; keys: Keys },
  web: string | undefined,
): Promise<{ server: FastifyInstance; stop(): Promise<void> }> {
  const { settings, keys } = surroundings
  const identity = openIdentity(database.identity, settings, keys, writeLetterTo(database.identity))
  const server = await buildServer({
    routes: await allRoutes({ database, identity }),
    surroundings,
    pool: database.app,
    begin: beginActing,
    web,
  })
  serveIdentity(server, identity, database.identity, surroundings)
  const live = await serveLive(server, database, surroundings, beginActing)
  const streams = (await inEachFolder('streams.ts')).flatMap((found) => found.streams)
  const followed = await serveStreams(server, database, surroundings, beginActing, streams)
  server.get('/health', { schema: { hide: true } }, async () => {
    await database.jobs.query('select 1')
    return { status: 'ok', instance }
  })
  return {
    server,
    stop: async () => {
      await live.stop()
      await followed.stop()
      await server.close()
    },
  }
}

/** Names this process to whoever asks twice. */
const instance = randomUUID()
