import { sql } from 'kysely'
import { call } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'families.lookUp',
      'looks for families that their own institution leads',
      ['head', 'standIn', 'partnersHead', 'schoolHead', 'suspendedHead', 'strangersHead'],
      through('families.lookUp', () => ({ body: { name: 'Zmyślona', purpose: 'calls' } })),
    ],
    [
      'families.lookUp',
      'finds a family by the name of its mother',
      ['head', 'standIn'],
      call(
        () => sql`(select count(*) from families.look_up('Ewa Zmyślona', 'calls'))`,
        (n) => Number(n) > 0,
      ),
    ],
  ],
}
