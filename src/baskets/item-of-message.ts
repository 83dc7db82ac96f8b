import type { z } from 'zod'
import { findMessage, sayBelow } from '../messages/write-message.ts'
import type { Work } from '../platform/http/work.ts'
import type { basketsContract } from './contract.ts'
import { putItem } from './items.ts'

/** Puts what a message says into the basket of its family, by whoever coordinates; it stands below the message. */
export async function putItemOfMessage(
  work: Work,
  messageId: string,
  item: z.output<typeof basketsContract.putItemOfMessage.body>,
) {
  const message = await findMessage(work, messageId)
  await work.mustHold(message.scopeId, 'coordinate')
  await putItem(work, message.scopeId, item)
  await sayBelow(work, messageId, message, { kind: 'item', id: item.id })
  return { id: item.id }
}
