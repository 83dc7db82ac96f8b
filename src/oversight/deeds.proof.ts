import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { cast, family } from '../proof/cast.ts'
import { after, type DeedsProof, through } from '../proof/deeds.ts'

/** Somebody of the police becomes their auditor. */
const officer = () => sql`
  insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
  values (${randomUUID()}, ${cast.partnersHead.institutionId}, ${cast.partnersColleague.workerId}, 'auditor', tstzrange(now(), null), ${cast.partnersHead.workerId})`

export const proof: DeedsProof = {
  deeds: [
    [
      'oversight.openRecord',
      'opens a record, being no officer',
      [],
      through('oversight.openRecord', () => ({ body: { scopeId: family.id, purpose: 'audit' } })),
    ],
    [
      'oversight.openRecord',
      'opens a record as an officer',
      ['partnersColleague'],
      after(
        () => cast.partnersHead,
        officer,
        through('oversight.openRecord', () => ({ body: { scopeId: family.id, purpose: 'audit' } })),
      ),
    ],
    [
      'oversight.acknowledge',
      'knows that a record was asked for',
      ['partnersHead'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.partnersHead,
          officer,
          after(
            () => cast.partnersColleague,
            () => sql`select oversight.open_record(${id}, ${family.id}, 'audit', 'sprawdzenie')`,
            through('oversight.acknowledge', () => ({ params: { id } })),
          ),
        )(db, me)
      },
    ],
  ],
  ids: {
    ofFamily: {
      records: 'select id from oversight.record where scope_id = $1',
    },
  },
  lacking: async (as, { family }) => [
    await (await as('iza'))('POST', '/api/oversight/records', {
      body: { id: randomUUID(), scopeId: family, purpose: 'audit', reason: 'Próba kontroli.' },
    }),
  ],
}
