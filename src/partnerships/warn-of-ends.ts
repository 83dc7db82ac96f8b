import type pg from 'pg'
import { inTransactionOf } from '../platform/database/in-transaction.ts'
import { writeLetterTo } from '../platform/mail/letters.ts'
import type { Settings } from '../platform/settings.ts'
import { longDate } from '../platform/texts/dates.ts'
import { warningDays } from './contract.ts'

/**
 * Writes to the heads of the members whose agreement ends in 60, 30 or 7 days, once for each: asked again on the same
 * day it writes nothing, and after a pause it says once how many days are left. Days are those of Poland.
 */
export async function warnOfEnds(pool: pg.Pool, settings: Settings): Promise<void> {
  await inTransactionOf(pool, async (client) => {
    const { rows } = await client.query<{
      partnership_id: string
      partnership: string
      last_day: string
      email: string
    }>('select * from partnerships.warn_of_ends($1)', [warningDays])
    const write = writeLetterTo(client)
    for (const each of rows)
      await write(each.email, 'partnerships:letters.agreement-ends', {
        partnership: each.partnership,
        lastDay: longDate(each.last_day),
        url: `${settings.url}/partnerships/${each.partnership_id}`,
      })
  })
}
