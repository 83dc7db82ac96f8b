import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { assessmentsRoutes } from './assessments/routes.ts'
import { basketsRoutes } from './baskets/routes.ts'
import { casesRoutes } from './cases/routes.ts'
import { consentsRoutes } from './consents/routes.ts'
import { contractsRoutes } from './contracts/routes.ts'
import { dayRoutes } from './day/routes.ts'
import { householdsRoutes } from './households/routes.ts'
import { beginActing } from './institutions/acting.ts'
import { institutionsRoutes } from './institutions/routes.ts'
import { looksRoutes } from './looks/routes.ts'
import { oversightRoutes } from './oversight/routes.ts'
import { partnershipsRoutes } from './partnerships/routes.ts'
import { codesRoutes } from './platform/codes/routes.ts'
import type { Database } from './platform/database/open.ts'
import { draftsRoutes } from './platform/drafts/routes.ts'
import { filesRoutes } from './platform/files/routes.ts'
import { serveLive } from './platform/http/live.ts'
import type { Route } from './platform/http/routes.ts'
import { buildServer } from './platform/http/server.ts'
import { type Identity, openIdentity } from './platform/identity/auth.ts'
import { serveIdentity } from './platform/identity/serve.ts'
import type { Keys } from './platform/keys.ts'
import { writeLetterTo } from './platform/mail/letters.ts'
import { mailRoutes } from './platform/mail/routes.ts'
import { questionnairesRoutes } from './platform/questionnaires/routes.ts'
import type { Settings } from './platform/settings.ts'
import { territoryRoutes } from './territory/routes.ts'
import { worklistRoutes } from './worklist/routes.ts'

/** Every endpoint of Splot. */
export const allRoutes = (database: Database, identity: Identity): Route[] => [
  ...codesRoutes,
  ...territoryRoutes(database),
  ...filesRoutes,
  ...questionnairesRoutes(database),
  ...institutionsRoutes(database, identity),
  ...partnershipsRoutes,
  ...worklistRoutes,
  ...householdsRoutes,
  ...consentsRoutes,
  ...casesRoutes,
  ...assessmentsRoutes,
  ...basketsRoutes,
  ...contractsRoutes,
  ...dayRoutes,
  ...looksRoutes,
  ...oversightRoutes,
  ...draftsRoutes,
  ...mailRoutes(database),
]

/** Joins the parts into one server. `stop` ends it in order: requests first, then its connections. */
export async function buildApp(
  database: Database,
  surroundings: { settings: Settings; keys: Keys },
  web: string | undefined,
): Promise<{ server: FastifyInstance; stop(): Promise<void> }> {
  const { settings, keys } = surroundings
  const identity = openIdentity(database.identity, settings, keys, writeLetterTo(database.identity))
  const server = await buildServer({
    routes: allRoutes(database, identity),
    surroundings,
    pool: database.app,
    begin: beginActing,
    web,
  })
  serveIdentity(server, identity, database.identity)
  const live = await serveLive(server, database, surroundings, beginActing)
  server.get('/health', { schema: { hide: true } }, async () => {
    await database.jobs.query('select 1')
    return { status: 'ok', instance }
  })
  return {
    server,
    stop: async () => {
      await live.stop()
      await server.close()
    },
  }
}

/** Names this process to whoever asks twice. */
const instance = randomUUID()
