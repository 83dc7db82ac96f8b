import { createHmac, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type pg from 'pg'
import { largestFile, type Received, receiveFile } from '../files/receive.ts'
import { notedLooks } from '../journal/look.ts'
import { type ApiDocument, apiPage } from './api-page.ts'
import { atMost } from './at-most.ts'
import type { Endpoint } from './contract.ts'
import { description } from './description.ts'
import { refuseForeignHost, refuseForeignOrigin } from './foreign.ts'
import { measureRequests } from './metrics.ts'
import { refuseOtherSpellings } from './normal-address.ts'
import { isDeed, onceByKey } from './once.ts'
import { headersFor, sendPage, serveWeb } from './pages.ts'
import { Refusal } from './problem.ts'
import { answerProblem } from './problem-answer.ts'
import { readOff } from './read-off.ts'
import { type Download, Later, type Route } from './routes-of.ts'
import { lastSessions } from './sessions.ts'
import { strictly } from './strictly.ts'
import { visitOf } from './visit.ts'
import { type Acting, actingAs, type Begin, type Begun, scopeOf, sessionOf, withWork } from './with-work.ts'
import type { Surroundings } from './work.ts'

export type ServerParts = {
  routes: Route[]
  surroundings: Surroundings
  pool: pg.Pool
  begin: Begin
  /** Folder of the built web app; absent while the development server serves it. */
  web?: string | undefined
}

/** The HTTP side of Splot: routes from contracts, problems as problem+json, a strict Content-Security-Policy. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { settings } = parts.surroundings
  const app = Fastify({
    logger: { level: 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] },
    trustProxy: settings.mode === 'service' ? 'loopback' : false,
    bodyLimit: 1_000_000,
    // The largest file on a slow line; who lets go of the line without a word would keep the place of others.
    requestTimeout: 20 * 60_000,
    // As long as the name of a form whose draft is kept.
    routerOptions: { maxParamLength: 200 },
    // Programs of others ask for it where its standard says that it stands.
    rewriteUrl: ({ url = '/' }) => (url.startsWith('/hsds/v3/') ? `/api${url}` : url),
    forceCloseConnections: true,
    // An address that cannot be read, or is too long, meets no route and no hook.
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply))
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new Refusal(404, 'http:not-found'), request, reply),
  )
  const headers = headersFor(settings.url)
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers)
    done()
  })
  // In whose name a paper is opened is no question of its endpoint.
  app.addHook('preValidation', (request, _, done) => {
    delete (request.query as Record<string, unknown>)[actingAs]
    done()
  })
  await app.register(rateLimit, {
    global: settings.mode === 'service',
    timeWindow: '1 minute',
    // A whole office stands behind one address: the app's own files are not counted, and whoever is signed in is
    // counted for themselves. By the route that was met, for an address may be spelt in many ways.
    allowList: (request) => !request.routeOptions.url?.startsWith('/api/'),
    keyGenerator: (request) => sessionOf(request, parts.surroundings) ?? addressOf(request),
    max: (request) => (sessionOf(request, parts.surroundings) ? 600 : 1200),
    errorResponseBuilder: () => new Refusal(429, 'http:too-many'),
    cache: 20_000,
  })
  await app.register(swagger, description(parts.routes, settings.url))
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1 } })
  measureRequests(app)
  app.addHook('onResponse', readOff(largestFile.papers))
  app.addHook('onRequest', refuseOtherSpellings)
  app.addHook('onRequest', refuseForeignOrigin(settings.url))
  if (settings.mode === 'practice') app.addHook('onRequest', refuseForeignHost(settings.url))
  app.addHook('preValidation', async ({ body }) => {
    if (isDeeperThan(deepest, body)) throw new Refusal(400, 'http:unreadable')
  })
  await app.register(
    async (api) => {
      const inside = {
        ...parts,
        looks: notedLooks(),
        sessions: lastSessions<Begun>(),
        bringTables: atMost({ places: 2, ofOne: 1 }, () => new Refusal(503, 'files:tables-wait')),
      }
      for (const route of parts.routes) addRoute(api, route, inside)
      api.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
      api.get('/docs', { schema: { hide: true } }, (_, reply) =>
        sendPage(reply, (nonce) => apiPage(app.swagger() as ApiDocument, nonce)),
      )
    },
    { prefix: '/api' },
  )
  if (parts.web) await serveWeb(app, parts.web, settings.mode)
  return app
}

type Inside = ServerParts & Acting & { bringTables: ReturnType<typeof atMost> }

/** Where a request comes from; a network of IPv6 addresses is one, as a household is given it whole. */
const addressOf = ({ ip }: FastifyRequest) => normalizeIP(ip)

/** Whoever comes by a link is counted by their address, in every mode: links and codes are not tried out. */
const forGuests = {
  max: 60,
  timeWindow: '1 minute',
  keyGenerator: (request: FastifyRequest) => `guest ${addressOf(request)}`,
}

function addRoute(app: FastifyInstance, route: Route, parts: Inside): void {
  const { endpoint, reading } = route
  const { params, query, body, answer } = endpoint
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: {
      operationId: route.name,
      summary: endpoint.summary,
      description: saidOf(endpoint),
      tags: [route.name.split('.')[0]!],
      ...(params && { params }),
      ...(query && { querystring: strictly(query) }),
      ...(body && { body: strictly(body) }),
      ...(!endpoint.stream && { response: { 200: answer } }),
    } as object,
    ...(endpoint.aDay && { config: { rateLimit: fewADay(endpoint.aDay) } }),
    ...(endpoint.who === 'guest' && { config: { rateLimit: forGuests } }),
    handler: async (request, reply) => {
      if (!endpoint.upload) return respond(request, reply, request.body)
      if (!reading) {
        const received = await take(request, reply)
        return respond(request, reply, received, received)
      }
      const { accountId, ground } = await withWork(request, route, parts, async (work) => ({
        accountId: work.account.id,
        ground: await reading.first(work),
      }))
      return parts.bringTables(accountId, async () => {
        const received = await take(request, reply)
        return respond(request, reply, await reading.read(received, ground), received)
      })
    },
  })

  async function take(request: FastifyRequest, reply: FastifyReply) {
    const received = await receive(request, endpoint.upload!, parts)
    if (reply.raw.closed) await received.discard()
    else reply.raw.once('close', () => received.discard())
    return received
  }

  async function respond(request: FastifyRequest, reply: FastifyReply, body: unknown, received?: Received) {
    const input = { params: request.params, query: request.query, body }
    const handle = route.handler as (...given: unknown[]) => Promise<unknown>
    if (endpoint.who === 'anybody')
      return hand(reply, endpoint.stream, await handle(input, parts.surroundings))
    if (endpoint.who === 'guest') {
      const visit = visitOf(request, reply, parts.surroundings.settings.url)
      return hand(reply, endpoint.stream, await handle(visit, input, parts.surroundings))
    }
    const answered = await withWork(request, route, parts, async (work) => {
      const within = scopeOf(request, endpoint)
      if (within && endpoint.needs) await work.mustHold(within, ...endpoint.needs)
      const deed = () =>
        endpoint.who === 'account' ? handle(work.account, input, parts.surroundings) : handle(work, input)
      if (!isDeed(endpoint)) return deed()
      return onceByKey(work, { request, received, within }, deed)
    })
    return hand(reply, endpoint.stream, answered instanceof Later ? await answered.workedOut() : answered)
  }
}

