import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../platform/database/open.ts'
import type { DB } from '../platform/database/schema.ts'
import { actAs, nobody } from '../platform/database/work.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Visit } from '../platform/http/visit.ts'
import type { Keys } from '../platform/keys.ts'
import { speaksOf } from '../platform/kit/speaksOf.ts'
import { textFor } from '../platform/texts/server.ts'

/** Links and what browsers keep are drawn long enough for a plain digest. */
export const digest = (token: string) => createHash('sha256').update(token).digest()

export const newLink = () => randomBytes(32).toString('base64url')

/** The code of a link: six digits, worked out anew each time, so that it is written down nowhere. */
export const codeFor = (keys: Keys, link: Buffer, no: number) =>
  String(
    createHmac('sha256', keys.for('guest-codes')).update(link).update(String(no)).digest().readUInt32BE() %
      1_000_000,
  ).padStart(6, '0')

/** In one transaction, as nobody. */
export const asNobody = <T>(database: Database, deed: (db: Kysely<DB>) => Promise<T>) =>
  actAs(database.app, nobody, deed)

/**
 * Comes in by a link and its code. Whatever does not open, an unknown link, a wrong code, one that was used, answers
 * alike; a wrong code counts.
 */
export async function comeIn(
  database: Database,
  keys: Keys,
  visit: Visit,
  { id, link, code }: { id: string; link: string; code: string },
) {
  const known = digest(link)
  const token = newLink()
  const cameIn = await asNobody(database, async (db) => {
    const { rows } = await sql<{ no: number | null }>`select guests.knock(${known}) as no`.execute(db)
    const no = rows[0]!.no
    const wanted = Buffer.from(codeFor(keys, known, no ?? 0))
    const typed = Buffer.from(code.replace(/\s/g, ''))
    if (typed.length !== wanted.length || !timingSafeEqual(typed, wanted) || no === null) return null
    const opened = await sql<{ kind: string | null }>`
      select guests.let_in(${known}, ${digest(token)}) as kind`.execute(db)
    return opened.rows[0]!.kind
  })
  if (!cameIn) throw new Refusal(404, 'guests:opens-nothing')
  visit.keep(id, token)
  return {}
}

/** Asks or does something as the guest of a visit of this browser: `call` gets what it keeps of that one. 404 for whoever is none, or none any more. */
export async function asGuest<T>(
  database: Database,
  visit: Visit,
  call: (db: Kysely<DB>, kept: Buffer) => Promise<T>,
): Promise<T> {
  if (!visit.kept) throw new Refusal(404, 'guests:opens-nothing')
  return asNobody(database, (db) => call(db, digest(visit.kept!)))
}

/** Of violence nothing that a guest says is kept: more people would read it than help. It is told by telephone. */
export function mustNotSpeakOfViolence(words: string | undefined) {
  if (words && speaksOf(words, textFor('pl')('partnerships:violence.words')))
    throw new Refusal(409, 'guests:speaks-of-violence', { field: 'words' })
}
