import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client, PoolClient } from 'pg'
import type { Questionnaire } from './questionnaire.ts'
import { readQuestionnaire } from './read-questionnaire.ts'

const folder = join(import.meta.dirname, '../../data/questionnaires')

/** The questionnaires shipped in `data/questionnaires`. Throws when one is outside of what Splot understands. */
export function shippedQuestionnaires(): Questionnaire[] {
  return globSync('*.json', { cwd: folder })
    .sort()
    .map((file) => {
      const { questionnaire, missing, obstacles } = readQuestionnaire(
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      )
      if (!questionnaire || missing.length)
        throw new Error(`${file}: ${JSON.stringify([...missing, ...obstacles])}`)
      return questionnaire as Questionnaire
    })
}

/** Puts the shipped questionnaires in place. A version that is there stays as it is: a change needs a new version. */
export async function loadQuestionnaires(client: Client | PoolClient): Promise<void> {
  for (const questionnaire of shippedQuestionnaires())
    await client.query('select questionnaires.take_in($1, true)', [JSON.stringify(questionnaire)])
}
