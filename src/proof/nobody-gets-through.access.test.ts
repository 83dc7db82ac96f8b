import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
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
  onlyBy,
  other,
  partnership,
  raw,
  unseen,
  whoSucceeds,
} from './cast.ts'
import { aDatabase } from './database.ts'
import { answerOf, clinic, police, school, type Worker } from './partnership.ts'

// What nobody may do, however they ask: forged names, borrowed scopes, longer periods, answers for others.

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await gather(database)
})
afterAll(() => database.drop())

const concern = (me: Worker, to: () => string, reporter = me) =>
  sql`insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows)
    values (${randomUUID()}, ${partnership.id}, ${reporter.workerId}, ${reporter.institutionId}, ${to()}, 'Rodzina', '{poverty}', 'Czynsz.', 'within_days', 'yes')`

const forgeries: [string, Attempt][] = [
  [
    "a note in somebody else's name",
    raw(
      (me) =>
        sql`insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class) values (${randomUUID()}, ${family.id}, ${me.institutionId}, ${(me === cast.teammate ? cast.coordinator : cast.teammate).workerId}, 'phone', now(), 'Rozmowa.', 'file')`,
    ),
  ],
  [
    'a note of another institution',
    raw(
      (me) =>
        sql`insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class) values (${randomUUID()}, ${family.id}, ${partnership.of(school).id}, ${me.workerId}, 'phone', now(), 'Rozmowa.', 'file')`,
    ),
  ],
  ['a note moved to another case', raw(() => sql`update contacts.contact set scope_id = ${other.id}`)],
  [
    "a colleague's note about violence opened",
    raw(() => sql`update contacts.contact set class = 'violence', opened_at = now()`),
  ],
  [
    "a concern in somebody else's name",
    raw((me) => concern(me, () => partnership.centre.id, me === cast.former ? cast.partner : cast.former)),
  ],
  [
    'a concern sent yesterday',
    raw(
      (
        me,
      ) => sql`insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows, sent_at)
    values (${randomUUID()}, ${partnership.id}, ${me.workerId}, ${me.institutionId}, ${partnership.centre.id}, 'Rodzina', '{poverty}', 'Czynsz.', 'within_days', 'yes', now() - interval '1 day')`,
    ),
  ],
  [
    'other words passed on in the name of the reporter',
    onlyBy(
      (me) => me !== cast.former,
      raw(
        () => sql`insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows)
          values (${randomUUID()}, ${partnership.id}, ${cast.former.workerId}, ${cast.former.institutionId}, ${partnership.of(police).id}, 'Rodzina', '{poverty}', 'Coś innego.', 'within_days', 'yes')`,
      ),
    ),
  ],
  [
    'violence told to another institution',
    raw(
      (
        me,
      ) => sql`insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, worries, what, urgency, family_knows)
    values (${randomUUID()}, ${partnership.id}, ${me.workerId}, ${me.institutionId}, ${partnership.of(police).id}, 'Rodzina', '{domestic_violence}', 'Krzyki.', 'within_days', 'yes')`,
    ),
  ],
  [
    "a journal entry in somebody else's name",
    raw(
      (me) => sql`insert into journal.entry (worker_id, institution_id, verb, subject_id, class)
        values (${(me === cast.former ? cast.partner : cast.former).workerId}, ${me.institutionId}, 'x', ${family.id}, 'own')`,
    ),
  ],
  [
    'a journal entry in a case that they do not see',
    raw(
      (me) => sql`insert into journal.entry (worker_id, institution_id, verb, subject_id, scope_id, class)
        values (${me.workerId}, ${me.institutionId}, 'x', ${unseen.id}, ${unseen.id}, 'pointer')`,
    ),
  ],
  [
    'a journal entry of another institution',
    raw(
      (me) =>
        sql`insert into journal.entry (worker_id, institution_id, verb, subject_id, class) values (${me.workerId}, ${me.institutionId === partnership.of(school).id ? partnership.centre.id : partnership.of(school).id}, 'x', ${family.id}, 'own')`,
    ),
  ],
  [
    'a journal entry of a chosen time',
    raw(
      (me) =>
        sql`insert into journal.entry (worker_id, institution_id, verb, subject_id, class, at) values (${me.workerId}, ${me.institutionId}, 'x', ${family.id}, 'own', now())`,
    ),
  ],
  [
    'a grant',
    raw(
      (me) =>
        sql`insert into access.granted (scope_id, worker_id, classes, valid, because, rule) values (${family.id}, ${me.workerId}, '{file}', '{(,)}', '{}', 'cases.grants_to_team')`,
    ),
  ],
  ['an exclusion lifted', raw(() => sql`delete from access.barred`)],
  [
    'an exclusion lifted without the deed',
    raw(() => sql`update cases.exclusion set lifted_at = now(), lifted_because = 'pomyłka'`),
  ],
  [
    'a case voided without the deed',
    raw(
      (me) =>
        sql`update cases."case" set voided_at = now(), voided_by = ${me.workerId}, voided_because = 'pomyłka'`,
    ),
  ],
  [
    'a part in the team',
    raw(
      (me) =>
        sql`insert into cases.team_member (id, case_id, worker_id, institution_id, invited_by, answer, answered_at) values (${randomUUID()}, ${family.id}, ${me.workerId}, ${me.institutionId}, ${me.workerId}, 'accepted', now())`,
    ),
  ],
  [
    'an answer given for the invited',
    raw(() => sql`update cases.team_member set answer = 'accepted', answered_at = now()`),
  ],
  [
    'oneself as coordinator',
    raw(
      (me) =>
        sql`insert into cases.coordinator (id, case_id, worker_id, appointed_by) values (${randomUUID()}, ${family.id}, ${me.workerId}, ${me.workerId})`,
    ),
  ],
  ['a case opened longer', raw(() => sql`update cases.opening set period = tstzrange(null, null)`)],
  ['a lead', raw((me) => sql`update cases.lead set institution_id = ${me.institutionId}`)],
  [
    'an exclusion without the deed',
    raw(
      (me) =>
        sql`insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) values (${randomUUID()}, ${family.id}, ${me.workerId}, 'kin', ${me.workerId})`,
    ),
  ],
  [
    "an institution's answer",
    raw(() => sql`update referrals.point set answer = 'accepted', answered_at = now()`),
  ],
  [
    'an item put in with its answer',
    raw(
      (
        me,
      ) => sql`insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by, point_id)
    select ${randomUUID()}, ${family.id}, ${it.goal}, 'file', min(code), 'file', 'Pomoc.', ${partnership.of(school).id}, ${me.workerId}, ${it.acceptedPoint} from directory.service_kind where class = 'file'`,
    ),
  ],
  [
    "the family's answer without how it was given",
    raw(() => sql`update baskets.item set family_answer = 'yes' where id = ${it.asked}`),
  ],
  [
    "the family's answer by the provider",
    call(
      (me) =>
        sql`case when ${me.institutionId} = ${partnership.of(school).id} then baskets.record_family_answer(${it.asked}, 1, 'yes', null, 'in_person', splot.today_pl(), '{}') else 'not tried' end`,
    ),
  ],
  [
    'an item for somebody of another family',
    raw(() => sql`insert into baskets.item_person values (${it.asked}, ${family.id}, ${other.mother.id})`),
  ],
  [
    'an item under a goal of another case',
    raw(
      (
        me,
      ) => sql`insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by)
    select ${randomUUID()}, ${other.id}, ${it.goal}, 'file', min(code), 'file', 'Pomoc.', ${partnership.of(school).id}, ${me.workerId} from directory.service_kind where class = 'file'`,
    ),
  ],
  [
    'a goal of a lower class',
    raw(
      (me) =>
        sql`insert into baskets.goal (id, scope_id, domain, class, words, added_by) values (${randomUUID()}, ${family.id}, 'addiction', 'file', 'Trzeźwość.', ${me.workerId})`,
    ),
  ],
  [
    'a problem of a lower class',
    raw(
      () =>
        sql`insert into cases.problem (id, scope_id, kind, class) values (${randomUUID()}, ${family.id}, 'alcohol', 'file')`,
    ),
  ],
  ['a frozen basket changed', raw(() => sql`update baskets.frozen_item set what = 'Inaczej.'`)],
  [
    'a level in a fixed assessment',
    raw(
      () =>
        sql`insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level) values (${randomUUID()}, ${it.fixed}, ${family.id}, 'housing', 'file', 1)`,
    ),
  ],
  [
    'a fixed level changed',
    raw(() => sql`update assessments.agreed set level = 1 where assessment_id = ${it.fixed}`),
  ],
  [
    'a consent recorded for another institution',
    (db, me) => basis(db, { by: me, from: partnership.of(school).id, to: partnership.centre.id }),
  ],
  [
    "a consent recorded in somebody else's name",
    (db, me) =>
      basis(db, {
        by: me === cast.coordinator ? cast.teammate : cast.coordinator,
        from: me.institutionId,
        to: partnership.of(school).id,
      }),
  ],
  [
    'a consent to tell of convictions',
    (db, me) =>
      basis(db, { by: me, from: me.institutionId, to: partnership.of(clinic).id, classes: ['justice'] }),
  ],
  [
    'a consent to tell of violence',
    (db, me) =>
      basis(db, {
        by: me,
        from: me.institutionId,
        to: partnership.of(police).id,
        classes: ['violence'],
        rule: 'notice_of_crime',
      }),
  ],
  [
    'a consent longer than its rule',
    (db, me) => basis(db, { by: me, from: me.institutionId, to: partnership.of(clinic).id, days: 400 }),
  ],
  [
    'a consent about somebody of another family',
    (db, me) =>
      basis(db, { by: me, from: me.institutionId, to: partnership.of(clinic).id, about: other.mother.id }),
  ],
  [
    'a consent about an institution',
    (db, me) =>
      basis(db, {
        by: me,
        from: me.institutionId,
        to: partnership.of(clinic).id,
        about: partnership.of(school).id,
      }),
  ],
  [
    'a basis by law for whom it is not',
    (db, me) =>
      basis(db, {
        by: me,
        from: me.institutionId,
        to: partnership.of(clinic).id,
        rule: 'centre_to_foster_care',
      }),
  ],
  [
    'a consent that somebody else signed',
    (db, me) =>
      basis(db, { by: me, from: me.institutionId, to: partnership.of(clinic).id, about: family.child.id }),
  ],
  [
    'a consent made longer',
    raw(() => sql`update consents.basis set period = tstzrange(lower(period), null)`),
  ],
  [
    'a disclosure that its basis does not cover',
    raw(
      (
        me,
      ) => sql`insert into consents.disclosure (id, scope_id, about_id, basis_id, from_institution_id, to_institution_id, classes, period, recorded_by)
    values (${randomUUID()}, ${family.id}, ${family.mother.id}, ${it.basis}, ${partnership.centre.id}, ${partnership.of(police).id}, '{health}', tstzrange(now(), now() + interval '1 day'), ${me.workerId})`,
    ),
  ],
  [
    'a contract approved by hand',
    raw(
      (me) =>
        sql`update contracts.social_contract set state = 'approved', approved_by = ${me.workerId} where id = ${it.contract}`,
    ),
  ],
  [
    'a signed contract back to a draft',
    raw(() => sql`update contracts.social_contract set state = 'draft' where id = ${it.contract}`),
  ],
  [
    'a printed contract reworded',
    raw(() => sql`update contracts.social_contract set main_goal = 'Inny.' where id = ${it.drawn}`),
  ],
  [
    'a contract signed by nobody',
    raw(() => sql`update contracts.social_contract set state = 'signed' where id = ${it.drawn}`),
  ],
  [
    'a signature on other words',
    raw(
      () =>
        sql`update contracts.signature set signed_hash = ${Buffer.from('other')}, signed_on = splot.today_pl(), how = 'paper' where contract_id = ${it.drawn}`,
    ),
  ],
  [
    'a task for a worker of elsewhere',
    raw(
      (me) =>
        sql`insert into worklist.task (id, scope_id, class, what, institution_id, worker_id, added_by) values (${randomUUID()}, ${family.id}, 'file', 'Zadzwonić.', ${me.institutionId}, ${me.institutionId === cast.stranger.institutionId ? cast.partner.workerId : cast.stranger.workerId}, ${me.workerId})`,
    ),
  ],
  [
    'somebody put into a household unseen',
    call(
      () =>
        sql`households.add_person(${randomUUID()}, ${unseen.householdId}, ${randomUUID()}, 'Nowa', 'Osoba', null, null, null, false, null, null)`,
      (id) => id !== null,
    ),
  ],
  [
    'oneself a social worker',
    raw(
      (me) =>
        sql`update institutions.worker set service_number = '1', version = version + 1 where id = ${me.workerId} and ${![cast.head, cast.standIn, cast.partnersHead, cast.schoolHead, cast.suspendedHead, cast.strangersHead].includes(me)}`,
    ),
  ],
  [
    'oneself as head',
    raw(
      (me) =>
        sql`insert into institutions.head (id, institution_id, worker_id, period, confirmed_by) values (${randomUUID()}, ${me.institutionId}, ${me.workerId}, tstzrange(now(), null), ${cast.head.workerId})`,
    ),
  ],
  [
    'a delegation made longer',
    raw(() => sql`update institutions.delegation set period = tstzrange(lower(period), null)`),
  ],
  [
    'a stand-in by the stand-in',
    raw(
      (me) =>
        sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) select ${randomUUID()}, ${me.institutionId}, ${me.workerId}, 'stand_in', tstzrange(now() + interval '20 days', null), ${me.workerId} where ${me === cast.standIn}`,
    ),
  ],
  [
    'a duty contact from elsewhere',
    raw(
      (me) =>
        sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values (${randomUUID()}, ${me.institutionId}, ${me === cast.strangersHead ? cast.partner.workerId : cast.stranger.workerId}, 'duty', tstzrange(now(), null), ${me.workerId})`,
    ),
  ],
  [
    'a representative from elsewhere',
    raw(
      (me) =>
        sql`insert into partnerships.appointment (id, membership_id, worker_id, part, period, appointed_by) values (${randomUUID()}, ${partnership.of(school).membershipId}, ${cast.partner.workerId}, 'deputy', tstzrange(now(), null), ${me.workerId})`,
    ),
  ],
  [
    'an appointment made longer',
    raw(() => sql`update partnerships.appointment set period = tstzrange(lower(period), null)`),
  ],
  [
    'a membership from today',
    raw(() => sql`update partnerships.membership set period = tstzrange(now(), null)`),
  ],
  [
    'a suspension lifted by who was suspended',
    call(
      (me) =>
        sql`partnerships.resume_membership(${me === cast.head ? randomUUID() : partnership.of(clinic).membershipId})`,
    ),
  ],
  [
    'what the law demands made less',
    raw(
      () =>
        sql`insert into competence.competence (id, partnership_id, problem_kind, institution_kind, part) select ${randomUUID()}, ${partnership.id}, problem_kind, institution_kind, 'may' from competence.competence where locked and partnership_id is null limit 1`,
    ),
  ],
]

