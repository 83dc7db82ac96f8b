import { sql } from 'kysely'
import * as Y from 'yjs'
import { lengths } from '../platform/database/lengths.ts'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { words as wordsOf } from './pages/words.ts'

/** A document of a note holds one text of this name, and nothing else. */
type Note = { seq: number; state: Buffer | null; scopeId: string }

/** As long as a document with all that was ever typed in it may become, in bytes; a minute of an hour has some thousands. */
const largest = 512 * 1024
/** So many edits are kept for pages that follow; whoever was away longer is given the whole. */
const keptEdits = 200

/**
 * Takes an edit of a note into its document, as one of several people who write at once: nobody's words are lost, in whatever
 * order their edits come. The row of the note is held from reading to writing.
 *
 * @param edit an update of Yjs, in base64
 */
export async function editNote(work: Work, id: string, pointId: string, edit: string) {
  const note = await work.find(sql<Note>`
    select seq, state, scope_id as "scopeId" from meetings.note where point_id = ${pointId} and meeting_id = ${id} for update`)
  if (!note) return refuse(work, id, pointId)
  const given = Buffer.from(edit, 'base64')
  const { state, words, isNew } = taken(note.state, given)
  if (!isNew) return {}
  const seq = note.seq + 1
  const { numAffectedRows } = await sql`
    update meetings.note set seq = ${seq}, state = ${state}, words = ${words} where point_id = ${pointId}`.execute(
    work.db,
  )
  // Its minutes were sent while this waited.
  if (!numAffectedRows) throw new Refusal(409, 'meetings:meeting-is-over')
  work.write(sql`insert into meetings.note_edit (point_id, seq, scope_id, edit, edited_by)
    values (${pointId}, ${seq}, ${note.scopeId}, ${given}, ${work.actor.workerId})`)
  if (seq % 50 === 0)
    work.write(sql`delete from meetings.note_edit where point_id = ${pointId} and seq <= ${seq - keptEdits}`)
  work.write(sql`select pg_notify('splot_notes', ${`${id} note`})`)
  return {}
}

async function refuse(work: Work, id: string, pointId: string): Promise<never> {
  if (await work.find(sql`select from meetings.point where id = ${pointId} and meeting_id = ${id}`))
    throw new Refusal(409, 'meetings:meeting-is-over')
  throw notFound()
}

/** The document with an edit in it. A Refusal for what is no edit of plain text, is too long, or comes before what it follows. */
function taken(state: Buffer | null, edit: Buffer) {
  const doc = new Y.Doc()
  if (state) Y.applyUpdate(doc, state)
  const before = Y.encodeStateAsUpdate(doc)
  try {
    Y.applyUpdate(doc, edit)
  } catch {
    throw new Refusal(400, 'meetings:not-an-edit')
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Refusal(409, 'meetings:edit-does-not-follow')
  if ([...doc.share.keys()].some((name) => name !== wordsOf)) throw new Refusal(400, 'meetings:not-an-edit')
  const written = plainText(doc.getText(wordsOf))
  const after = Y.encodeStateAsUpdate(doc)
  if (after.length > largest || written.length > lengths['meetings.note.words'][1])
    throw new Refusal(409, 'meetings:note-is-full')
  return { state: Buffer.from(after), words: written, isNew: Buffer.compare(before, after) !== 0 }
}

function plainText(text: Y.Text): string {
  let plain = ''
  for (const part of text.toDelta() as { insert: unknown; attributes?: object }[]) {
    if (typeof part.insert !== 'string' || part.attributes) throw new Refusal(400, 'meetings:not-an-edit')
    plain += part.insert
  }
  if (!/^(?:[^\p{Cc}]|[\n\r\t])*$/u.test(plain)) throw new Refusal(400, 'meetings:not-an-edit')
  return plain.replace(/\p{Cs}/gu, '\ufffd')
}
