import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { call, family, it } from '../proof/cast.ts'
import type { DeedsProof } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'timeline.askForEntry',
      'asks for a locked entry',
      ['coordinator'],
      call(
        () => sql`timeline.ask_for_entry(${randomUUID()}, ${family.id}, ${it.lockedEntry}, 'Wspólny plan.')`,
      ),
    ],
    [
      'timeline.answerEntryRequest',
      'opens what was asked for',
      ['partner'],
      call(
        () => sql`timeline.answer_entry_request(${it.entryRequest}, 'opened', null)`,
        (said) => !(said as { obstacle?: string }).obstacle,
      ),
    ],
  ],
  ids: {
    ofFamily: {
      entries: 'select id from journal.entry where scope_id = $1 order by id',
      'entry-requests': 'select id from timeline.entry_request where scope_id = $1',
    },
  },
  lacking: async (as, { family }) => {
    const coordinator = await as('joanna')
    const { items } = (await coordinator('GET', `/api/cases/${family}/timeline?limit=200`)).json as {
      items: { id: string; locked: boolean }[]
    }
    const locked = items.find((entry) => entry.locked)!
    return [
      await coordinator('POST', `/api/cases/${family}/entries/${locked.id}/ask`, {
        body: { id: randomUUID(), why: 'Żeby plan był wspólny.' },
      }),
    ]
  },
}
