import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { joinCase } from '../baskets/joined-referrals.ts'
import { writeContact } from '../contacts/write-contact.ts'
import { asOwner } from '../platform/database/open.ts'
import { aCase, aConsent, type Case, done, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  clinic,
  doing,
  type Partnership,
  school,
} from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { sendReferral } from '../referrals/send-referral.ts'
import { gather, whose } from './gather.ts'
import { printCopy } from './print-copy.ts'

// A copy is read by its writer's own questions, as things are on that day: what a consent opened to whoever leads is there until
// it ends, and a closed case is told as it stands.

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

let partnership: Partnership
let family: Case
beforeEach(async () => {
  partnership = await aPartnership(database).with(school, clinic)
  family = await aCase(database, partnership)
})

const hers = () => ({ person: family.mother.id, to: family.mother.id })
const moved = (query: string, values: unknown[]) =>
  asOwner(database.ownerUrl, (client) => client.query(query, values))

test.each(['is taken back', 'ran out at midnight'])(
  'what a consent opened is not there when it %s',
  async (how) => {
    const [teacher] = partnership.of(school).workers
    await onTheTeam(database, family, teacher)
    const held = async () => {
      const { parts } = await doing(database, family.coordinator, (work) => gather(work, family.id, hers()))
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
    if (how === 'is taken back')
      await done(answerOf(database, teacher, sql`consents.withdraw(${basis}, 'ustnie')`))
    else
      await moved(
        `update consents.basis set period = tstzrange(splot.start_of_day(splot.today_pl() - 30), splot.start_of_day(splot.today_pl())), recorded_at = now() - interval '30 days' where id = $1`,
        [basis],
      )
    expect(await held()).not.toContain('baskets:copy.referrals')
  },
)

test('from the day on which a child is of age, its copy goes into its own hands alone', async () => {
  const handsOf = async () =>
    (await doing(database, family.coordinator, (work) => whose(work, family.id)))
      .find(({ personId }) => personId === family.child.id)!
      .to.map(({ personId }) => personId)
  const isBorn = (before: string) =>
    moved(
      `update households.person set birth_date = splot.today_pl() - interval '18 years' ${before} where id = $1`,
      [family.child.id],
    )
  await moved(
    `insert into households.relation (id, household_id, person_id, to_person_id, kind, authority)
     select gen_random_uuid(), m.household_id, $1, $2, 'parent', 'full' from households.member m where m.person_id = $1
     on conflict do nothing`,
    [family.mother.id, family.child.id],
  )
  await isBorn(`+ interval '1 day'`)
  expect(await handsOf()).toEqual([family.mother.id])
  await isBorn('')
  expect(await handsOf()).toEqual([family.child.id])
})

test('of a closed case it is given as before, and writes down that it was given and nothing else', async () => {
  const read = () => doing(database, family.coordinator, (work) => gather(work, family.id, hers()))
  await doing(database, family.coordinator, (work) =>
    writeContact(work, family.id, {
      id: randomUUID(),
      kind: 'phone',
      happenedAt: new Date(Date.now() - 3_600_000).toISOString(),
      what: 'Rozmowa o szkole.',
      about: [family.mother.id],
      class: 'file',
      open: true,
    }),
  )
  await moved(
    `update institutions.institution set address = 'ul. Zmyślona 1', phone = '41 000 00 00' where id = $1`,
    [family.leading.id],
  )
  const before = await read()
  expect(before.parts).not.toEqual([])
  await done(
    answerOf(database, family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
  )
  const after = await read()
  expect({ parts: after.parts, seen: after.seen }).toEqual({ parts: before.parts, seen: before.seen })
  // A connection may still count what its earlier transactions wrote.
  const counts = sql<{ name: string; n: number }>`
    select schemaname || '.' || relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::int as n from pg_stat_xact_user_tables order by 1`
  const written = await doing(database, family.coordinator, async (work) => {
    const before = new Map((await work.all(counts)).map(({ name, n }) => [name, n]))
    await printCopy(work, family.id, { ...hers(), seen: after.seen })
    return (await work.all(counts))
      .filter(({ name, n }) => n > (before.get(name) ?? 0))
      .map(({ name }) => name)
  })
  expect(new Set(written.map((name) => name.replace(/^journal\.entry\w*$/, 'journal.entry')))).toEqual(
    new Set(['journal.entry']),
  )
  const { rows } = await moved(
    `select verb from journal.entry where scope_id = $1 and at > (select lower(period) from cases.opening where case_id = $1 limit 1) and verb like 'copy.%'`,
    [family.id],
  )
  expect(rows).toEqual([{ verb: 'copy.given' }])
})
