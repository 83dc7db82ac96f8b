import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { whoWaitsForMe } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import type { InputOf } from '../platform/http/contract.ts'
import type { Work } from '../platform/http/work.ts'
import { aCase, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, doing, type Partnership, police, type Worker } from '../proof/partnership.ts'
import type { oversightContract } from './contract.ts'
import { routes as oversightRoutes } from './routes.ts'

vi.setConfig({ testTimeout: 120_000 })

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
/** Cases that the police have no part in: of this partnership, and of another. */
let others: Case[]
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  partnership = await aPartnership(database).with(police)
  family = await aCase(database, partnership)
  others = [
    await aCase(database, partnership),
    await aCase(database, await aPartnership(database).with(police)),
  ]
  const officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
  for (const [whom, name] of [
    [family.coordinator, 'Ewa'],
    [officer, 'Zosia'],
  ] as const)
    await doing(database, whom, async (work) => {
      await work.record({
        verb: 'contact.written',
        subjectId: randomUUID(),
        scopeId: family.id,
        class: 'own',
        values: { kind: `wizyta, ${name}` },
      })
      await work.look(family.id, 'case')
    })
  // What one person alone may read is in no record.
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `insert into journal.entry (worker_id, institution_id, verb, subject_id, scope_id, class) values ($1, $2, 'contact.corrected', $3, $4, 'violence')`,
      [family.coordinator.workerId, partnership.centre.id, randomUUID(), family.id],
    ),
  )
})
afterAll(() => database.drop())

const rows = <Row>(sql: string, values: unknown[] = []) =>
  asOwner(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[])

/** Asks an endpoint as its route would; a refusal is its code. */
const ask = <Name extends keyof typeof oversightContract>(
  whom: Worker,
  name: Name,
  input: Partial<InputOf<(typeof oversightContract)[Name]>>,
) =>
  doing(database, whom, (work: Work) =>
    oversightRoutes
      .find((route) => route.name === `oversight.${name}`)!
      .handler(...([work, { params: {}, query: { limit: 100 }, body: {}, ...input }] as never[])),
  ).catch((error) => error.name)
type Page = { items: { scopeId: string | null; worker: string; verb: string; values?: object }[] }

type Facts = {
  part: 'data_protection_officer' | 'auditor' | 'stand_in' | 'duty'
  where: 'centre' | 'police'
  appointed: 'now' | 'ended' | 'later'
  works: boolean
  excluded: boolean
}
const stretches = {
  now: `tstzrange(now() - interval '9 days', null)`,
  ended: `tstzrange(now() - interval '9 days', now() - interval '1 day')`,
  later: `tstzrange(now() + interval '1 day', null)`,
}

/** A new worker with these facts. */
async function somebody({ part, where, appointed, works, excluded }: Facts): Promise<Worker> {
  const { id: institutionId, head } = where === 'centre' ? partnership.centre : partnership.of(police)
  const workerId = randomUUID()
  await rows(
    `insert into institutions.worker (id, institution_id, given_name, family_name, position, period)
     values ($1, $2, 'Iza', 'Zmyślona', 'pracuje', ${works ? stretches.now : stretches.ended})`,
    [workerId, institutionId],
  )
  await rows(
    `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, $4, ${stretches[appointed]}, $5)`,
    [randomUUID(), institutionId, workerId, part, head.workerId],
  )
  if (excluded)
    await rows(
      `insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) select $1, $2, $3, min(code), $4 from cases.exclusion_kind`,
      [randomUUID(), family.id, workerId, family.coordinator.workerId],
    )
  return { workerId, institutionId }
}

/** From model.md: who is the officer of an institution now, and from which families they are kept out. */
const isOfficer = ({ part, appointed, works }: Facts) =>
  (part === 'data_protection_officer' || part === 'auditor') && appointed === 'now' && works
const seesPlace = (facts: Facts) => isOfficer(facts) && !facts.excluded

const facts = fc.record<Facts>({
  part: fc.constantFrom('data_protection_officer', 'auditor', 'stand_in', 'duty'),
  where: fc.constantFrom('centre', 'police'),
  appointed: fc.constantFrom('now', 'now', 'ended', 'later'),
  works: fc.constantFrom(true, true, false),
  excluded: fc.constantFrom(false, false, true),
})
const likely = {
  numRuns: 60,
  examples: [[{ part: 'auditor', where: 'police', appointed: 'now', works: true, excluded: false }]] as [
    Facts,
  ][],
}

test('the journal and the looks of an institution are read by its officers, while they are that, and by nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (who) => {
      const worker = await somebody(who)
      for (const list of ['journal', 'looks'] as const) {
        const answer = await ask(worker, list, {})
        if (!isOfficer(who)) {
          expect(answer).toBe('http:not-found')
          continue
        }
        const { items } = answer as Page
        const here = items.filter(({ scopeId }) => scopeId === family.id)
        expect(here.length > 0, `${list}: ${JSON.stringify(who)}`).toBe(!who.excluded)
        expect(JSON.stringify(answer)).not.toMatch(/Ewa|Zosia|wizyta|Rodzina|values/)
      }
    }),
    likely,
  )
})

test('what was done in another institution is not in the journal', async () => {
  for (const where of ['centre', 'police'] as const) {
    const worker = await somebody({ part: 'auditor', where, appointed: 'now', works: true, excluded: false })
    const { items } = (await ask(worker, 'journal', {})) as { items: { id: string }[] }
    const theirs = await rows<{ id: string }>('select id from journal.entry where institution_id = $1', [
      worker.institutionId,
    ])
    expect(items.map(({ id }) => id).sort()).toEqual(theirs.map(({ id }) => id).sort())
  }
})

