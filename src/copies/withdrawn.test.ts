import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { joinCase } from '../baskets/joined-referrals.ts'
import { aCase, aConsent, done, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { acting, answerOf, aPartnership, clinic, doing, school } from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { sendReferral } from '../referrals/send-referral.ts'
import { gather } from './gather.ts'

// A copy is read by its writer's own questions. What a consent opened to whoever leads is there until it is taken back.

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

test('what a consent opened is not there when it is taken back', async () => {
  const partnership = await aPartnership(database).with(school, clinic)
  const family = await aCase(database, partnership)
  const [teacher] = partnership.of(school).workers
  await onTheTeam(database, family, teacher)
  const held = async () => {
    const asked = { person: family.mother.id, to: family.mother.id }
    const { parts } = await doing(database, family.coordinator, (work) => gather(work, family.id, asked))
    return parts.map(({ part }) => part)
  }
  await aConsent(database, family, { about: family.mother, to: partnership.of(school) })
  const [basis, referralId] = [randomUUID(), randomUUID()]
  await acting(database, teacher, (db) =>
    sql`insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, recorded_by, signed_by)
      values (${basis}, ${family.id}, ${family.mother.id}, ${partnership.of(school).id}, ${family.leading.id}, 'consent', '{file}', 'wspólna praca',
        tstzrange(now(), splot.end_of_day(splot.today_pl() + 100)), ${teacher.workerId}, array[${family.mother.id}::uuid])`.execute(
      db,
    ),
  )
  await doing(database, teacher, (work) =>
    sendReferral(work, {
      ...aReferral(partnership, partnership.of(clinic).id),
      id: referralId,
      keptFrom: [],
    }),
  )
  expect(await held()).not.toContain('baskets:copy.referrals')
  await doing(database, teacher, (work) =>
    joinCase(work, family.id, { id: randomUUID(), referralId, personId: family.mother.id }),
  )
  expect(await held()).toContain('baskets:copy.referrals')
  await done(answerOf(database, teacher, sql`consents.withdraw(${basis}, 'ustnie')`))
  expect(await held()).not.toContain('baskets:copy.referrals')
})
