import type { ClientBase, Pool } from 'pg'

/** Does something whole or not at all; what failed is thrown, whether or not the connection still answers. */
export async function inTransaction<Done>(client: ClientBase, deed: () => Promise<Done>): Promise<Done> {
  await client.query('begin')
  try {
    const done = await deed()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** The same, on a connection of its own. */
export async function inTransactionOf<Done>(
  pool: Pool,
  deed: (client: ClientBase) => Promise<Done>,
): Promise<Done> {
  const client = await pool.connect()
  try {
    return await inTransaction(client, () => deed(client))
  } finally {
    client.release()
  }
}
