import { sql } from 'kysely'
import type { Received } from '../platform/files/receive.ts'
import { handOutFile, keepFile } from '../platform/files/store-file.ts'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { findMessage, record } from './write-message.ts'

/**
 * Attaches a file to a message that the worker wrote in the last ten minutes. The journal tells its readers that, and not the
 * file's name: not all of them read every message.
 */
export async function attach(work: Work, messageId: string, id: string, file: Received) {
  const { matterId, scopeId } = await findMessage(work, messageId)
  orRefuse('messages', await work.ask(sql`messages.attach(${id}, ${messageId})`))
  await keepFile(work, { id, scopeId, class: 'letters', aboutId: matterId }, file)
  await record(work, 'message.attached', matterId, scopeId, messageId)
  return { id }
}

/** Takes out what the worker attached, within the same minutes: bytes and name are gone. */
export async function takeOut(work: Work, id: string) {
  const { matterId, scopeId, messageId } = await findByFile(work, id)
  orRefuse('messages', await work.ask(sql`messages.take_out(${id})`))
  await record(work, 'message.taken-out', matterId, scopeId, messageId)
  return {}
}

/** Hands out what is attached to a message, where the message is read. */
export async function handOutAttached(work: Work, id: string) {
  await findByFile(work, id)
  return handOutFile(work, id)
}

async function findByFile(work: Work, fileId: string) {
  const messageId = await work.ask<string | undefined>(sql`messages.message_with(${fileId})`)
  return { ...(await findMessage(work, messageId)), messageId }
}
