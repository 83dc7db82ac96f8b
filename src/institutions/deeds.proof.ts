import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { workerId } from '../../practice/act.ts'
import { today } from '../platform/texts/dates.ts'
import { call, cast, it, type Role, raw } from '../proof/cast.ts'
import { after, type DeedsProof, through } from '../proof/deeds.ts'
import { onePerson } from '../proof/partnership.ts'

const heads: Role[] = ['head', 'partnersHead', 'schoolHead', 'suspendedHead', 'strangersHead']

const away = (id: string) => () =>
  sql`
  insert into institutions.absence (id, institution_id, worker_id, period, noted_by)
  values (${id}, ${cast.colleague.institutionId}, ${cast.colleague.workerId}, tstzrange(now(), now() + interval '1 day'), ${cast.colleague.workerId})`

/** A colleague is away, and asked a teammate to stand in. */
const covered = (id: string) => () =>
  sql`
  with absence as (
    insert into institutions.absence (id, institution_id, worker_id, period, noted_by)
    values (${id}, ${cast.colleague.institutionId}, ${cast.colleague.workerId}, tstzrange(now(), now() + interval '1 day'), ${cast.colleague.workerId})
    returning id)
  select institutions.ask_cover(${id}, absence.id, ${cast.teammate.workerId}, false) from absence`

