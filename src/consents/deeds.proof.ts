import { sql } from 'kysely'
import { basis, call, family, it, partnership } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'
import { police, school } from '../proof/partnership.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'consents.recordBasis',
      'records a consent for the leading institution',
      ['coordinator'],
      (db, me) => basis(db, { by: me, from: partnership.centre.id, to: partnership.of(school).id }),
    ],
    [
      'consents.recordBasis',
      'records a consent for the police',
      ['partner'],
      (db, me) => basis(db, { by: me, from: partnership.of(police).id, to: partnership.of(school).id }),
    ],
    [
      'consents.withdrawBasis',
      'withdraws a consent of the leading institution',
      ['coordinator'],
      call(() => sql`consents.withdraw(${it.basis}, 'ustnie')`),
    ],
    [
      'consents.withdrawBasis',
      'withdraws a consent of the police',
      ['coordinator', 'partner'],
      call(() => sql`consents.withdraw(${it.partnersBasis}, 'ustnie')`),
    ],
    [
      'consents.giveClause',
      'records that a person was told who has their data',
      ['coordinator', 'teammate', 'partner'],
      through('consents.giveClause', () => ({
        params: { id: family.id },
        body: { personId: family.mother.id },
      })),
    ],
  ],
  ids: {
    ofFamily: {
      bases: 'select id from consents.basis where scope_id = $1',
    },
  },
}
