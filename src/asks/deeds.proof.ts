import { asOwner } from '../platform/database/open.ts'
import { it, roles } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'

/** The ask about each of these. */
const asks = new Map<string, string>()

export const proof: DeedsProof = {
  deeds: [
    [
      'asks.keepWish',
      'says when they want letters',
      [...roles],
      through('asks.keepWish', () => ({ body: { atOnce: true, hour: 7, everyDay: false } })),
    ],
    [
      'asks.remind',
      'reminds an invited worker',
      ['coordinator'],
      through('asks.remind', () => ({ params: { id: asks.get(it.invitation) } })),
    ],
    [
      'asks.remind',
      'reminds an institution of an item',
      ['coordinator'],
      through('asks.remind', () => ({ params: { id: asks.get(it.askedPoint) } })),
    ],
  ],
  async stage({ ownerUrl }) {
    await asOwner(ownerUrl, async (client) => {
      const { rows } = await client.query<{ id: string; about: string }>(
        'select id, subject_id as about from asks.ask where outcome is null',
      )
      for (const { id, about } of rows) asks.set(about, id)
    })
  },
  ids: { ofFamily: { asks: 'select id from asks.ask where scope_id = $1' } },
}
