import { createHmac } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { inTransactionOf } from '../database/in-transaction.ts'
import type { Keys } from '../keys.ts'

export type Stretch = { no: number; in_era: number; from_xid: string; upto_xid: string; previous: Buffer }
type Seal = { no: number; era: number; from_xid: string; upto_xid: string; entries: number; mac: Buffer }

/** Seals the entries of all finished transactions that no seal covers yet. Returns how many. */
export async function sealJournal(pool: Pool, keys: Keys): Promise<number> {
  return inTransactionOf(pool, async (client) => {
    const { rows } = await client.query<Stretch>('select * from journal.unsealed()')
    return sealStretch(client, keys, rows[0]!)
  })
}

/** Seals a stretch of entries that no transaction can add to any more. Returns how many. */
export async function sealStretch(client: ClientBase, keys: Keys, stretch: Stretch): Promise<number> {
  const { no, in_era, from_xid, upto_xid, previous } = stretch
  const { entries, digest } = await digestOf(client, in_era, from_xid, upto_xid)
  if (entries > 0)
    await client.query('select journal.add_seal($1, $2, $3, $4, $5, $6)', [
      no,
      in_era,
      from_xid,
      upto_xid,
      entries,
      macOf(keys, { no, entries, digest, previous }),
    ])
  return entries
}

/** What `npm run verify-journal` found: each broken seal by its number, and the last good one to compare with an export. */
export type Verification = {
  seals: number
  entries: number
  broken: { no: number; why: string }[]
  last: string | undefined
}

/**
 * Computes every seal anew from the entries as they are now. An entry changed, added into a sealed stretch or taken
 * away breaks its seal; a seal taken out breaks the chain; each begins where the one before ended, and an era that is
 * over is sealed to its end. `exported` is the last seal as kept elsewhere (`no:mac`):
 * it must still be there, else the end of the journal was cut off.
 */
export async function verifyJournal(
  client: ClientBase,
  keys: Keys,
  exported?: string,
): Promise<Verification> {
  const { rows } = await client.query<Seal>('select * from journal.seals()')
  const broken: Verification['broken'] = []
  let previous: Buffer = Buffer.alloc(0)
  let entries = 0
  for (const [i, seal] of rows.entries()) {
    const now = await digestOf(client, seal.era, seal.from_xid, seal.upto_xid)
    if (seal.no !== i + 1) broken.push({ no: seal.no, why: 'brakuje pieczęci przed nią' })
    const before = rows[i - 1]
    if (seal.from_xid !== (before?.era === seal.era ? before.upto_xid : '0'))
      broken.push({ no: seal.no, why: 'nie zaczyna się tam, gdzie kończy się poprzednia' })
    if (now.entries !== seal.entries)
      broken.push({ no: seal.no, why: `zapieczętowano wpisów: ${seal.entries}, a jest: ${now.entries}` })
    else if (
      !macOf(keys, { no: seal.no, entries: seal.entries, digest: now.digest, previous }).equals(seal.mac)
    )
      broken.push({ no: seal.no, why: 'zmieniono wpis albo samą pieczęć' })
    previous = seal.mac
    entries += now.entries
  }
  const named = (seal: Seal) => `${seal.no}:${seal.mac.toString('hex')}`
  if (exported && !rows.some((seal) => named(seal) === exported))
    broken.push({
      no: Number(exported.split(':')[0]),
      why: 'pieczęci zapisanej poza maszyną nie ma w dzienniku',
    })
  const last = rows.at(-1)
  const { rows: unsealed } = await client.query<{ n: number }>('select journal.left_unsealed() as n')
  if (unsealed[0]!.n)
    broken.push({
      no: rows.length,
      why: `wpisów w zamkniętej części dziennika bez pieczęci: ${unsealed[0]!.n}`,
    })
  return { seals: rows.length, entries, broken, last: last && named(last) }
}

async function digestOf(client: ClientBase, era: number, from: string, upto: string) {
  const { rows } = await client.query<{ entries: number; digest: Buffer }>(
    'select * from journal.digest($1, $2, $3)',
    [era, from, upto],
  )
  return rows[0]!
}

function macOf(
  keys: Keys,
  { no, entries, digest, previous }: { no: number; entries: number; digest: Buffer; previous: Buffer },
) {
  return createHmac('sha256', keys.for('journal-seal'))
    .update(`${no}/${entries}/`)
    .update(previous)
    .update(digest)
    .digest()
}
