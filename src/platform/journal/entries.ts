import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { everybody } from '../access/about.ts'
import type { DB } from '../database/schema.ts'
import { lineOf } from '../database/work.ts'
import { type Keys, open, seal } from '../keys.ts'

/** What is written into the journal with a deed. */
export type Entry = {
  /** What happened, as `thing.deed`: "concern.taken-up". */
  verb: string
  subjectId: string
  /** Where it belongs, and who may read it: see model.md, classes of data. */
  scopeId?: string | undefined
  class?: string | undefined
  aboutId?: string | undefined
  /** The table of the fact that it tells of, which says whom it is about: read by those who may read the fact. */
  fact?: keyof DB | undefined
  /** Whom it was about before, where the entry tells the earlier words too: read by those who may read both. */
  before?: string[] | undefined
  /** Values worth keeping; encrypted with the key of their scope. The names of the fields stay readable. */
  values?: Record<string, unknown> | undefined
}

const unwrapped = new Map<string, Buffer>()
const mostKeys = 10_000

/**
 * Writes an entry in the transaction of the deed, before its next question or its end, and tells live pages of whoever may read
 * it to look again once it commits.
 */
export async function writeEntry(
  db: Kysely<DB>,
  keys: Keys,
  actor: { workerId: string; institutionId: string },
  entry: Entry,
): Promise<void> {
  const values = Object.entries(entry.values ?? {}).filter(([, value]) => value !== undefined)
  const sealed =
    values.length && entry.scopeId
      ? seal(await keyOfScope(db, keys, entry.scopeId), JSON.stringify(Object.fromEntries(values)))
      : null
  const line = lineOf(db)
  line.write({
    text: `with n as materialized (select uuidv7() as id), written as (
        insert into journal.entry (id, worker_id, institution_id, verb, subject_id, scope_id, class, about_id, fields, sealed_values, about)
        select n.id, $1::uuid, $2::uuid, $3::text, $4::uuid, $5::uuid, $6::text, $7::uuid, $8::text[], $9::bytea,
          ${entry.fact ? `array(select distinct unnest($10::uuid[] || (select f.about from ${entry.fact} f where f.id = $4)) order by 1)` : '$10::uuid[]'}
        from n)
      select pg_notify('splot_live', $5 || ' ' || n.id) from n where $5::uuid is not null`,
    values: [
      actor.workerId,
      actor.institutionId,
      entry.verb,
      entry.subjectId,
      entry.scopeId ?? null,
      entry.class ?? 'file',
      entry.aboutId ?? (entry.fact ? everybody : null),
      values.map(([name]) => name),
      sealed,
      entry.fact ? (entry.before ?? []) : null,
    ],
  })
}

/** Opens the values of an entry that the reader was allowed to read. Null when its key was destroyed. */
export async function readValues(
  db: Kysely<DB>,
  keys: Keys,
  entry: { scopeId: string | null; sealedValues: Buffer | null },
): Promise<Record<string, unknown> | null> {
  if (!entry.sealedValues || !entry.scopeId) return {}
  try {
    return JSON.parse(open(await keyOfScope(db, keys, entry.scopeId), entry.sealedValues).toString('utf8'))
  } catch {
    return null
  }
}

const underWay = new WeakMap<Kysely<DB>, Map<string, Promise<Buffer>>>()

/** The entries of one page ask for the key of their scope at the same time: it is asked for once. */
async function keyOfScope(db: Kysely<DB>, keys: Keys, scopeId: string): Promise<Buffer> {
  const known = unwrapped.get(scopeId)
  if (known) return known
  const asked = underWay.get(db) ?? new Map<string, Promise<Buffer>>()
  underWay.set(db, asked)
  const key = asked.get(scopeId) ?? askForKey(db, keys, scopeId).finally(() => asked.delete(scopeId))
  asked.set(scopeId, key)
  return key
}

async function askForKey(db: Kysely<DB>, keys: Keys, scopeId: string): Promise<Buffer> {
  const master = keys.for('journal-values')
  const offered = seal(master, randomBytes(32))
  const { rows } = await sql<{
    wrapped: Buffer
  }>`select journal.key_of(${scopeId}, ${offered}) as wrapped`.execute(db)
  const key = open(master, rows[0]!.wrapped)
  // Only a key that was there before is sure to outlive this transaction.
  if (!rows[0]!.wrapped.equals(offered)) {
    if (unwrapped.size >= mostKeys) unwrapped.delete(unwrapped.keys().next().value!)
    unwrapped.set(scopeId, key)
  }
  return key
}