describe('nobody gets through, whoever they are', () => {
  test.each(forgeries)('%s', async (_, attempt) => {
    expect(await whoSucceeds(attempt)).toEqual([])
  })
})

test('an unseen thing and one that is not there are answered alike', async () => {
  const nothing = randomUUID()
  const asks: ((id: string) => RawBuilder<unknown>)[] = [
    (id) => sql`cases.appoint_coordinator(${randomUUID()}, ${id}, ${cast.teammate.workerId})`,
    (id) => sql`cases.close(${id}, 'need_solved', null, '{}')`,
    (id) => sql`cases.reopen(${randomUUID()}, ${id})`,
    (id) => sql`cases.exclude(${randomUUID()}, ${id}, ${cast.stranger.workerId}, 'kin')`,
    (id) => sql`cases.offer_handover(${randomUUID()}, ${id}, ${cast.stranger.institutionId}, 'bo tak')`,
    (id) => sql`cases.may_be_asked(${id}, ${cast.partner.workerId})`,
    (id) => sql`(select phase from families.phases(array[${id}::uuid]))`,
    (id) => sql`baskets.freeze_ready(${randomUUID()}, ${id})`,
    (id) => sql`baskets.may_be_asked(${id}, ${partnership.of(school).id})`,
    (id) => sql`(select count(*) from access.why(${id}))`,
    (id) => sql`cases.how_many_see(${id})`,
  ]
  const questions: [string, (id: string) => RawBuilder<unknown>][] = [
    ...asks.map((ask) => [family.id, ask] as [string, (id: string) => RawBuilder<unknown>]),
    [it.invitation, (id) => sql`cases.answer_invitation(${id}, 'accepted', null)`],
    [it.delegable, (id) => sql`cases.delegate_invitation(${id}, ${randomUUID()}, ${cast.invited.workerId})`],
    [it.handover, (id) => sql`cases.answer_handover(${id}, 'accepted')`],
    [it.basis, (id) => sql`consents.withdraw(${id}, 'ustnie')`],
    [it.askedPoint, (id) => sql`referrals.answer_point(${id}, 1, 'accepted', null, null, null, null)`],
    [it.asked, (id) => sql`baskets.ask(${id})`],
    [
      it.asked,
      (id) => sql`baskets.record_family_answer(${id}, 1, 'yes', null, 'in_person', splot.today_pl(), '{}')`,
    ],
    [it.assessment, (id) => sql`assessments.fix(${id}, splot.today_pl(), '{}')`],
    [it.contract, (id) => sql`contracts.approve(${id}, 3)`],
    [
      it.concern,
      (id) => sql`concerns.take_up(${id}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'X', null, null)`,
    ],
    [partnership.agreementId, (id) => sql`partnerships.bring_into_force(${id})`],
    [partnership.of(school).membershipId, (id) => sql`partnerships.end_membership(${id}, 'x')`],
    [
      family.householdId,
      (id) =>
        sql`households.add_person(${randomUUID()}, ${id}, ${randomUUID()}, 'A', 'B', null, null, null, false, null, null)`,
    ],
  ]
  for (const role of ['stranger', 'strangersHead', 'excluded', 'former', 'suspended', 'colleague'] as const)
    for (const [no, [id, ask]] of questions.entries()) {
      if (role === 'colleague' && id === family.householdId) continue
      const answer = async (asked: string) => await answerOf<unknown>(database, cast[role], ask(asked))
      expect(await answer(id), `${role} asks question ${no}`).toEqual(await answer(nothing))
    }
})