/** Addresses are counted under names that nobody can turn back, in memory alone. */
const seasoning = randomBytes(32)
const fewADay = (max: number) => ({
  max,
  timeWindow: '1 day',
  keyGenerator: (request: FastifyRequest) =>
    createHmac('sha256', seasoning).update(addressOf(request)).digest('hex'),
  errorResponseBuilder: () => new Refusal(429, 'http:enough-today'),
})

const askers = {
  worker: 'a worker',
  account: 'whoever is signed in',
  guest: 'a guest who came in by a link and a code',
  anybody: 'anybody',
}

/** What a contract says of who may ask. */
const saidOf = ({ who = 'worker', needs, upload }: Endpoint) =>
  [
    `Asked by ${askers[who]}${needs ? ` who holds ${needs.map((each) => `"${each}"`).join(' or ')} there` : ''}.`,
    upload && 'Takes a form with one file, `file`.',
  ]
    .filter(Boolean)
    .join(' ')

/** Takes in the file of a form, from somebody who carries a session; whether they may store it is asked afterwards. */
async function receive(request: FastifyRequest, upload: true | 'tables', { surroundings }: ServerParts) {
  if (!sessionOf(request, surroundings)) throw new Refusal(401, 'http:not-signed-in')
  if (!request.isMultipart()) throw new Refusal(400, 'http:unreadable')
  const taken = upload === 'tables' ? 'tables' : 'papers'
  const given = await request.file({ limits: { fileSize: largestFile[taken] } })
  if (!given) throw new Refusal(400, 'files:missing', { field: 'file' })
  return receiveFile(given, taken)
}

function hand(reply: FastifyReply, stream: true | undefined, answered: unknown) {
  reply.header('cache-control', 'private, no-store')
  if (!stream) return answered
  const { name, type, bytes } = answered as Download
  const ascii = name.normalize('NFKD').replace(/[^\w.-]+/g, '-')
  return reply
    .type(type)
    .header(
      'content-disposition',
      `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(bytes instanceof Readable ? bytes : Buffer.from(bytes))
}

/** No form of ours nests further; what does would exhaust whoever walks through it. */
const deepest = 30

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each))
}
