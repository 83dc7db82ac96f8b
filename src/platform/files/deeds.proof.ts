import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { aForm, aPicture } from '../../proof/app.ts'
import { family, raw } from '../../proof/cast.ts'
import type { DeedsProof } from '../../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'files.addFile',
      'puts a file in',
      ['head', 'standIn', 'coordinator', 'teammate', 'partner'],
      raw(
        (me) =>
          sql`insert into files.file (id, scope_id, class, name, type, size, wrapped_key, added_by) values (${randomUUID()}, ${family.id}, 'pointer', 'pismo', 'application/pdf', 1, 'x', ${me.workerId})`,
      ),
    ],
  ],
  ids: {
    ofFamily: {
      scopes: 'select $1::uuid as id',
      files: 'select id from files.file where scope_id = $1',
    },
  },
  lacking: async (as, { family }) => [
    await (await as('joanna'))('POST', `/api/scopes/${family}/files?id=${randomUUID()}`, aForm(aPicture)),
  ],
}
