import type pg from 'pg'
import { inTransaction } from '../src/platform/database/in-transaction.ts'
import { asOwner, type Database } from '../src/platform/database/open.ts'
import type { Surroundings } from '../src/platform/http/work.ts'
import { accountId, actor, idOf, institutionId, workerId } from './act.ts'
import { Clock } from './clock.ts'
import { practiceConversations } from './conversations.ts'
import { practiceFamilies } from './families.ts'
import { practiceInstitutions, practicePartnerships } from './institutions.ts'
import { practiceReferrals } from './referrals.ts'
import { practiceServices } from './services.ts'

/**
 * Fills an empty practice database: eleven institutions and two neighbours, three partnerships in force, ten
 * fictional families, some referrals and conversations, and the services around, which are played with the app's own deeds. Does nothing when they are there.
 */
export async function fillPractice(database: Database, surroundings: Surroundings): Promise<void> {
  const fresh = await asOwner(database.ownerUrl, async (client) => {
    const { rows } = await client.query(`select value from splot.setting where name = 'practice'`)
    if (rows[0]?.value === 'filled') return false
    if (!rows.length)
      await inTransaction(client, async () => {
        await insertInstitutions(client)
        await insertPartnerships(client)
        await client.query(`insert into splot.setting values ('practice', 'institutions')`)
      })
    return true
  })
  if (!fresh) return
  console.log('Splot: wypełniam dane ćwiczebne …')
  const act = actor(database, surroundings)
  for (const story of [
    ...practiceFamilies,
    // Referrals take places of services.
    ...practiceServices,
    ...practiceReferrals,
    ...practiceConversations,
  ]) {
    const done = `practice/${story.key}`
    const known = await asOwner(database.ownerUrl, (client) =>
      client.query('select from splot.setting where name = $1', [done]),
    )
    if (known.rowCount) continue
    const clock = await Clock.wound(database.ownerUrl, story.began)
    await story.play({ act, clock })
    await clock.stop()
    await asOwner(database.ownerUrl, (client) =>
      client.query(`insert into splot.setting values ($1, 'played')`, [done]),
    )
  }
  await asOwner(database.ownerUrl, (client) =>
    client.query(`update splot.setting set value = 'filled' where name = 'practice'`),
  )
}

async function insertInstitutions(client: pg.Client): Promise<void> {
  const since = '2026-01-02T07:00:00Z'
  for (const institution of practiceInstitutions) {
    const id = institutionId(institution.key)
    await client.query(
      `insert into institutions.institution (id, kind, name, short_name, seat, locality, phone, email, period)
       values ($1, $2, $3, $4, $5, $6, $7, $8, tstzrange($9, null))`,
      [
        id,
        institution.kind,
        institution.name,
        institution.short,
        institution.seat,
        institution.locality,
        institution.phone,
        `${institution.key}@cwiczenia.example`,
        since,
      ],
    )
    await client.query('insert into institutions.area values ($1, $2)', [id, institution.seat])
    if (institution.onDuty)
      await client.query(
        'insert into institutions.duty_hours (institution_id, weekday, begins, ends) select $1, day, $2, $3 from generate_series(1, 5) day',
        [id, ...institution.onDuty],
      )
    for (const worker of institution.workers) {
      const account = accountId(worker.key)
      if (!worker.sameAs)
        await client.query(
          `insert into identity."user" (id, name, email, "emailVerified", administrator) values ($1, $2, $3, true, $4)`,
          [
            account,
            `${worker.given} ${worker.family}`,
            `${worker.key}@cwiczenia.example`,
            worker.key === 'danuta',
          ],
        )
      await client.query(
        `insert into institutions.worker (id, account_id, institution_id, given_name, family_name, position, social_worker, phone, phone_hours, email, period)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, tstzrange($11, null))`,
        [
          workerId(worker.key),
          account,
          id,
          worker.given,
          worker.family,
          worker.position,
          worker.socialWorker ?? false,
          worker.phone,
          worker.hours,
          `${worker.sameAs ?? worker.key}@cwiczenia.example`,
          since,
        ],
      )
      if (worker.away) {
        await client.query(
          `insert into institutions.absence (id, institution_id, worker_id, period, noted_by)
           values ($1, $2, $3, tstzrange(now(), splot.start_of_day(splot.today_pl() + 14)), $3)`,
          [idOf(`absence/${worker.key}`), id, workerId(worker.key)],
        )
        await client.query(
          `insert into institutions.cover (id, absence_id, institution_id, worker_id, stand_in_id, named_by, answer, answered_at)
           values ($1, $2, $3, $4, $5, $4, 'yes', now())`,
          [
            idOf(`cover/${worker.key}`),
            idOf(`absence/${worker.key}`),
            id,
            workerId(worker.key),
            workerId(worker.away),
          ],
        )
      }
    }
    const head = institution.workers.find((worker) => worker.head)!
    await client.query(
      'insert into institutions.head (id, institution_id, worker_id, period, confirmed_by) values ($1, $2, $3, tstzrange($4, null), $5)',
      [
        idOf(`head/${institution.key}`),
        id,
        workerId(head.key),
        since,
        workerId(institution.key === 'gops' ? 'joanna' : 'danuta'),
      ],
    )
    for (const worker of institution.workers)
      for (const part of [worker.duty && 'duty', worker.officer].filter(Boolean))
        await client.query(
          'insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, $4, tstzrange($5, null), $6)',
          [
            idOf(`delegation/${worker.key}/${part}`),
            id,
            workerId(worker.key),
            part,
            since,
            workerId(head.key),
          ],
        )
  }
}

