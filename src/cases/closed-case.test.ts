import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { family, gather, other, type Role, whoSucceeds } from '../proof/cast.ts'
import { aDatabase } from '../proof/database.ts'
import { after, allRoutes, deedsProofs } from '../proof/deeds.ts'

// A closed case takes nothing but what is meant for it. Each deed about a case that somebody may do while it is open
// (who-does-what.access.test.ts) is tried by them once more, after the case was closed.

/** What is done in a closed case, and by whom of those who did it before. */
const team = ['coordinator', 'teammate', 'colleague'] as const
const meant: Record<string, readonly Role[]> = {
  'cases.reopen': team,
  // Kept from somebody, or no longer.
  'cases.exclude': [...team, 'excluded'],
  'cases.exclusions': team,
  'cases.liftExclusion': team,
  'cases.endPart': team,
  // What was said too much is taken back.
  'consents.withdrawBasis': team,
  'contacts.voidContact': team,
  'baskets.leaveReferral': ['partner'],
  // Who looks in on the family, and how it was to work together.
  'contacts.writeContact': team,
  'contacts.correctContact': team,
  'contacts.openContact': team,
  'cases.recordOpinion': team,
  'cases.keepRegistryNumber': team,
  // What was talked about while it was open is read, and stands.
  'meetings.acknowledge': team,
  'meetings.approve': team,
  // A referral is no part of the case.
  'files.addFile: attaches something to it': ['partner', 'representative', 'invited'],
  'referrals.dismissGuest': ['partner'],
  'guests.confirm: confirms the address of who answers for somebody outside': ['partnersColleague'],
  // A question: what would be read, and by whom.
  'cases.readers': team,
}

const proofs = await deedsProofs()
const routes = await allRoutes()
const ofFamily = Object.keys(Object.assign({}, ...proofs.map(({ ids }) => ids?.ofFamily)))
/** The address names a case or something in it; a concern lies with whoever takes in, a record with an officer. */
const isAboutACase = (name: string) => {
  const { path } = routes.find((route) => route.name === name)!.endpoint
  return [...path.matchAll(/\/([\w-]+)\/:/g)].some(
    ([, of]) => ofFamily.includes(of!) && of !== 'concerns' && of !== 'records',
  )
}
const deeds = proofs
  .flatMap((proof) => proof.deeds ?? [])
  .filter(([endpoint, , may]) => may.length > 0 && isAboutACase(endpoint))

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
  await gather(database)
  for (const proof of proofs) await proof.stage?.(database)
})
afterAll(() => database.drop())

describe('each deed about a case, after it was closed', () => {
  test.each(deeds)('%s: %s', async (endpoint, what, may, attempt) => {
    const closed = [family, other].reduce(
      (then, { id, coordinator }) =>
        after(
          () => coordinator,
          () => sql`select cases.close(${id}, 'need_solved', null, '{}')`,
          then,
        ),
      attempt,
    )
    const those = meant[`${endpoint}: ${what}`] ?? meant[endpoint] ?? []
    expect(await whoSucceeds(closed, may)).toEqual(may.filter((role) => those.includes(role)))
  })
})

test('all that are meant for it are tried', () => {
  expect(deeds.length).toBeGreaterThan(60)
  expect(
    Object.keys(meant).filter(
      (name) => !deeds.some(([endpoint, what]) => [endpoint, `${endpoint}: ${what}`].includes(name)),
    ),
  ).toEqual([])
})

test('every table of cases that the app writes rests with them, or is meant for a closed one', async () => {
  const written = await asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    return client.query<{ name: string; rests: boolean }>(
      `select c.oid::regclass::text as name, exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'written_while_open') as rests
       from pg_class c
       where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('scope_id', 'case_id'))
         and (has_any_column_privilege('splot_app', c.oid, 'insert') or has_any_column_privilege('splot_app', c.oid, 'update') or has_table_privilege('splot_app', c.oid, 'delete'))
       order by 1`,
    )
  })
  expect(written.rows.filter(({ rests }) => rests).length).toBeGreaterThan(15)
  expect(written.rows.flatMap(({ name, rests }) => (rests ? [] : [name]))).toEqual([
    'cases.opinion',
    'cases.registry_number',
    'concerns.concern',
    'consents.disclosure',
    'contacts.contact',
    'journal.entry',
    'journal.look',
    // That somebody read what stands.
    'meetings.acknowledgement',
    // Referred outside of any case: a place of its own.
    'referrals.particulars',
    'referrals.point',
    'referrals.referral',
  ])
})
