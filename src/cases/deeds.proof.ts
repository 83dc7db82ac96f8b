import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { institutionId } from '../../practice/act.ts'
import { peselOf } from '../../practice/pesel-of.ts'
import { asOwner } from '../platform/database/open.ts'
import { call, cast, family, it, other, partnership, type Role, raw } from '../proof/cast.ts'
import { after, type DeedsProof, through } from '../proof/deeds.ts'
import { police, school } from '../proof/partnership.ts'

/** Whoever keeps a household: the leading institution's people on the team. */
const keepers: Role[] = ['coordinator', 'teammate']
const aRelation = (id: string) => ({
  params: { id: family.householdId },
  body: { id, personId: family.mother.id, toPersonId: family.child.id, kind: 'mother' },
})
const aContactWay = (id: string) => ({
  params: { id: family.householdId },
  body: { id, personId: family.mother.id, kind: 'mobile_phone', value: '600 600 600' },
})

export const proof: DeedsProof = {
  // As if the coordinator had proposed themselves.
  stage: ({ ownerUrl }) =>
    asOwner(ownerUrl, async (client) => {
      await client.query(
        `update cases.coordinator set proposed = true where case_id = $1 and upper_inf(period)`,
        [family.id],
      )
    }),
  deeds: [
    [
      'cases.confirmCoordinator',
      'agrees that somebody coordinates who proposed themselves',
      ['head', 'standIn'],
      call(() => sql`cases.confirm_coordinator(${family.id})`),
    ],
    [
      'cases.appointCoordinator',
      'appoints a coordinator',
      ['head', 'standIn'],
      call(() => sql`cases.appoint_coordinator(${randomUUID()}, ${family.id}, ${cast.teammate.workerId})`),
    ],
    [
      'cases.offerHandover',
      'offers a hand-over',
      ['head', 'standIn'],
      call(
        () =>
          sql`cases.offer_handover(${randomUUID()}, ${other.id}, ${partnership.of(police).id}, 'przeprowadzka')`,
      ),
    ],
    [
      'cases.answerHandover',
      'accepts a hand-over',
      ['schoolHead'],
      call(() => sql`cases.answer_handover(${it.handover}, 'accepted')`),
    ],
    [
      'cases.answerHandover',
      'takes a hand-over back',
      ['head', 'standIn'],
      call(() => sql`cases.answer_handover(${it.handover}, 'withdrawn')`),
    ],
    [
      'cases.invite',
      'invites to the team',
      ['coordinator'],
      call(
        () =>
          sql`cases.invite(${randomUUID()}, ${family.id}, ${cast.partnersColleague.workerId}, null, null)`,
      ),
    ],
    [
      'cases.exclude',
      'excludes somebody',
      ['head', 'standIn', 'coordinator'],
      call(
        () => sql`cases.exclude(${randomUUID()}, ${family.id}, ${cast.partnersColleague.workerId}, 'kin')`,
      ),
    ],
    [
      'cases.exclude',
      'excludes themselves',
      ['head', 'standIn', 'coordinator', 'teammate', 'partner', 'invited', 'representative'],
      call((me) => sql`cases.exclude(${randomUUID()}, ${family.id}, ${me.workerId}, 'kin')`),
    ],
    [
      'cases.liftExclusion',
      'lifts an exclusion',
      ['head', 'standIn', 'coordinator'],
      call(
        () =>
          sql`cases.lift_exclusion(${family.id}, (select id from cases.exclusions_of(${family.id})), 'pomyłka')`,
      ),
    ],
    [
      'cases.exclusions',
      'reads who is excluded',
      ['head', 'standIn', 'coordinator'],
      call(
        () => sql`(select count(*) from cases.exclusions_of(${family.id}))`,
        (n) => Number(n) === 1,
      ),
    ],
    [
      'cases.void',
      'voids a case opened by mistake',
      ['colleague'],
      call(() => sql`cases.void(${other.id}, 'pomyłka')`),
    ],
    [
      'cases.void',
      'voids a case that others rely on',
      [],
      call(() => sql`cases.void(${family.id}, 'pomyłka')`),
    ],
    [
      'cases.keepRegistryNumber',
      'keeps the number of the register',
      ['coordinator'],
      raw(
        (me) =>
          sql`insert into cases.registry_number (case_id, institution_id, number) values (${family.id}, ${me.institutionId}, '7/2026')`,
      ),
    ],
    [
      'cases.answerInvitation',
      'answers an invitation',
      ['invited'],
      call(() => sql`cases.answer_invitation(${it.invitation}, 'accepted', null)`),
    ],
    [
      'cases.delegateInvitation',
      'delegates an invitation',
      ['representative'],
      call(
        () =>
          sql`cases.delegate_invitation(${it.delegable}, ${randomUUID()}, ${partnership.of(school).workers[2].workerId})`,
      ),
    ],
    [
      'cases.delegateInvitation',
      'delegates without answering for the institution',
      [],
      call(
        () =>
          sql`cases.delegate_invitation(${it.invitation}, ${randomUUID()}, ${partnership.of(school).workers[2].workerId})`,
      ),
    ],
    [
      'cases.endPart',
      "ends another's part",
      ['coordinator'],
      call(
        (me) =>
          sql`cases.end_part((select id from cases.team_member where worker_id = ${cast.teammate.workerId} and worker_id <> ${me.workerId}), 'koniec')`,
      ),
    ],
    [
      'cases.endPart',
      'leaves the team',
      ['teammate', 'partner'],
      call(
        (me) =>
          sql`cases.end_part((select id from cases.team_member where worker_id = ${me.workerId} and case_id = ${family.id} and answer = 'accepted' and left_at is null), 'koniec')`,
      ),
    ],
    [
      'partnerships.leave',
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
      'cases.reopen',
      'opens a closed case again',
      ['coordinator'],
      after(
        () => cast.coordinator,
        () => sql`select cases.close(${family.id}, 'need_solved', null, '{}')`,
        through('cases.reopen', () => ({ params: { id: family.id } })),
      ),
    ],
    [
      'cases.readers',
      'asks who will read what their institution opens',
      ['coordinator', 'teammate', 'partner'],
      through('cases.readers', () => ({ params: { id: family.id }, body: { about: [family.mother.id] } })),
    ],
    [
      'cases.recordOpinion',
      "records their institution's opinion",
      ['coordinator', 'teammate', 'partner'],
      through('cases.recordOpinion', () => ({ params: { id: family.id }, body: { ofFamily: false } })),
    ],
    [
      'cases.recordOpinion',
      "records the family's opinion",
      ['coordinator'],
      through('cases.recordOpinion', () => ({ params: { id: family.id }, body: { ofFamily: true } })),
    ],
    [
      'households.changeHousehold',
      'changes a household',
      keepers,
      through('households.changeHousehold', () => ({ params: { id: family.householdId } })),
    ],
    [
      'households.setAddress',
      'writes down where a family lives',
      keepers,
      through('households.setAddress', () => ({ params: { id: family.householdId } })),
    ],
    [
      'households.addPerson',
      'adds somebody to a household',
      keepers,
      through('households.addPerson', () => ({
        params: { id: family.householdId },
        body: { familyName: 'Zmyślona' },
      })),
    ],
    [
      'households.changePerson',
      'corrects what is known of a person',
      keepers,
      through('households.changePerson', () => ({
        params: { householdId: family.householdId, id: family.mother.id },
        body: { familyName: 'Zmyślona' },
      })),
    ],
    [
      'households.keepPesel',
      'adds the PESEL of a person',
      keepers,
      through('households.keepPesel', () => ({
        params: { householdId: family.householdId, id: family.mother.id },
        body: { pesel: peselOf('1990-05-05', 'female', 7) },
      })),
    ],
    [
      'households.keepDeath',
      'says on which day a person died',
      keepers,
      through('households.keepDeath', () => ({
        params: { householdId: family.householdId, id: family.mother.id },
      })),
    ],
    [
      'households.addName',
      'adds an earlier name',
      keepers,
      through('households.addName', () => ({
        params: { householdId: family.householdId, id: family.mother.id },
      })),
    ],
    [
      'households.changeMember',
      "changes somebody's part in a household",
      keepers,
      async (db, me) =>
        through('households.changeMember', async () => ({
          params: {
            householdId: family.householdId,
            id:
              (
                await sql<{
                  id: string
                }>`select id from households.member where household_id = ${family.householdId} and person_id = ${family.mother.id}`.execute(
                  db,
                )
              ).rows[0]?.id ?? randomUUID(),
          },
        }))(db, me),
    ],
    [
      'households.addRelation',
      'records who is what to whom',
      keepers,
      through('households.addRelation', () => aRelation(randomUUID())),
    ],
    [
      'households.changeRelation',
      'says anew what authority goes with a relation',
      keepers,
      async (db, me) => {
        const id = randomUUID()
        await through('households.addRelation', () => aRelation(id))(db, me)
        return through('households.changeRelation', () => ({
          params: { householdId: family.householdId, id },
          body: { authority: 'limited', contactForbidden: false },
          version: 1,
        }))(db, me)
      },
    ],
    [
      'households.removeRelation',
      'takes a relation away',
      keepers,
      async (db, me) => {
        const id = randomUUID()
        await through('households.addRelation', () => aRelation(id))(db, me)
        return through('households.removeRelation', () => ({
          params: { householdId: family.householdId, id },
        }))(db, me)
      },
    ],
    [
      'households.addContactWay',
      'adds a way to reach a family',
      keepers,
      through('households.addContactWay', () => aContactWay(randomUUID())),
    ],
    [
      'households.removeContactWay',
      'takes a way to reach a family away',
      keepers,
      async (db, me) => {
        const id = randomUUID()
        await through('households.addContactWay', () => aContactWay(id))(db, me)
        return through('households.removeContactWay', () => ({
          params: { householdId: family.householdId, id },
        }))(db, me)
      },
    ],
  ],
  // One whose check digit fits.
  bodies: { 'households.keepPesel': { pesel: '44051401359' } },
  ids: {
    ofFamily: {
      cases: 'select $1::uuid as id',
      households: 'select household_id as id from cases."case" where id = $1',
      people: `select person_id as id from households.member where household_id in (select household_id from cases."case" where id = $1)`,
      members: `select id from households.member where household_id in (select household_id from cases."case" where id = $1)`,
      relations: `select id from households.relation where household_id in (select household_id from cases."case" where id = $1)`,
      'contact-ways': `select id from households.contact_way where household_id in (select household_id from cases."case" where id = $1)`,
      invitations: `select id from cases.team_member where case_id = $1 order by answer is not null`,
      team: 'select id from cases.team_member where case_id = $1',
      handovers: 'select id from cases.handover where case_id = $1',
      exclusions: 'select id from cases.exclusion where case_id = $1',
    },
  },
  lacking: async (as, { family }) => [
    await (await as('danuta'))('POST', `/api/cases/${family}/handover`, {
      body: { id: randomUUID(), to: institutionId('pcpr'), reason: 'Przeprowadzka.' },
    }),
  ],
}
