import { sql } from 'kysely'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

/** Freezes what both sides said yes to, as the next version of the basket; refused when nothing is ready. The coordinator's deed. */
export async function freezeBasket(work: Work, caseId: string, versionId: string) {
  const held = await work.ask<number | null>(sql`baskets.freeze_ready(${versionId}, ${caseId})`)
  if (held === null) throw notFound()
  if (held === 0) throw new Refusal(409, 'baskets:nothing-ready')
  await work.record({
    verb: 'basket.frozen',
    subjectId: versionId,
    scopeId: caseId,
    class: 'file',
    values: { items: held },
  })
  return { id: versionId }
}
