import { sql } from 'kysely'
import type { z } from 'zod'
import { notFound, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { basketsContract } from './contract.ts'
import { toldOf } from './told-of.ts'

/**
 * Answers an item for the institution that was asked. A refusal needs a reason; a changed part is a new offer to the
 * family. The coordinator is told either way.
 */
export async function answerItem(
  work: Work,
  itemId: string,
  said: z.output<typeof basketsContract.answerItem.body>,
) {
  const item = await work.find(sql<{
    scopeId: string
    serviceKind: string
    class: string
    goalClass: string
    version: number
  }>`
    select a.scope_id as "scopeId", a.service_kind as "serviceKind", k.class, a.goal_class as "goalClass", a.version
    from baskets.asked_of_me() a join directory.service_kind k on k.code = a.service_kind where a.id = ${itemId}`)
  if (!item) {
    if (await work.ask<boolean>(sql`baskets.colleague_answered(${itemId})`))
      throw new Refusal(409, 'baskets:item-already-answered')
    throw notFound()
  }
  const reason = said.answer === 'declined' ? said.reason : null
  if (reason) {
    const known = await work.find(sql<{ needsText: boolean | null }>`
      select needs_text as "needsText" from baskets.refusal_reason where code = ${reason}`)
    if (!known) throw new Refusal(400, 'baskets:unknown-reason', { field: 'reason' })
    if (known.needsText && !said.words)
      throw new Refusal(400, 'baskets:reason-needs-words', { field: 'words' })
  }
  const change = said.answer === 'changed' ? said : undefined
  // Before the change: the request is closed to us once it is answered.
  await work.record({
    verb: `item.${said.answer}`,
    subjectId: itemId,
    scopeId: item.scopeId,
    ...toldOf(item),
    values: { service: item.serviceKind, reason, words: said.words },
  })
  orRefuse(
    'baskets',
    await work.ask(sql`baskets.answer_item(${itemId}, ${work.expectedVersion ?? item.version}, ${said.answer}, ${reason}, ${said.words || null},
      ${change?.what ?? null}, ${change?.frequency || null}, ${change?.starts ?? null}::date, ${change?.ends ?? null}::date)`),
  )
  return {}
}
