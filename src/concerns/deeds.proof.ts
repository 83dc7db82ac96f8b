import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { aCode } from '../proof/case.ts'
import { call, family, it, partnership, type Role, raw, roles, unseen } from '../proof/cast.ts'
import type { DeedsProof } from '../proof/deeds.ts'
import { police, type Worker } from '../proof/partnership.ts'

const concern = (me: Worker) => sql`
  insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows)
  values (${randomUUID()}, ${partnership.id}, ${me.workerId}, ${me.institutionId}, ${partnership.centre.id}, 'Rodzina', '{poverty}', 'Czynsz.', 'within_days', 'yes')`
const members: Role[] = roles.filter(
  (role) => !['suspended', 'suspendedHead', 'stranger', 'strangersHead'].includes(role),
)

export const proof: DeedsProof = {
  deeds: [
    ['concerns.sendConcern', 'sends a concern', members, raw((me) => concern(me))],
    [
      'concerns.takeUp',
      'takes up a concern',
      ['duty'],
      call(
        () =>
          sql`concerns.take_up(${it.concern}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'Rodzina', null, null)`,
      ),
    ],
    [
      'concerns.takeUp',
      'takes up a concern sent to the school',
      ['schoolHead'],
      call(
        () =>
          sql`concerns.take_up(${it.toSchool}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'Rodzina', null, null)`,
      ),
    ],
    [
      'concerns.attachConcern',
      'attaches a concern to an open case',
      ['duty'],
      call(() => sql`concerns.attach_concern(${it.concern}, ${family.id})`),
    ],
    [
      'concerns.attachConcern',
      'attaches a concern to a case of another partnership',
      [],
      call(() => sql`concerns.attach_concern(${it.concern}, ${unseen.id})`),
    ],
    [
      'concerns.noAction',
      'answers a concern',
      ['duty'],
      raw(
        (me) =>
          sql`update concerns.concern set state = 'no_action', answered_at = now(), answered_by = ${me.workerId}, answer_reason = 'Znamy.' where id = ${it.concern}`,
      ),
    ],
    [
      'concerns.passOn',
      'passes a concern on',
      ['duty'],
      raw(
        (
          _,
        ) => sql`insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows)
    select ${randomUUID()}, partnership_id, reporter_id, reporter_institution_id, ${partnership.of(police).id}, who, worries, what, urgency, family_knows from concerns.concern where id = ${it.concern} and reporter_id <> ${_.workerId}`,
      ),
    ],
    [
      'concerns.findBeforeCreating',
      'searches people before creating',
      ['duty'],
      call(
        () =>
          sql`(select count(*) from households.find_before_creating(${partnership.id}, 'Ewa Zmyślona', null, null))`,
        (n) => Number(n) > 0,
      ),
    ],
    [
      'concerns.findBeforeCreating',
      'is told of an open case',
      ['duty'],
      call(
        () => sql`(select count(*) from concerns.open_case_of(${family.mother.id}))`,
        (n) => Number(n) > 0,
      ),
    ],
  ],
  ids: {
    ofFamily: {
      concerns: 'select id from concerns.concern where case_id = $1',
    },
  },
}
