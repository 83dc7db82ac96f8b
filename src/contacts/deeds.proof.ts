import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { call, family, it, raw } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'contacts.voidContact',
      'voids a note',
      ['coordinator'],
      call(() => sql`contacts.void_contact(${it.contact})`),
    ],
    [
      'contacts.writeContact',
      'writes a note for their institution',
      ['coordinator', 'teammate', 'partner'],
      raw(
        (
          me,
        ) => sql`insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class)
    values (${randomUUID()}, ${family.id}, ${me.institutionId}, ${me.workerId}, 'phone', now(), 'Rozmowa.', 'file')`,
      ),
    ],
    [
      'contacts.correctContact',
      'corrects a note',
      ['coordinator'],
      raw(
        () =>
          sql`update contacts.contact set what = 'Długa rozmowa.', version = version + 1 where id = ${it.contact}`,
      ),
    ],
    [
      'contacts.openContact',
      'opens a note to the team',
      ['coordinator'],
      through('contacts.openContact', () => ({ params: { id: family.id, contactId: it.contact } })),
    ],
  ],
  ids: {
    ofFamily: {
      contacts: 'select id from contacts.contact where scope_id = $1',
    },
  },
}
