import type { FastifyInstance, FastifyReply } from 'fastify'
import { keepConnected } from '../database/lasting.ts'
import type { Database } from '../database/open.ts'
import { lineOn } from '../database/work.ts'
import { Refusal } from './problem.ts'
import { type Begin, type Begun, lacksFactor, sessionOf, standsFor, workerIn } from './with-work.ts'
import { mustHaveFactor, type Surroundings } from './work.ts'

type Listener = { token: string; as: string | undefined; reply: FastifyReply }

const checkEvery = 30_000
const gather = 250

/**
 * Live updates: a page listens, and is told "look again" when something it may see has changed: an entry that it may read
 * (or, where it coordinates, that something locked was written), or its own sight. Nothing else is told, not even that and when
 * somebody wrote what it may not see; it is asked of the database at that moment. A
 * session that ended, or lacks a second factor by now, is told `bye` within half a minute.
 */
export async function serveLive(
  app: FastifyInstance,
  database: Database,
  surroundings: Surroundings,
  begin: Begin,
): Promise<{ stop(): Promise<void> }> {
  const listeners = new Set<Listener>()
  let changed = new Set<string>()
  let soon: NodeJS.Timeout | undefined

  const say = (listener: Listener, what: string) => listener.reply.raw.write(what)
  const lookAgain = (listener: Listener) => say(listener, 'data: look again\n\n')

  /**
   * Whether a listener is meant, holds something in a scope, or may read one of the entries (a scope and an id each). A Refusal
   * when nothing opens to them.
   */
  async function sight(listener: Listener, told: string[]): Promise<boolean> {
    const ids = told.filter((each) => !each.includes(' '))
    const entries = told.filter((each) => each.includes(' ')).map((each) => each.split(' '))
    const client = await database.app.connect()
    const line = lineOn(client)
    let broken: Error | undefined
    try {
      let begun: Partial<Begun> | undefined
      line.begin(begin(listener.token, undefined, listener.as), (row) => {
        begun = row
        return true
      })
      const { rows } = await line.askLast({
        text: `select access.me() = any ($1::uuid[]) or access.i_hold_any($1::uuid[])
          or $2::uuid[] && (select access.my_scopes('coordinate'))::uuid[]
          or exists (select from journal.entry e where e.id = any ($3::uuid[])) as held`,
        values: [ids, entries.map(([scope]) => scope), entries.map(([, entry]) => entry)],
      })
      if (!begun?.workerId) throw new Refusal(401, 'http:not-signed-in')
      mustHaveFactor({ factorMissing: lacksFactor(begun, surroundings) })
      return Boolean(rows[0]!.held)
    } finally {
      broken = await line.undo()
      client.release(broken)
    }
  }

  async function tell(changes: string[]) {
    for (const listener of [...listeners]) {
      try {
        if (await sight(listener, changes)) lookAgain(listener)
      } catch (error) {
        // Else unsure whether they may see it: the next check or reconnection asks again.
        if (error instanceof Refusal) dismiss(listener)
      }
    }
  }

  function dismiss(listener: Listener) {
    listeners.delete(listener)
    listener.reply.raw.end('event: bye\ndata: \n\n')
  }

  const connection = keepConnected(database.address, async (client) => {
    client.on('notification', ({ payload }) => {
      if (!payload) return
      changed.add(payload)
      if (soon) return
      soon = setTimeout(() => {
        const changes = [...changed]
        changed = new Set()
        soon = undefined
        void tell(changes)
      }, gather)
    })
    await client.query('listen splot_live')
    // Whatever changed while nobody listened here.
    for (const listener of listeners) lookAgain(listener)
  })

  const check = setInterval(() => {
    for (const listener of listeners) say(listener, ': still here\n\n')
    void tell([])
  }, checkEvery)
  check.unref()

  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    const token = sessionOf(request, surroundings)
    const listener: Listener = { token: token ?? '', as: workerIn(standsFor(request)), reply }
    if (!token) throw new Refusal(401, 'http:not-signed-in')
    await sight(listener, [])
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    listeners.add(listener)
    request.raw.on('close', () => listeners.delete(listener))
    lookAgain(listener)
  })

  return {
    stop: async () => {
      clearInterval(check)
      for (const listener of listeners) listener.reply.raw.end()
      await connection.end()
    },
  }
}
