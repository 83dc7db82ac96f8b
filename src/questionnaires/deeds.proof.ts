import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { family, raw } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'
import type { Worker } from '../proof/partnership.ts'

const begun = (id: string, me: Worker) => sql`
  insert into questionnaires.response (id, scope_id, class, questionnaire_id, author_id)
  select ${id}, ${family.id}, 'file', min(id::text)::uuid, ${me.workerId} from questionnaires.questionnaire`

export const proof: DeedsProof = {
  deeds: [
    [
      'questionnaires.beginResponse',
      'begins a questionnaire',
      ['coordinator', 'teammate'],
      raw(
        (me) => sql`insert into questionnaires.response (id, scope_id, class, questionnaire_id, author_id)
    select ${randomUUID()}, ${family.id}, 'file', min(id::text)::uuid, ${me.workerId} from questionnaires.questionnaire`,
      ),
    ],
    [
      'questionnaires.keepAnswers',
      'keeps what they answered',
      ['coordinator', 'teammate'],
      async (db, me) => {
        const id = randomUUID()
        await begun(id, me).execute(db)
        return through('questionnaires.keepAnswers', () => ({
          params: { scopeId: family.id, id },
          body: { status: 'in-progress', item: [] },
        }))(db, me)
      },
    ],
    [
      'questionnaires.dropResponse',
      'throws away what they began',
      ['coordinator', 'teammate'],
      async (db, me) => {
        const id = randomUUID()
        await begun(id, me).execute(db)
        return through('questionnaires.dropResponse', () => ({ params: { scopeId: family.id, id } }))(db, me)
      },
    ],
  ],
  ids: {
    ofFamily: {
      responses: 'select id from questionnaires.response where scope_id = $1',
    },
    open: {
      questionnaires: '00000000-0000-4000-8000-000000000000',
    },
  },
}