async function insertPartnerships(client: pg.Client): Promise<void> {
  for (const partnership of practicePartnerships) {
    const id = idOf(`partnership/${partnership.key}`)
    const agreement = idOf(`agreement/${partnership.key}`)
    await client.query(
      `insert into partnerships.partnership (id, name, variant, tier, leading_institution_id) values ($1, $2, 'rural', 'commune_county', $3)`,
      [id, partnership.name, institutionId(partnership.leading)],
    )
    for (const terc of partnership.area)
      await client.query('insert into partnerships.area values ($1, $2)', [id, terc])
    await client.query(
      `insert into partnerships.agreement (id, partnership_id, text_version, planned, in_force)
       values ($1, $2, '1', daterange($3::date, ($3::date + interval '2 years')::date), tstzrange(splot.start_of_day($3::date), splot.start_of_day(($3::date + interval '2 years')::date)))`,
      [agreement, id, partnership.since],
    )
    for (const key of partnership.members) {
      const institution = practiceInstitutions.find((each) => each.key === key)!
      const head = workerId(institution.workers.find((worker) => worker.head)!.key)
      const membership = idOf(`membership/${partnership.key}/${key}`)
      await client.query(
        `insert into partnerships.agreement_party (agreement_id, institution_id, founding, signed_on, signed_by, how) values ($1, $2, true, $3, $4, 'paper')`,
        [agreement, institutionId(key), partnership.since, head],
      )
      await client.query(
        `insert into partnerships.membership (id, partnership_id, institution_id, invited_at, declared_on, declared_by, declaration_how, period)
         values ($1, $2, $3, splot.start_of_day($4::date - 30), $4::date - 10, $5, 'paper', tstzrange(splot.start_of_day($4::date), null))`,
        [membership, id, institutionId(key), partnership.since, head],
      )
      for (const worker of institution.workers)
        if (worker.part)
          await client.query(
            `insert into partnerships.appointment (id, membership_id, worker_id, part, period, appointed_by)
             values ($1, $2, $3, $4, tstzrange(splot.start_of_day($5::date), null), $6)`,
            [
              idOf(`appointment/${partnership.key}/${worker.key}`),
              membership,
              workerId(worker.key),
              worker.part,
              partnership.since,
              head,
            ],
          )
    }
    await client.query(
      `insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent, answer_days_usual, review_every_months, meeting_every_months)
       values ($1, $2, tstzrange(splot.start_of_day($3::date), null), $3, 0, 2, 7, 3, 1)`,
      [idOf(`rules/${partnership.key}`), id, partnership.since],
    )
  }
}
