import { loadCompetence } from '../src/competence/load-competence.ts'
import { loadCodes } from '../src/platform/codes/load-codes.ts'
import { inTransaction } from '../src/platform/database/in-transaction.ts'
import { asOwner } from '../src/platform/database/open.ts'
import { loadQuestionnaires } from '../src/questionnaires/load-questionnaires.ts'
import { loadTerritory } from '../src/territory/load-territory.ts'

/** Puts the reference data shipped with Splot into a migrated database, in one transaction; repeating it is harmless. */
export async function fillReferenceData(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (client) =>
    inTransaction(client, async () => {
      await loadCodes(client)
      await loadQuestionnaires(client)
      await loadTerritory(client)
      await loadCompetence(client)
    }),
  )
}
