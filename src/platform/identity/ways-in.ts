import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTransaction } from '../database/in-transaction.ts'
import { asOwner, type Found } from '../database/open.ts'

const markIn = (home: string) => join(home, 'restored')

/** Notes beside a cluster that it came from a copy: whoever starts it first ends the ways in that lie there. */
export const markAsCopy = (home: string): void => writeFileSync(markIn(home), '', { mode: 0o600 })

/**
 * A copy brings back what was ended since it was taken: sessions, links to a new password that were used, invitations that
 * were taken back. So none of them opens a database that came from one; people sign in and are invited once more. One
 * that was moved to another server keeps its invitations: nobody wrote to it meanwhile.
 */
export async function endWaysIn({ ownerUrl, server }: Found, moved: boolean): Promise<void> {
  const mark = server && markIn(server.home)
  const isCopy = mark !== undefined && existsSync(mark)
  if (!isCopy && !moved) return
  await asOwner(ownerUrl, (client) =>
    inTransaction(client, async () => {
      await client.query('delete from identity."session"')
      await client.query('delete from identity."verification"')
      if (isCopy)
        await client.query(
          'update identity.invitation set withdrawn_at = now() where accepted_at is null and withdrawn_at is null',
        )
    }),
  )
  if (isCopy) rmSync(mark)
}
