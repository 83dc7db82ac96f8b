import { sql } from 'kysely'
import type { z } from 'zod'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { basketsContract } from './contract.ts'
import { itemById } from './questions.ts'
import { toldOf } from './told-of.ts'

/** Records what the family says, with how it said it. */
export async function recordFamilyAnswer(
  work: Work,
  scopeId: string,
  itemId: string,
  seen: number | undefined,
  { answer, words, how, on, saidBy }: z.output<typeof basketsContract.familyAnswers.body>,
) {
  if (on > (await work.today())) throw new Refusal(400, 'baskets:in-the-future', { field: 'on' })
  const item = await work.mustFind(itemById(scopeId, itemId))
  if (seen === undefined) throw new Refusal(428, 'http:version-needed')
  orRefuse(
    'baskets',
    await work.ask(
      sql`baskets.record_family_answer(${itemId}, ${seen}, ${answer}, ${words || null}, ${how}, ${on}::date, ${saidBy}::uuid[])`,
    ),
  )
  await work.record({
    verb: 'family.answered',
    subjectId: itemId,
    scopeId,
    ...toldOf(item),
    values: { answer, words, what: item.what },
  })
  return {}
}

/** Records what the family says in one talk to several items; one that changed meanwhile is asked about anew, with all. */
export async function recordFamilyAnswers(
  work: Work,
  scopeId: string,
  { answers, how, on, saidBy }: z.output<typeof basketsContract.familyAnswersToAll.body>,
) {
  for (const { itemId, version, answer } of answers)
    await recordFamilyAnswer(work, scopeId, itemId, version, { answer, how, on, saidBy })
  return {}
}
