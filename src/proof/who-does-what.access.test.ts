import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { aCode } from './case.ts'
import {
  type Attempt,
  basis,
  call,
  cast,
  family,
  gather,
  it,
  other,
  partnership,
  type Role,
  raw,
  roles,
  unseen,
  whoSucceeds,
} from './cast.ts'
import { aDatabase } from './database.ts'
import { clinic, police, school, type Worker } from './partnership.ts'

// Who does what (model.md): each deed is tried by everybody, and undone; those who may succeed, all others change nothing.

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await gather(database)
})
afterAll(() => database.drop())

const members: Role[] = roles.filter(
  (role) => !['suspended', 'suspendedHead', 'stranger', 'strangersHead'].includes(role),
)

const concern = (me: Worker, to: () => string, reporter = me) =>
  sql`insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows)
    values (${randomUUID()}, ${partnership.id}, ${reporter.workerId}, ${reporter.institutionId}, ${to()}, 'Rodzina', '{poverty}', 'Czynsz.', 'within_days', 'yes')`

const deeds: [string, Role[], Attempt][] = [
  ['sends a concern', members, raw((me) => concern(me, () => partnership.centre.id))],
  [
    'takes up a concern',
    ['duty'],
    call(
      () =>
        sql`concerns.take_up(${it.concern}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'Rodzina', null, null)`,
    ),
  ],
  [
    'takes up a concern sent to the school',
    ['schoolHead'],
    call(
      () =>
        sql`concerns.take_up(${it.toSchool}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'Rodzina', null, null)`,
    ),
  ],
  [
    'attaches a concern to an open case',
    ['duty'],
    call(() => sql`concerns.attach_concern(${it.concern}, ${family.id})`),
  ],
  [
    'attaches a concern to a case of another partnership',
    [],
    call(() => sql`concerns.attach_concern(${it.concern}, ${unseen.id})`),
  ],
  [
    'answers a concern',
    ['duty'],
    raw(
      (me) =>
        sql`update concerns.concern set state = 'no_action', answered_at = now(), answered_by = ${me.workerId}, answer_reason = 'Znamy.' where id = ${it.concern}`,
    ),
  ],
  [
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
    'searches people before creating',
    ['duty'],
    call(
      () =>
        sql`(select count(*) from households.find_before_creating(${partnership.id}, 'Ewa Zmyślona', null, null))`,
      (n) => Number(n) > 0,
    ),
  ],
  [
    'is told of an open case',
    ['duty'],
    call(
      () => sql`(select count(*) from concerns.open_case_of(${family.mother.id}))`,
      (n) => Number(n) > 0,
    ),
  ],

  [
    'appoints a coordinator',
    ['head', 'standIn'],
    call(() => sql`cases.appoint_coordinator(${randomUUID()}, ${family.id}, ${cast.teammate.workerId})`),
  ],
  [
    'offers a hand-over',
    ['head', 'standIn'],
    call(
      () =>
        sql`cases.offer_handover(${randomUUID()}, ${other.id}, ${partnership.of(police).id}, 'przeprowadzka')`,
    ),
  ],
  ['accepts a hand-over', ['schoolHead'], call(() => sql`cases.answer_handover(${it.handover}, 'accepted')`)],
  [
    'takes a hand-over back',
    ['head', 'standIn'],
    call(() => sql`cases.answer_handover(${it.handover}, 'withdrawn')`),
  ],

  [
    'invites to the team',
    ['coordinator'],
    call(
      () => sql`cases.invite(${randomUUID()}, ${family.id}, ${cast.partnersColleague.workerId}, null, null)`,
    ),
  ],
  [
    'excludes somebody',
    ['head', 'standIn', 'coordinator'],
    call(() => sql`cases.exclude(${randomUUID()}, ${family.id}, ${cast.partnersColleague.workerId}, 'kin')`),
  ],
  [
    'excludes themselves',
    ['head', 'standIn', 'coordinator', 'teammate', 'partner', 'invited', 'representative'],
    call((me) => sql`cases.exclude(${randomUUID()}, ${family.id}, ${me.workerId}, 'kin')`),
  ],
  [
    'lifts an exclusion',
    ['head', 'standIn', 'coordinator'],
    call(
      () =>
        sql`cases.lift_exclusion(${family.id}, (select id from cases.exclusions_of(${family.id})), 'pomyłka')`,
    ),
  ],
  [
    'reads who is excluded',
    ['head', 'standIn', 'coordinator'],
    call(
      () => sql`(select count(*) from cases.exclusions_of(${family.id}))`,
      (n) => Number(n) === 1,
    ),
  ],
  ['voids a case opened by mistake', ['colleague'], call(() => sql`cases.void(${other.id}, 'pomyłka')`)],
  ['voids a case that others rely on', [], call(() => sql`cases.void(${family.id}, 'pomyłka')`)],
  ['voids a note', ['coordinator'], call(() => sql`contacts.void_contact(${it.contact})`)],
  [
    'keeps the number of the register',
    ['coordinator'],
    raw(
      (me) =>
        sql`insert into cases.registry_number (case_id, institution_id, number) values (${family.id}, ${me.institutionId}, '7/2026')`,
    ),
  ],
  [
    'fixes an assessment',
    ['coordinator'],
    async (db, me) => {
      await sql`insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level) values (${randomUUID()}, ${it.assessment}, ${family.id}, 'housing', 'file', 2)`.execute(
        db,
      )
      return call(() => sql`assessments.fix(${it.assessment}, splot.today_pl(), '{mama}')`)(db, me)
    },
  ],
  [
    'sets a goal',
    ['coordinator'],
    raw(
      (me) =>
        sql`insert into baskets.goal (id, scope_id, domain, class, words, added_by) values (${randomUUID()}, ${family.id}, 'housing', 'file', 'Dach.', ${me.workerId})`,
    ),
  ],
  [
    'puts an item in',
    ['coordinator'],
    raw(
      (
        me,
      ) => sql`insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by)
    select ${randomUUID()}, ${family.id}, ${it.goal}, 'file', min(code), 'file', 'Pomoc.', ${partnership.of(school).id}, ${me.workerId} from baskets.service_kind where class = 'file'`,
    ),
  ],
  [
    'freezes the basket',
    ['coordinator'],
    async (db, me) => {
      // Something new to freeze: the same basket is not frozen twice.
      await sql`update baskets.item set family_cost_grosz = family_cost_grosz where id = ${it.item}`.execute(
        db,
      )
      return call(
        () => sql`baskets.freeze_ready(${randomUUID()}, ${family.id})`,
        (n) => n !== null,
      )(db, me)
    },
  ],
  [
    'draws up a plan',
    ['coordinator'],
    raw(
      (me) => sql`insert into contracts.cooperation_plan (id, scope_id, version_id, no, planned, drawn_up_by)
    values (${randomUUID()}, ${family.id}, ${it.version}, 2, daterange(splot.today_pl(), splot.today_pl() + 90), ${me.workerId})`,
    ),
  ],
  [
    'draws up a contract',
    ['coordinator'],
    raw(
      (
        me,
      ) => sql`insert into contracts.social_contract (id, scope_id, plan_id, type, social_worker_id, planned, review_on, drawn_up_by)
    values (${randomUUID()}, ${family.id}, ${it.plan}, 'B', ${cast.coordinator.workerId}, daterange(splot.today_pl(), splot.today_pl() + 90), splot.today_pl() + 30, ${me.workerId})`,
    ),
  ],
  ['approves a contract', ['head', 'standIn'], call(() => sql`contracts.approve(${it.contract}, 3)`)],
  ['closes a case', ['coordinator'], call(() => sql`cases.close(${family.id}, 'need_solved', null, '{}')`)],

  [
    'records a consent for the leading institution',
    ['coordinator'],
    (db, me) => basis(db, { by: me, from: partnership.centre.id, to: partnership.of(school).id }),
  ],
  [
    'records a consent for the police',
    ['partner'],
    (db, me) => basis(db, { by: me, from: partnership.of(police).id, to: partnership.of(school).id }),
  ],
  [
    'withdraws a consent of the leading institution',
    ['coordinator'],
    call(() => sql`consents.withdraw(${it.basis}, 'ustnie')`),
  ],
  [
    'withdraws a consent of the police',
    ['coordinator', 'partner'],
    call(() => sql`consents.withdraw(${it.partnersBasis}, 'ustnie')`),
  ],
  [
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
    'asks for a locked entry',
    ['coordinator'],
    call(
      () => sql`timeline.ask_for_entry(${randomUUID()}, ${family.id}, ${it.lockedEntry}, 'Wspólny plan.')`,
    ),
  ],
  [
    'opens what was asked for',
    ['partner'],
    call(
      () => sql`timeline.answer_entry_request(${it.entryRequest}, 'opened', null)`,
      (said) => !(said as { obstacle?: string }).obstacle,
    ),
  ],
  [
    'begins a questionnaire',
    ['coordinator', 'teammate'],
    raw(
      (me) => sql`insert into questionnaires.response (id, scope_id, class, questionnaire_id, author_id)
    select ${randomUUID()}, ${family.id}, 'file', min(id::text)::uuid, ${me.workerId} from questionnaires.questionnaire`,
    ),
  ],
  [
    'enters a view for their institution',
    ['coordinator', 'teammate', 'partner'],
    raw(
      (
        me,
      ) => sql`insert into assessments.view (id, assessment_id, scope_id, domain, class, by_family, institution_id, author_id, level)
    values (${randomUUID()}, ${it.assessment}, ${family.id}, 'housing', 'file', false, ${me.institutionId}, ${me.workerId}, 2)`,
    ),
  ],
  [
    'corrects a note',
    ['coordinator'],
    raw(
      () =>
        sql`update contacts.contact set what = 'Długa rozmowa.', version = version + 1 where id = ${it.contact}`,
    ),
  ],
  [
    'gives a task',
    ['coordinator', 'teammate', 'partner'],
    raw(
      (me) =>
        sql`insert into worklist.task (id, scope_id, class, what, institution_id, added_by) values (${randomUUID()}, ${family.id}, 'file', 'Zadzwonić.', ${me.institutionId}, ${me.workerId})`,
    ),
  ],

  [
    'answers an invitation',
    ['invited'],
    call(() => sql`cases.answer_invitation(${it.invitation}, 'accepted', null)`),
  ],
  [
    'delegates an invitation',
    ['representative'],
    call(
      () =>
        sql`cases.delegate_invitation(${it.delegable}, ${randomUUID()}, ${partnership.of(school).workers[2].workerId})`,
    ),
  ],
  [
    'delegates without answering for the institution',
    [],
    call(
      () =>
        sql`cases.delegate_invitation(${it.invitation}, ${randomUUID()}, ${partnership.of(school).workers[2].workerId})`,
    ),
  ],
  [
    'answers an item',
    ['representative'],
    call(() => sql`baskets.answer_item(${it.asked}, 1, 'accepted', null, null, null, null, null, null)`),
  ],
  [
    "records the family's answer",
    ['coordinator', 'teammate', 'partner'],
    call(() => sql`baskets.record_family_answer(${it.asked}, 1, 'yes', null, 'in_person', splot.today_pl())`),
  ],
  [
    "ends another's part",
    ['coordinator'],
    call(
      (me) =>
        sql`cases.end_part((select id from cases.team_member where worker_id = ${cast.teammate.workerId} and worker_id <> ${me.workerId}), 'koniec')`,
    ),
  ],
  [
    'leaves the team',
    ['teammate', 'partner'],
    call(
      (me) =>
        sql`cases.end_part((select id from cases.team_member where worker_id = ${me.workerId} and case_id = ${family.id} and answer = 'accepted' and left_at is null), 'koniec')`,
    ),
  ],

  [
    'appoints a representative of the school',
    ['schoolHead'],
    raw(
      (
        me,
      ) => sql`insert into partnerships.appointment (id, membership_id, worker_id, part, period, appointed_by)
    values (${randomUUID()}, ${partnership.of(school).membershipId}, ${cast.invited.workerId}, 'deputy', tstzrange(now(), null), ${me.workerId})`,
    ),
  ],
  [
    'ends the membership of the school',
    ['head', 'schoolHead'],
    async (db, me) => {
      await sql`select cases.answer_handover(${it.handover}, 'withdrawn')`.execute(db)
      return call(() => sql`partnerships.end_membership(${partnership.of(school).membershipId}, 'koniec')`)(
        db,
        me,
      )
    },
  ],
  [
    'ends the membership of the leading institution',
    [],
    call(() => sql`partnerships.end_membership(${partnership.centre.membershipId}, 'koniec')`),
  ],
  [
    'resumes a membership that the leader suspended',
    ['head'],
    call(() => sql`partnerships.resume_membership(${partnership.of(clinic).membershipId})`),
  ],
  [
    'suspends the agreement',
    ['head'],
    call(
      () =>
        sql`partnerships.suspend_agreement(${randomUUID()}, ${partnership.agreementId}, null, splot.today_pl(), 'przerwa')`,
    ),
  ],
  [
    'invites an institution',
    ['head'],
    raw(
      () =>
        sql`insert into partnerships.membership (id, partnership_id, institution_id) values (${randomUUID()}, ${partnership.id}, ${cast.stranger.institutionId})`,
    ),
  ],
  [
    'sets rules of work',
    ['head'],
    raw(
      () => sql`insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent, answer_days_usual, review_every_months, meeting_every_months)
    values (${randomUUID()}, ${partnership.id}, tstzrange(now(), null), splot.today_pl(), 1, 3, 7, 3, 1)`,
    ),
  ],
  [
    'gives a stand-in',
    ['head', 'partnersHead', 'schoolHead', 'suspendedHead', 'strangersHead'],
    raw(
      (me) => sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
    select ${randomUUID()}, ${me.institutionId}, min(id::text)::uuid, 'stand_in', tstzrange(now() + interval '99 days', null), ${me.workerId} from institutions.worker where institution_id = ${me.institutionId}`,
    ),
  ],
  [
    'names the next head',
    ['head', 'partnersHead', 'schoolHead', 'suspendedHead', 'strangersHead'],
    call(
      (me) =>
        sql`institutions.name_head(${randomUUID()}, (select id from institutions.worker where institution_id = ${me.institutionId} and id <> ${me.workerId} limit 1), now())`,
    ),
  ],
  [
    "ends a colleague's work",
    ['head', 'standIn'],
    call(() => sql`institutions.end_work(${cast.colleague.workerId})`),
  ],
]

describe('each deed is done by those who may, and by nobody else', () => {
  test.each(deeds)('%s', async (_, may, attempt) => {
    expect(await whoSucceeds(attempt)).toEqual(roles.filter((role) => may.includes(role)))
  })
})