export const proof: DeedsProof = {
  deeds: [
    [
      'institutions.delegate',
      'gives a stand-in',
      ['head', 'partnersHead', 'schoolHead', 'suspendedHead', 'strangersHead'],
      raw(
        (
          me,
        ) => sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
    select ${randomUUID()}, ${me.institutionId}, min(id::text)::uuid, 'stand_in', tstzrange(now() + interval '99 days', null), ${me.workerId} from institutions.worker where institution_id = ${me.institutionId}`,
      ),
    ],
    [
      'institutions.nameHead',
      'names the next head',
      ['head', 'partnersHead', 'schoolHead', 'suspendedHead', 'strangersHead'],
      call(
        (me) =>
          sql`institutions.name_head(${randomUUID()}, (select id from institutions.worker where institution_id = ${me.institutionId} and id <> ${me.workerId} limit 1), now())`,
      ),
    ],
    [
      'institutions.endWork',
      "ends a colleague's work",
      ['head', 'standIn'],
      call(() => sql`institutions.end_work(${cast.colleague.workerId})`),
    ],
    [
      'institutions.changeInstitution',
      "changes their institution's facts",
      [...heads, 'standIn'],
      through('institutions.changeInstitution', () => ({ body: { area: [] } })),
    ],
    [
      'institutions.keepDutyHours',
      'says when their institution is on duty',
      [...heads, 'standIn'],
      through('institutions.keepDutyHours', () => ({
        body: { hours: [{ weekday: 1, begins: '07:30', ends: '15:30' }] },
      })),
    ],
    [
      'institutions.noteAbsence',
      'notes that a colleague is away',
      ['head', 'standIn', 'colleague'],
      through('institutions.noteAbsence', () => ({
        params: { id: cast.colleague.workerId },
        body: { from: today(), until: today() },
      })),
    ],
    [
      'institutions.endAbsence',
      "ends a colleague's absence",
      ['head', 'standIn', 'colleague'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.colleague,
          away(id),
          through('institutions.endAbsence', () => ({ params: { id } })),
        )(db, me)
      },
    ],
    [
      'institutions.askCover',
      'asks a colleague to stand in',
      ['head', 'standIn', 'colleague'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.colleague,
          away(id),
          through('institutions.askCover', () => ({
            params: { id },
            body: { workerId: cast.teammate.workerId },
          })),
        )(db, me)
      },
    ],
    [
      'institutions.answerCover',
      'says that they stand in',
      ['teammate'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.colleague,
          covered(id),
          through('institutions.answerCover', () => ({ params: { id }, body: { answer: 'yes' } })),
        )(db, me)
      },
    ],
    [
      'institutions.endCover',
      'ends that somebody stands in',
      ['head', 'standIn', 'colleague', 'teammate'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.colleague,
          covered(id),
          through('institutions.endCover', () => ({ params: { id } })),
        )(db, me)
      },
    ],
    ['institutions.takeOn', 'takes a worker on', [...heads, 'standIn'], through('institutions.takeOn')],
    [
      'institutions.changeWorker',
      "changes a colleague's facts",
      ['head', 'standIn', 'colleague'],
      through('institutions.changeWorker', () => ({
        params: { id: cast.colleague.workerId },
        body: { socialWorker: true, position: 'pracownik' },
      })),
    ],
    [
      'institutions.sayPost',
      'says which part of a post a colleague has',
      ['head', 'standIn'],
      through('institutions.sayPost', () => ({
        params: { id: cast.colleague.workerId },
        body: { post: 0.5 },
      })),
    ],
    [
      'institutions.inviteWorker',
      'sends a worker their invitation',
      ['head', 'standIn'],
      through('institutions.inviteWorker', () => ({ params: { id: cast.colleague.workerId } })),
    ],
    [
      'institutions.endDelegation',
      'ends who is on duty',
      ['head', 'standIn'],
      through('institutions.endDelegation', () => ({ params: { id: it.duty } })),
    ],
    [
      'institutions.endDelegation',
      'ends who stands in',
      ['head'],
      through('institutions.endDelegation', () => ({ params: { id: it.standIn } })),
    ],
    [
      'institutions.demandFactor',
      'demands a second factor of all',
      heads,
      through('institutions.demandFactor', () => ({ body: { forAll: true } })),
    ],
    [
      'institutions.askFactorReset',
      'asks for a lost second factor to be taken off',
      ['head', 'standIn', 'duty', 'coordinator', 'colleague'],
      through('institutions.askFactorReset', () => ({ body: { workerId: cast.teammate.workerId } })),
    ],
    [
      'institutions.confirmFactorReset',
      'confirms that a second factor was lost',
      ['head', 'standIn'],
      async (db, me) => {
        const id = randomUUID()
        return after(
          () => cast.colleague,
          () => sql`select institutions.ask_factor_reset(${id}, ${cast.teammate.workerId})`,
          through('institutions.confirmFactorReset', () => ({ params: { id } })),
        )(db, me)
      },
    ],
    [
      'institutions.confirmFirstHead',
      'confirms a first head',
      [],
      through('institutions.confirmFirstHead', () => ({ params: { id: cast.stranger.institutionId } })),
    ],
  ],
  ids: {
    ofPartnership: {
      institutions: `select leading_institution_id as id from partnerships.partnership where id = $1`,
      workers: `select w.id from institutions.worker w join partnerships.partnership p on p.leading_institution_id = w.institution_id where p.id = $1 order by w.id`,
      delegations: `select d.id from institutions.delegation d join partnerships.partnership p on p.leading_institution_id = d.institution_id where p.id = $1`,
      absences: `select a.id from institutions.absence a join partnerships.partnership p on p.leading_institution_id = a.institution_id where p.id = $1`,
      covers: `select c.id from institutions.cover c join partnerships.partnership p on p.leading_institution_id = c.institution_id where p.id = $1`,
      'factor-resets': `select r.id from institutions.factor_reset r join partnerships.partnership p on p.leading_institution_id = r.institution_id where p.id = $1`,
    },
    open: {
      all: '00000000-0000-4000-8000-000000000000',
      invitation: 'A'.repeat(43),
    },
  },
  // A second factor is an account's.
  stage: async (database) => {
    for (const worker of [cast.head, cast.standIn, cast.teammate]) await onePerson(database, worker)
  },
  lacking: async (as) => [
    await (await as('danuta'))('POST', '/api/institutions/mine/factor-resets', {
      body: { id: randomUUID(), workerId: workerId('joanna') },
    }),
  ],
}
