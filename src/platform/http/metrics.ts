import type { FastifyInstance } from 'fastify'
import { Gauge, Histogram, Registry } from 'prom-client'

/** Measures each route's requests; `/metrics` tells them to Prometheus on the machine itself, `/health` to the proxy. */
export function measureRequests(app: FastifyInstance): void {
  const registry = new Registry()
  const seconds = new Histogram({
    name: 'splot_request_seconds',
    help: 'Time of answering a request, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  new Gauge({
    name: 'splot_resident_bytes',
    help: 'Resident memory of the app.',
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    // Forwarded requests come from outside; figures are for the machine's own Prometheus.
    if (
      request.headers['x-forwarded-for'] ||
      !['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
    )
      return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
