import type pg from 'pg'
import { inTransactionOf } from '../platform/database/in-transaction.ts'
import { writeLetterTo } from '../platform/mail/letters.ts'
import type { Settings } from '../platform/settings.ts'
import { textFor } from '../platform/texts/server.ts'

/**
 * Lets dangers that nobody read go on, and writes, once each, to those who hear of them now and to a reporter whom nobody
 * heard; their devices are told as well. No letter says a word of the family.
 */
export async function tellDangers(pool: pg.Pool, settings: Settings): Promise<void> {
  await inTransactionOf(pool, async (client) => {
    const { rows } = await client.query<{
      concern_id: string
      worker_id: string
      account_id: string | null
      email: string | null
      heard: boolean
    }>('select * from concerns.dangers_to_tell()')
    const write = writeLetterTo(client)
    for (const { concern_id, worker_id, account_id, email, heard } of rows) {
      if (account_id)
        await client.query('select push.write($1, $2, $3)', [
          account_id,
          textFor('pl')('concerns:push'),
          `/concerns/${concern_id}?as=${worker_id}`,
        ])
      if (email)
        await write(email, heard ? 'concerns:letters.danger' : 'concerns:letters.unheard', {
          url: `${settings.url}/concerns/${concern_id}`,
        })
    }
  })
}
