import type { ClientBase } from 'pg'
import { inTransaction } from '../database/in-transaction.ts'
import { asOwner } from '../database/open.ts'
import type { Keys } from '../keys.ts'
import { type Stretch, sealStretch } from './sealing.ts'

/**
 * Seals go by the numbers of transactions, and these begin anew when a database is brought to another server by a dump.
 * Then a new era of the journal begins, so that no new entry falls into a stretch that is sealed already; what the
 * old server had not sealed any more is sealed first, as the end of its era. Nothing happens on the same server.
 */
export async function beginEraAfterMove(ownerUrl: string, keys: Keys): Promise<boolean> {
  return asOwner(ownerUrl, (client) =>
    inTransaction(client, async () => {
      // Nobody writes while the era changes: an entry belongs to one of them.
      await client.query('lock table journal.entry, journal.seal in exclusive mode')
      const moved = await hasMoved(client)
      if (moved) {
        await sealTail(client, keys)
        await client.query('select journal.begin_era()')
      }
      await client.query(
        `insert into splot.setting select 'cluster', system_identifier::text from pg_control_system()
         on conflict (name) do update set value = excluded.value`,
      )
      return moved
    }),
  )
}

/** Another server than last time; or, where that was not kept, one whose numbers are behind those of the journal. */
async function hasMoved(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ moved: boolean }>(`
    select coalesce((select value <> system_identifier::text from splot.setting, pg_control_system() where name = 'cluster'), false)
      or pg_current_xact_id() < (select max(xid) from journal.entry where era = journal.current_era())
      or pg_current_xact_id() < (select max(upto_xid) from journal.seal where era = journal.current_era()) as moved`)
  return rows[0]!.moved ?? false
}

async function sealTail(client: ClientBase, keys: Keys): Promise<void> {
  const { rows } = await client.query<Stretch>(`
    select u.no, u.in_era, u.from_xid, u.previous,
      (select ((max(xid)::text)::numeric + 1)::text::xid8 from journal.entry where era = u.in_era) as upto_xid
    from journal.unsealed() u`)
  if (rows[0]!.upto_xid) await sealStretch(client, keys, rows[0]!)
}
