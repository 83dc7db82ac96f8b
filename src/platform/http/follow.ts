import type { FastifyInstance, FastifyReply } from 'fastify'
import { keepConnected } from '../database/lasting.ts'
import type { Database } from '../database/open.ts'
import type { Statement } from '../database/packet.ts'
import { lineOn } from '../database/work.ts'
import { Refusal } from './problem.ts'
import { type Begin, type Begun, lacksFactor, sessionOf, standsFor, workerIn } from './with-work.ts'
import { mustHaveFactor, type Surroundings } from './work.ts'

/** What a page follows of one thing, beyond "look again": a slice says it in its `streams.ts`. */
export type Stream<Known = unknown, Row = unknown> = {
  /** Below /api, with `:id` for the thing. */
  path: `/${string}`
  /** Where the database says that something of a thing changed: by its id, and ` part` where only what is written often did. */
  channel: string
  /** What a page knows when it begins to follow. */
  begin: () => Known
  /**
   * One question, asked of the database as that page's worker: what they may not see, they are not told. Of the whole thing, or
   * only of what is written often.
   */
  ask: (id: string, known: Known, whole: boolean) => Statement
  /** What the page is told, and known from then on; null when there is nothing for them any more. */
  tell: (row: Row, known: Known) => { event?: string; data: unknown }[] | null
}

type Follower = {
  id: string
  token: string
  as: string | undefined
  known: unknown
  reply: FastifyReply
  stream: Stream
  /** More than what is written often changed since it was asked. */
  whole: boolean
  /** It is being asked now; something changed meanwhile. */
  asking: boolean
  again: boolean
}

/** In milliseconds: what comes in so short a time is told together. */
const gather = 40
const checkEvery = 30_000
/** So many are asked at once: requests keep connections of the pool. */
const atOnce = 4

/**
 * Streams that pages follow. Each time something of a thing changed, and twice a minute, every page is asked of the database
 * anew, in its worker's name: whose session ended or whose sight is gone is told `bye`. A page that comes back begins anew.
 */
export async function serveStreams(
  app: FastifyInstance,
  database: Database,
  surroundings: Surroundings,
  begin: Begin,
  streams: Stream[],
): Promise<{ stop(): Promise<void> }> {
  const followers = new Set<Follower>()
  const waiting: Follower[] = []
  let busy = 0

  /** What is new for a page. A Refusal when nothing opens to them. */
  async function look(follower: Follower): Promise<void> {
    const { whole } = follower
    follower.whole = false
    const client = await database.app.connect()
    const line = lineOn(client)
    let broken: Error | undefined
    try {
      let begun: Partial<Begun> | undefined
      line.begin(begin(follower.token, undefined, follower.as), (row) => {
        begun = row
        return true
      })
      const { rows } = await line.askLast(follower.stream.ask(follower.id, follower.known, whole))
      if (!begun?.workerId) throw new Refusal(401, 'http:not-signed-in')
      mustHaveFactor({ factorMissing: lacksFactor(begun, surroundings) })
      const told = follower.stream.tell(rows[0], follower.known)
      if (!told) throw new Refusal(404, 'http:not-found')
      for (const { event, data } of told)
        follower.reply.raw.write(`${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(data)}\n\n`)
    } finally {
      broken = await line.undo()
      client.release(broken)
    }
  }

  function queue(follower: Follower, whole: boolean) {
    follower.whole ||= whole
    if (follower.asking) {
      follower.again = true
      return
    }
    follower.asking = true
    waiting.push(follower)
    while (busy < atOnce && waiting.length > 0) void next()
  }

  async function next() {
    const follower = waiting.shift()!
    busy++
    follower.again = false
    try {
      if (followers.has(follower)) await look(follower)
    } catch (error) {
      follower.whole = true
      // Else unsure whether they may see it: the next change or check asks again.
      if (error instanceof Refusal) dismiss(follower)
    } finally {
      busy--
      follower.asking = false
      if (follower.again) setTimeout(() => queue(follower, false), gather)
      if (waiting.length > 0) void next()
    }
  }

  function dismiss(follower: Follower) {
    followers.delete(follower)
    follower.reply.raw.end('event: bye\ndata: \n\n')
  }

  const changed = new Map<string, NodeJS.Timeout>()
  const connection = keepConnected(database.address, async (client) => {
    client.on('notification', ({ channel, payload = '' }) => {
      const key = `${channel} ${payload}`
      if (changed.has(key)) return
      changed.set(
        key,
        setTimeout(() => {
          changed.delete(key)
          const [id, part] = payload.split(' ')
          for (const each of followers)
            if (each.stream.channel === channel && each.id === id) queue(each, !part)
        }, gather),
      )
    })
    for (const channel of new Set(streams.map((stream) => stream.channel)))
      await client.query(`listen ${channel}`)
    // Whatever changed while nobody listened here.
    for (const follower of followers) queue(follower, true)
  })

  const check = setInterval(() => {
    for (const follower of followers) {
      follower.reply.raw.write(': still here\n\n')
      queue(follower, true)
    }
  }, checkEvery)
  check.unref()

  for (const stream of streams)
    app.get<{ Params: { id: string } }>(
      `/api${stream.path}`,
      { schema: { hide: true } },
      async (request, reply) => {
        const token = sessionOf(request, surroundings)
        if (!token) throw new Refusal(401, 'http:not-signed-in')
        const id = workerIn(request.params.id)
        if (!id) throw new Refusal(404, 'http:not-found')
        const as = workerIn(standsFor(request))
        const follower: Follower = {
          id,
          token,
          as,
          known: stream.begin(),
          reply,
          stream,
          whole: true,
          asking: true,
          again: false,
        }
        // Before it becomes a stream it may still be refused as any question is.
        const written: string[] = []
        await look({
          ...follower,
          reply: { raw: { write: (words: string) => written.push(words) } } as never,
        })
        reply.hijack()
        reply.raw.writeHead(200, {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        })
        reply.raw.write(written.join(''))
        request.raw.on('close', () => followers.delete(follower))
        follower.asking = false
        followers.add(follower)
        // What changed between the first look and now.
        queue(follower, true)
      },
    )

  return {
    stop: async () => {
      clearInterval(check)
      for (const timer of changed.values()) clearTimeout(timer)
      for (const follower of followers) follower.reply.raw.end()
      await connection.end()
    },
  }
}
