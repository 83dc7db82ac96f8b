import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asOwner, type Database } from '../platform/database/open.ts'
import { today } from '../platform/texts/dates.ts'
import { cast, partnership, type Role, raw, roles } from '../proof/cast.ts'
import { type DeedsProof, through } from '../proof/deeds.ts'
import { answerOf, doing, school } from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { inviteGuest } from './guests.ts'
import { sendReferral } from './send-referral.ts'

/** The points of what the police refers to the school, each answered as it is called; and the referral. */
const it = {} as Record<
  'referral' | 'asked' | 'accepted' | 'begun' | 'returned' | 'letter' | 'letterSent' | 'another' | 'guest',
  string
>
const members: Role[] = roles.filter(
  (role) => !['suspended', 'suspendedHead', 'stranger', 'strangersHead'].includes(role),
)

const answered = (database: Database, point: string, answer: string, reason: string | null = null) =>
  answerOf(
    database,
    cast.representative,
    sql`referrals.answer_point(${point}, 1, ${answer}, ${reason}, null, null, ${
      answer === 'accepted' ? cast.invited.workerId : null
    }::uuid)`,
  )

/** Somebody at whom the letter of the police is addressed; a colleague there confirms the address. */
const aGuest = () => ({
  id: randomUUID(),
  name: 'Ada Wymyślona',
  role: 'sekretariat',
  email: 'ada@poradnia.example',
  confirmerId: cast.partnersColleague.workerId,
})

const [club, takenPlace] = [randomUUID(), randomUUID()]
/** Those who keep the school's entries in the directory. */
const keepers: Role[] = ['representative', 'schoolHead']

