import type { Database } from '../platform/database/open.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import { type Account, mustAdminister } from '../platform/http/work.ts'
import { type Head, itemsOf } from './questionnaire.ts'
import { readQuestionnaire } from './read-questionnaire.ts'

/** What a questionnaire from elsewhere would bring, or all that stands in the way; nothing is kept. */
export function whatWouldCome(account: Account, json: Record<string, unknown>) {
  mustAdminister(account)
  const { questionnaire, missing, obstacles, leftOut } = readQuestionnaire(json)
  return {
    title: questionnaire?.title ?? null,
    version: questionnaire?.version ?? null,
    status: questionnaire?.status ?? null,
    items: [...itemsOf(questionnaire?.item ?? [])].map(({ item }) => ({
      linkId: item.linkId,
      type: item.type,
      text: item.text ?? null,
    })),
    missing,
    obstacles,
    leftOut,
  }
}

/**
 * Takes a questionnaire in; from then on its newest version is the one that is filled in.
 *
 * @param given what names it where the file does not
 */
export async function takeIn(
  { jobs }: Database,
  account: Account,
  { questionnaire: json, ...given }: { questionnaire: Record<string, unknown> } & Partial<Head>,
) {
  mustAdminister(account)
  const { questionnaire, missing } = readQuestionnaire(json, given)
  if (!questionnaire) throw new Refusal(400, 'questionnaires:not-understood', { field: 'questionnaire' })
  if (missing[0]) throw new Refusal(400, 'questionnaires:not-named', { field: missing[0] })
  const { rows } = await jobs.query<{ obstacle: string | null }>(
    'select questionnaires.take_in($1, false) as obstacle',
    [JSON.stringify(questionnaire)],
  )
  orRefuse('questionnaires', rows[0]!.obstacle, 'questionnaire')
  return {}
}
