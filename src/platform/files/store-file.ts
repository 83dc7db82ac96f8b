import { sql } from 'kysely'
import type { Download } from '../http/routes-of.ts'
import type { Work } from '../http/work.ts'
import { open, seal } from '../keys.ts'
import { openPassing, type Received, readOpened } from './receive.ts'

/**
 * Stores a received file in a scope where the worker works. Its key is wrapped by a key outside the database.
 *
 * @param given `class` and `aboutId` say who may see it (model.md, classes of data)
 */
export async function storeFile(
  work: Work,
  given: { id: string; scopeId: string; class: string; aboutId?: string | undefined },
  file: Received,
) {
  await work.record({
    verb: 'file.added',
    subjectId: given.id,
    scopeId: given.scopeId,
    class: given.class,
    aboutId: given.aboutId,
    values: { name: file.name },
  })
  await keepFile(work, given, file)
  return { id: given.id }
}

/** Keeps a received file where somebody else tells of it: of class `letters` it is read with the message that it belongs to. */
export async function keepFile(
  work: Work,
  given: { id: string; scopeId: string; class: string; aboutId?: string | undefined },
  file: Received,
) {
  const wrapped = seal(work.surroundings.keys.for('files'), file.key)
  await sql`insert into files.file (id, scope_id, about_id, class, name, type, size, wrapped_key, added_by)
    values (${given.id}, ${given.scopeId}, ${given.aboutId ?? null}, ${given.class}, ${file.name}, ${file.type}, ${file.size},
      ${wrapped}, ${work.actor.workerId})`.execute(work.db)
  let no = 0
  for await (const piece of file.pieces())
    await sql`insert into files.piece (file_id, no, content) values (${given.id}, ${no++}, ${piece})`.execute(
      work.db,
    )
}

type Kept = { name: string; type: string; scopeId: string; wrappedKey: Buffer }

/** Hands out a file that the worker may see. Its sealed pieces are copied first, so that a slow line holds no transaction. */
export async function handOutFile(work: Work, id: string): Promise<Download> {
  const { name, type, scopeId, wrappedKey } = await work.mustFind(
    sql<Kept>`select name, type, scope_id as "scopeId", wrapped_key as "wrappedKey" from files.file where id = ${id}`,
  )
  await work.look(scopeId, 'files')
  const passing = await openPassing()
  try {
    for (let no = 0; ; no++) {
      const piece = await work.find(
        sql<{ content: Buffer }>`select content from files.piece where file_id = ${id} and no = ${no}`,
      )
      if (!piece) break
      await passing.write(piece.content)
    }
  } catch (error) {
    await passing.discard()
    throw error
  }
  const key = open(work.surroundings.keys.for('files'), wrappedKey)
  return { name, type, bytes: readOpened(passing, key) }
}