export const proof: DeedsProof = {
  deeds: [
    [
      'referrals.sendReferral',
      'refers somebody to another institution',
      members,
      through('referrals.sendReferral', (me) => ({
        body: aReferral(
          partnership,
          me.institutionId === partnership.of(school).id ? partnership.centre.id : partnership.of(school).id,
        ),
      })),
    ],
    [
      'referrals.sayCapacity',
      'says how many places a service of the school has',
      keepers,
      through('referrals.sayCapacity', () => ({ body: { serviceId: club, total: 12 } })),
    ],
    [
      'referrals.freePlace',
      'frees a place at the school',
      keepers,
      through('referrals.freePlace', () => ({ params: { id: takenPlace } })),
    ],
    [
      'referrals.answerPoint',
      'answers what is asked of the school',
      // Who handles something of a referral may answer the rest of it.
      ['representative', 'invited'],
      through('referrals.answerPoint', () => ({ params: { id: it.asked }, body: { answer: 'accepted' } })),
    ],
    [
      'referrals.answerPoint',
      'writes down what somebody outside answered',
      ['partner'],
      through('referrals.answerPoint', () => ({ params: { id: it.letter }, body: { answer: 'accepted' } })),
    ],
    [
      'referrals.inviteGuest',
      'names who answers for somebody outside',
      ['partner'],
      through('referrals.inviteGuest', () => ({
        params: { id: it.another },
        body: aGuest(),
      })),
    ],
    [
      'referrals.dismissGuest',
      'takes back the invitation of who answers for somebody outside',
      ['partner'],
      through('referrals.dismissGuest', () => ({ params: { id: it.letterSent, guestId: it.guest } })),
    ],
    [
      'guests.confirm',
      'confirms the address of who answers for somebody outside',
      ['partnersColleague'],
      through('guests.confirm', () => ({ params: { id: it.guest }, body: { right: true } })),
    ],
    [
      'referrals.beginPoint',
      'begins what was taken on',
      ['representative', 'invited'],
      through('referrals.beginPoint', () => ({
        params: { id: it.accepted },
        body: { on: today() },
        version: 2,
      })),
    ],
    [
      'referrals.tellPoint',
      'tells how it goes',
      ['representative', 'invited'],
      through('referrals.tellPoint', () => ({
        params: { id: it.accepted },
        body: { words: 'Dobrze.' },
        version: 2,
      })),
    ],
    [
      'referrals.finishPoint',
      'says what came of it',
      ['representative', 'invited'],
      through('referrals.finishPoint', () => ({
        params: { id: it.begun },
        body: { on: today(), outcome: 'reached' },
        version: 3,
      })),
    ],
    [
      'files.addFile',
      'attaches something to it',
      ['partner', 'representative', 'invited'],
      raw(
        (me) =>
          sql`insert into files.file (id, scope_id, about_id, class, name, type, size, wrapped_key, added_by) values (${randomUUID()}, ${it.referral}, ${it.referral}, 'file', 'opinia', 'application/pdf', 1, 'x', ${me.workerId})`,
      ),
    ],
    [
      'referrals.withdraw',
      'takes back what was asked',
      ['partner'],
      through('referrals.withdraw', () => ({
        params: { id: it.referral },
        body: { points: [it.asked], reason: 'plan_changed' },
      })),
    ],
    [
      'referrals.withdrawBasis',
      'records that the consent was withdrawn',
      ['partner'],
      through('referrals.withdrawBasis', () => ({ params: { id: it.referral } })),
    ],
    [
      'referrals.complete',
      'completes what was sent back',
      ['partner'],
      through('referrals.complete', () => ({
        params: { id: it.referral },
        body: { points: [{ id: it.returned, what: 'Rozmowa z chłopcem' }], words: 'Dopisane.' },
      })),
    ],
  ],
  async stage(database) {
    await asOwner(database.ownerUrl, async (client) => {
      const theirs = partnership.of(school)
      await client.query(
        'insert into directory.organization (id, institution_id) values ($1, $1) on conflict do nothing',
        [theirs.id],
      )
      await client.query(
        `insert into directory.service (id, organization_id, institution_id, kind, name, added_by) values ($1, $2, $2, 'senior_club', 'Próba', $3)`,
        [club, theirs.id, theirs.head.workerId],
      )
      await client.query(
        'insert into referrals.capacity (service_id, institution_id, total, said_by) values ($1, $2, 9, $3)',
        [club, theirs.id, theirs.head.workerId],
      )
    })
    const referral = aReferral(partnership, partnership.of(school).id)
    const points = (['asked', 'accepted', 'begun', 'returned'] as const).map((name) => {
      it[name] = randomUUID()
      return { id: it[name], what: `Rozmowa: ${name}` }
    })
    it.referral = referral.id
    await doing(database, cast.partner, (work) => sendReferral(work, { ...referral, points }))
    const outside = { name: 'Poradnia Dowolna' }
    for (const [name, guest] of [
      ['another', null],
      ['letterSent', aGuest()],
    ] as const) {
      const { to: _, ...letter } = aReferral(partnership, '')
      it[name] = letter.id
      it.letter = letter.points[0]!.id
      await doing(database, cast.partner, async (work) => {
        await sendReferral(work, { ...letter, outside })
        if (guest) await inviteGuest(work, letter.id, guest)
      })
      if (guest) it.guest = guest.id
    }
    await answered(database, it.accepted, 'accepted')
    await answered(database, it.begun, 'accepted')
    await answerOf(
      database,
      cast.representative,
      sql`referrals.take_step(${it.begun}, 2, 'begun', splot.today_pl(), null, null, null)`,
    )
    await answered(database, it.returned, 'returned', 'unclear_goal')
    // A place that something which is over still takes.
    await asOwner(database.ownerUrl, (client) =>
      client.query(
        `with over as (insert into referrals.point (id, referral_id, scope_id, n, what, answer, answered_at, answered_by, begun_on, withdrawn_at, withdrawn_because)
           values ($1, $2, $2, 6, 'Rozmowa', 'accepted', now() + interval '1 second', $3, splot.today_pl(), now() + interval '2 seconds', 'moved_away') returning *)
         insert into referrals.taken_place (id, service_id, institution_id, point_id, referral_id, scope_id) select $4, $5, $6, id, referral_id, scope_id from over`,
        [
          randomUUID(),
          it.referral,
          cast.representative.workerId,
          takenPlace,
          club,
          partnership.of(school).id,
        ],
      ),
    )
  },
  bodies: { 'referrals.inviteGuest': { email: 'ada@poradnia.example' } },
  ids: {
    ofPartnership: {
      'referral-places': `select t.id from referrals.taken_place t join referrals.referral r on r.id = t.referral_id where r.partnership_id = $1`,
      referrals: 'select id from referrals.referral where partnership_id = $1',
      'referral-points':
        'select p.id from referrals.point p join referrals.referral r on r.id = p.referral_id where r.partnership_id = $1',
    },
  },
}
