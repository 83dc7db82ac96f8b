import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { call, cast, it, partnership, type Role, raw } from '../proof/cast.ts'
import { after, type DeedsProof, through } from '../proof/deeds.ts'
import { clinic, police, school } from '../proof/partnership.ts'

const heads: Role[] = ['head', 'partnersHead', 'schoolHead', 'suspendedHead', 'strangersHead']

export const proof: DeedsProof = {
  deeds: [
    [
      'partnerships.appoint',
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
      'partnerships.objectToTimes',
      'says something beside the answer times of the school',
      ['schoolHead'],
      through('partnerships.objectToTimes', () => ({
        params: { id: partnership.of(school).membershipId },
        body: { id: randomUUID(), words: 'Mieliśmy ferie.' },
      })),
    ],
    [
      'partnerships.takeBackObjection',
      'takes it back',
      ['schoolHead'],
      through('partnerships.takeBackObjection', () => ({
        params: { id: partnership.of(school).membershipId },
      })),
    ],
    [
      'partnerships.leave',
      'ends the membership of the leading institution',
      [],
      call(() => sql`partnerships.end_membership(${partnership.centre.membershipId}, 'koniec')`),
    ],
    [
      'partnerships.resume',
      'resumes a membership that the leader suspended',
      ['head'],
      call(() => sql`partnerships.resume_membership(${partnership.of(clinic).membershipId})`),
    ],
    [
      'partnerships.suspendAgreement',
      'suspends the agreement',
      ['head'],
      call(
        () =>
          sql`partnerships.suspend_agreement(${randomUUID()}, ${partnership.agreementId}, null, splot.today_pl(), 'przerwa')`,
      ),
    ],
    [
      'partnerships.invite',
      'invites an institution',
      ['head'],
      raw(
        () =>
          sql`insert into partnerships.membership (id, partnership_id, institution_id) values (${randomUUID()}, ${partnership.id}, ${cast.stranger.institutionId})`,
      ),
    ],
    [
      'partnerships.adoptRules',
      'sets rules of work',
      ['head'],
      raw(
        () => sql`insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent, answer_days_usual, review_every_months, meeting_every_months)
    values (${randomUUID()}, ${partnership.id}, tstzrange(now(), null), splot.today_pl(), 1, 3, 7, 3, 1)`,
      ),
    ],
    [
      'partnerships.found',
      'founds a partnership',
      heads,
      through('partnerships.found', () => ({ body: { variant: 'rural', area: ['2602052'] } })),
    ],
    [
      'partnerships.rename',
      'renames the partnership',
      ['head'],
      through('partnerships.rename', () => ({ params: { id: partnership.id } })),
    ],
    [
      'partnerships.draftAgreement',
      'drafts an agreement',
      ['head'],
      through('partnerships.draftAgreement', () => ({
        params: { id: partnership.id },
        body: { from: addDays(today(), 1100), to: addDays(today(), 1400) },
      })),
    ],
    [
      'partnerships.declare',
      'declares accession',
      ['strangersHead'],
      after(
        () => cast.head,
        () =>
          sql`insert into partnerships.membership (id, partnership_id, institution_id) values (${randomUUID()}, ${partnership.id}, ${cast.stranger.institutionId})`,
        async (db, me) =>
          through('partnerships.declare', async () => ({
            params: {
              id:
                (
                  await sql<{
                    id: string
                  }>`select id from partnerships.membership where partnership_id = ${partnership.id} and institution_id = ${cast.stranger.institutionId}`.execute(
                    db,
                  )
                ).rows[0]?.id ?? randomUUID(),
            },
            body: { how: 'in_app' },
          }))(db, me),
      ),
    ],
    [
      'partnerships.sign',
      'signs an agreement',
      ['schoolHead'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.head,
          () =>
            sql`with a as (insert into partnerships.agreement (id, partnership_id, text_version, planned) values (${id}, ${partnership.id}, '1', daterange(splot.today_pl(), splot.today_pl() + 99)) returning id) select * from a`,
          after(
            () => cast.head,
            () =>
              sql`insert into partnerships.agreement_party (agreement_id, institution_id, founding) values (${id}, ${partnership.of(school).id}, true)`,
            through('partnerships.sign', () => ({ params: { id } })),
          ),
        )(db, me)
      },
    ],
    [
      'partnerships.endAgreement',
      'ends the agreement',
      ['head'],
      through('partnerships.endAgreement', () => ({ params: { id: partnership.agreementId } })),
    ],
    [
      'partnerships.resumeAgreement',
      'resumes the agreement',
      ['head'],
      after(
        () => cast.head,
        () =>
          sql`select partnerships.suspend_agreement(${randomUUID()}, ${partnership.agreementId}, null, splot.today_pl(), 'przerwa')`,
        through('partnerships.resumeAgreement', () => ({ params: { id: partnership.agreementId } })),
      ),
    ],
    [
      'partnerships.offerLead',
      'offers the leading part',
      ['head'],
      through('partnerships.offerLead', () => ({
        params: { id: partnership.id },
        body: { institutionId: partnership.of(school).id },
      })),
    ],
    [
      'partnerships.answerLeadOffer',
      'takes the leading part over',
      ['schoolHead'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.head,
          () =>
            sql`select partnerships.offer_lead(${id}, ${partnership.id}, ${partnership.of(school).id}, splot.today_pl(), 'Uchwała.')`,
          through('partnerships.answerLeadOffer', () => ({ params: { id }, body: { answer: 'accepted' } })),
        )(db, me)
      },
    ],
    [
      'partnerships.endAppointment',
      'ends the part of a representative',
      ['schoolHead'],
      through('partnerships.endAppointment', () => ({ params: { id: it.appointment } })),
    ],
    [
      'partnerships.suspend',
      'suspends the membership of the police',
      ['head', 'partnersHead'],
      through('partnerships.suspend', () => ({ params: { id: partnership.of(police).membershipId } })),
    ],
  ],
  ids: {
    ofPartnership: {
      partnerships: 'select $1::uuid as id',
      memberships: 'select id from partnerships.membership where partnership_id = $1 order by id',
      agreements: 'select id from partnerships.agreement where partnership_id = $1',
      'lead-offers': 'select id from partnerships.lead_offer where partnership_id = $1',
      appointments: `select a.id from partnerships.appointment a join partnerships.membership m on m.id = membership_id where partnership_id = $1 order by a.id`,
      rules: 'select id from partnerships.rules_of_work where partnership_id = $1',
    },
    open: {
      documents: 'invitation',
    },
  },
  lacking: async (as, { partnership }) => [
    await (await as('danuta'))('POST', `/api/partnerships/${partnership}/lead`, {
      body: {
        id: randomUUID(),
        institutionId: institutionId('pcpr'),
        decidedOn: '2026-05-05',
        decision: 'Uchwała nr 5.',
      },
    }),
  ],
}