test('a record opens to officers of an institution that was there, with what that institution wrote, and ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      facts,
      fc.constantFrom('time', 'appointment', 'work', 'exclusion' as const),
      async (who, end) => {
        const worker = await somebody(who)
        const id = randomUUID()
        const asked = await ask(worker, 'openRecord', {
          body: { id, scopeId: family.id, purpose: 'complaint', reason: 'skarga z poniedziałku' },
        })
        if (!seesPlace(who)) {
          expect(asked).toBe('http:not-found')
          return
        }
        expect(asked).toEqual({ id })
        const read = (whom: Worker) => ask(whom, 'entries', { params: { id } })
        const seen = (await read(worker)) as Page
        const [mine, theirs] = who.where === 'centre' ? ['Ewa', 'Zosia'] : ['Zosia', 'Ewa']
        expect(JSON.stringify(seen)).toContain(`wizyta, ${mine}`)
        expect(JSON.stringify(seen)).not.toContain(`wizyta, ${theirs}`)
        expect(seen.items.map(({ verb }) => verb)).not.toContain('contact.corrected')
        // Nobody else: not another officer of the same institution, not its head, not the coordinator.
        const colleague = await somebody({ ...who, excluded: false })
        for (const other of [
          colleague,
          family.coordinator,
          partnership.centre.head,
          partnership.of(police).head,
        ])
          for (const name of ['entries', 'record'] as const)
            expect(await ask(other, name, { params: { id } })).toBe('http:not-found')

        await (end === 'time'
          ? rows(
              `update oversight.record set valid = tstzrange(now() - interval '24 hours', now()) where id = $1`,
              [id],
            )
          : end === 'appointment'
            ? rows(
                `update institutions.delegation set period = tstzrange(lower(period), now()) where worker_id = $1`,
                [worker.workerId],
              )
            : end === 'work'
              ? rows(
                  `update institutions.worker set period = tstzrange(lower(period), now()) where id = $1`,
                  [worker.workerId],
                )
              : rows(
                  `insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) select $1, $2, $3, min(code), $4 from cases.exclusion_kind`,
                  [randomUUID(), family.id, worker.workerId, family.coordinator.workerId],
                ))
        for (const name of ['entries', 'record'] as const)
          expect(await ask(worker, name, { params: { id } }), `${name} after the ${end}`).toBe(
            'http:not-found',
          )
      },
    ),
    { numRuns: 40 },
  )
})

test('the head is told at once; of their own deeds 30 days after the record ended, the other officers at once', async () => {
  const of = { where: 'centre', appointed: 'now', works: true, excluded: false } as const
  const [officer, auditor, stranger] = [
    await somebody({ ...of, part: 'data_protection_officer' }),
    await somebody({ ...of, part: 'auditor' }),
    await somebody({ ...of, where: 'police', part: 'auditor' }),
  ]
  const head = partnership.centre.head
  const open = async (purpose: 'audit' | 'head') => {
    const id = randomUUID()
    await ask(officer, 'openRecord', {
      body: {
        id,
        scopeId: purpose === 'audit' ? family.id : family.householdId,
        purpose,
        reason: 'sprawdzenie',
      },
    })
    return id
  }
  await doing(database, partnership.centre.workers[1], (work) => work.look(family.householdId, 'household'))
  const [told, later] = [await open('audit'), await open('head')]
  const known = async (whom: Worker) =>
    ((await ask(whom, 'records', {})) as { id: string }[])
      .map(({ id }) => id)
      .filter((id) => [told, later].some((each) => each === id))
  const asked = async () =>
    (await doing(database, head, (work) => work.all(whoWaitsForMe))).flatMap(({ kind, id }) =>
      kind === 'record' && [told, later].some((each) => each === id) ? [id] : [],
    )
  expect(await known(head)).toEqual([told])
  expect(await asked()).toEqual([told])
  expect((await known(auditor)).sort()).toEqual([told, later].sort())
  expect(await known(stranger)).toEqual([])
  expect(await known(family.coordinator)).toEqual([])
  expect(await ask(head, 'acknowledge', { params: { id: later } })).toBe('http:not-found')
  expect(await ask(auditor, 'acknowledge', { params: { id: told } })).toBe('http:not-found')
  expect(await ask(head, 'acknowledge', { params: { id: told } })).toEqual({})
  expect(await asked()).toEqual([])
  await rows(
    `update oversight.record set head_told_from = head_told_from - interval '31 days' where id = $1`,
    [later],
  )
  expect((await known(head)).sort()).toEqual([told, later].sort())
  expect(await asked()).toEqual([later])
})

test('nothing opens a place where the institution never was, and a record is asked for once at a time', async () => {
  const officer = await somebody({
    part: 'auditor',
    where: 'police',
    appointed: 'now',
    works: true,
    excluded: false,
  })
  const open = (scopeId: string) =>
    ask(officer, 'openRecord', {
      body: { id: randomUUID(), scopeId, purpose: 'breach', reason: 'podejrzenie naruszenia' },
    })
  for (const scope of [...others.map(({ id }) => id), randomUUID()])
    expect(await open(scope)).toBe('http:not-found')
  await open(family.id)
  expect(await open(family.id)).toBe('oversight:record-open-already')
})
