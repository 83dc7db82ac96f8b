import type { FastifyInstance } from 'fastify'
import { type Found, onConnection } from '../src/platform/database/open.ts'

/**
 * Begins the practice room anew: makes it beside the old one, then puts it in its place. Until it is ready people go on in
 * the old one; then they choose a person again. Several who ask at once ask once.
 *
 * @param fill makes a first database as a start does, and leaves it without a connection
 */
export function beginsAnew({ name, server }: Found, fill: (fresh: Found) => Promise<void>) {
  if (!server) return undefined
  const fresh = `${name}_anew`
  const onServer = (...statements: string[]) =>
    onConnection(server.url('postgres'), async (client) => {
      for (const statement of statements) await client.query(statement)
    })
  let going: Promise<void> | undefined
  const begin = async () => {
    await onServer(`drop database if exists ${fresh} with (force)`, `create database ${fresh}`)
    await fill({ ownerUrl: server.url(fresh), name: fresh, server })
    await onServer(`drop database ${name} with (force)`, `alter database ${fresh} rename to ${name}`)
  }
  return (): Promise<void> => {
    going ??= begin().finally(() => {
      going = undefined
    })
    return going
  }
}

/** Serves the button of the door, where the server is ours. Anybody may press it: in practice anybody may be anyone. */
export function servePractice(app: FastifyInstance, begin: (() => Promise<void>) | undefined): void {
  if (!begin) return
  app.post('/api/practice/begin-anew', { schema: { hide: true } }, async (_, reply) => {
    await begin()
    return reply.code(204).send()
  })
}
