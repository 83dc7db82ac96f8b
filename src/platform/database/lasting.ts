import pg from 'pg'

/** A connection that is meant to be there for good: whenever it is lost, it is made anew. */
export type LastingConnection = { end(): Promise<void> }

const soon = 300

/**
 * Keeps one connection: connects, does `begin` on it, and once it is lost begins again, until it is ended.
 *
 * @param address asked anew each time, for a server that was killed comes back elsewhere; it may throw
 * @param begin what the connection is for, each time anew; where it throws, it is tried again soon
 */
export function keepConnected(
  address: () => string,
  begin: (client: pg.Client) => Promise<unknown>,
  config: pg.ClientConfig = {},
): LastingConnection {
  let ended = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined

  const retry = () => {
    if (!ended) again = setTimeout(connect, soon)
  }
  async function connect() {
    try {
      const made = new pg.Client({
        ...config,
        connectionString: address(),
        keepAlive: true,
        connectionTimeoutMillis: 10_000,
      })
      client = made
      made.on('error', () => undefined)
      const lost = new Promise((done) => made.once('end', done))
      await made.connect()
      await begin(made)
      void lost.then(retry)
    } catch {
      await client?.end().catch(() => undefined)
      retry()
    }
  }
  void connect()
  return {
    end: async () => {
      ended = true
      clearTimeout(again)
      await client?.end().catch(() => undefined)
    },
  }
}
