import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { cast, family, raw } from '../proof/cast.ts'
import { after, type DeedsProof, through } from '../proof/deeds.ts'

export const proof: DeedsProof = {
  deeds: [
    [
      'worklist.giveTask',
      'gives a task',
      ['coordinator', 'teammate', 'partner'],
      raw(
        (me) =>
          sql`insert into worklist.task (id, scope_id, class, what, institution_id, added_by) values (${randomUUID()}, ${family.id}, 'file', 'Zadzwonić.', ${me.institutionId}, ${me.workerId})`,
      ),
    ],
    [
      'worklist.moveTask',
      'moves on a task of the leading institution',
      ['coordinator', 'teammate'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.coordinator,
          () =>
            sql`insert into worklist.task (id, scope_id, class, what, institution_id, added_by) values (${id}, ${family.id}, 'file', 'Zadzwonić.', ${cast.coordinator.institutionId}, ${cast.coordinator.workerId})`,
          through('worklist.moveTask', () => ({
            params: { id },
            body: { state: 'done', notDoneReason: undefined },
          })),
        )(db, me)
      },
    ],
    [
      'worklist.takeTopicBack',
      'takes a topic back',
      ['coordinator', 'partner'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.partner,
          () =>
            sql`insert into worklist.topic (id, scope_id, class, what, put_by, source_kind, source_id) values (${id}, ${family.id}, 'team', 'Co dalej.', ${cast.partner.workerId}, 'message', ${family.id})`,
          // On an agenda by now, it would be refused to all.
          raw(() => sql`update worklist.topic set taken_back_at = now() where id = ${id}`),
        )(db, me)
      },
    ],
  ],
  ids: {
    ofFamily: {
      tasks: 'select id from worklist.task where scope_id = $1',
      topics: 'select id from worklist.topic where scope_id = $1',
    },
  },
}
