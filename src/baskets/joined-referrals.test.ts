import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { disclosuresIn } from '../consents/questions.ts'
import { newsSince } from '../day/questions.ts'
import { delegate } from '../institutions/keep-workers.ts'
import { asOwner } from '../platform/database/open.ts'
import type { Work } from '../platform/http/work.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aCase, aConsent, type Case, done, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  clinic,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { dismissGuest, inviteGuest } from '../referrals/guests.ts'
import { referralById } from '../referrals/questions.ts'
import { sendReferral } from '../referrals/send-referral.ts'
import { withdrawBasis } from '../referrals/withdraw.ts'
import { joinCase, joinedReferrals, leaveCase, whereJoined } from './joined-referrals.ts'

// The school works with a family and refers one of its people to the clinic. The case knows of it only when who sent it says so.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let teacher: Worker
let colleague: Worker
/** On the team for another institution. */
let officer: Worker
/** Answers for the clinic. */
let answering: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school, clinic, police)
  family = await aCase(database, partnership)
  ;[teacher, colleague] = partnership.of(school).workers
  officer = partnership.of(police).workers[0]
  answering = partnership.of(clinic).workers[0]
  for (const worker of [teacher, officer]) await onTheTeam(database, family, worker)
  await doing(database, partnership.of(clinic).head, (work) =>
    delegate(work, { id: randomUUID(), workerId: answering.workerId, part: 'duty' }),
  )
})

async function sends(by = teacher, keptFrom: string[] = []) {
  const id = randomUUID()
  await doing(database, by, (work) =>
    sendReferral(work, { ...aReferral(partnership, partnership.of(clinic).id), id, keptFrom }),
  )
  return id
}

/** The school may tell the leading institution of the mother; it reads of her what a consent opens. */
async function mayTell() {
  const id = randomUUID()
  await aConsent(database, family, { about: family.mother, to: partnership.of(school) })
  await acting(database, teacher, (db) =>
    sql`insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, recorded_by, signed_by)
      values (${id}, ${family.id}, ${family.mother.id}, ${partnership.of(school).id}, ${family.leading.id}, 'consent', '{file}', 'wspólna praca',
        tstzrange(now(), splot.end_of_day(splot.today_pl() + 100)), ${teacher.workerId}, array[${family.mother.id}::uuid])`.execute(
      db,
    ),
  )
  return id
}

const refused = (error: Error) => error.name
const joins = (referralId: string, by = teacher, personId = family.mother.id) =>
  doing(database, by, (work) => joinCase(work, family.id, { id: randomUUID(), referralId, personId })).then(
    () => 'done',
    refused,
  )
const inCaseFor = (worker: Worker) =>
  doing(database, worker, (work) => joinedReferrals(work, family.id)).then(
    ({ joined }) => joined.map(({ id, person, points }) => [id, person, points.length]),
    refused,
  )
const newsFor = (worker: Worker) =>
  doing(database, worker, (work) => work.all(newsSince(worker.workerId))).then((news) =>
    news.map(({ verb }) => verb),
  )
const reads = async (worker: Worker, id: string) =>
  (await doing(database, worker, (work) => work.find(referralById(id)))) !== undefined

test('a referral that stands outside is nothing to the case until who sent it joins it', async () => {
  await mayTell()
  const id = await sends()
  expect(await reads(family.coordinator, id)).toBe(false)
  expect(await inCaseFor(family.coordinator)).toEqual([])
  for (const other of [family.coordinator, officer, answering])
    expect(await joins(id, other)).toBe('http:not-found')
  expect(await joins(id)).toBe('done')
  expect(await inCaseFor(family.coordinator)).toEqual([[id, 'Ewa Zmyślona', 1]])
  expect(await joins(id)).toBe('baskets:joined-already')
  expect(await newsFor(family.coordinator)).toContain('joined-referral.joined')
  expect(await newsFor(officer)).not.toContain('joined-referral.joined')
  // Who holds no consent about her reads nothing of it, nor that it is there.
  expect(await inCaseFor(officer)).toEqual([])
  expect(await reads(officer, id)).toBe(false)
  // What the receiver reads is as before.
  expect(await inCaseFor(answering)).toBe('http:not-found')
})

describe('it joins', () => {
  test('on a basis toward whoever leads, and leaves by itself when that is withdrawn', async () => {
    const id = await sends()
    await aConsent(database, family, { about: family.mother, to: partnership.of(school) })
    expect(await joins(id)).toBe('baskets:no-basis-to-tell')
    const basis = await mayTell()
    expect(await joins(id)).toBe('done')
    await done(answerOf(database, teacher, sql`consents.withdraw(${basis}, 'ustnie')`))
    expect(await inCaseFor(family.coordinator)).toEqual([])
    expect(await reads(family.coordinator, id)).toBe(false)
    expect(await reads(teacher, id)).toBe(true)
  })

  test('with who agreed, where nothing in the case opens it: then until its sender takes it out', async () => {
    await aConsent(database, family, { about: family.mother, to: partnership.of(school) })
    const id = await sends()
    const agreed = {
      id: randomUUID(),
      referralId: id,
      personId: family.mother.id,
      agreedBy: 'Ewa Zmyślona',
      agreedForm: 'paper_signed',
    }
    const says = (agreedOn: string) =>
      doing(database, teacher, (work) => joinCase(work, family.id, { ...agreed, agreedOn })).then(
        () => 'done',
        refused,
      )
    expect(await says(addDays(today(), 1))).toBe('baskets:agreed-in-the-future')
    expect(await says(today())).toBe('done')
    expect(await inCaseFor(family.coordinator)).toHaveLength(1)
  })

  test.each([
    [
      'on its last day',
      `update consents.basis set period = tstzrange(lower(period), clock_timestamp()) where scope_id = $1 and from_institution_id = $2`,
    ],
    [
      'when it was toward who leads no more',
      `select cases.pass_lead($1, (select institution_id from institutions.worker where id = $3)) where $2::uuid is not null`,
    ],
    [
      'when its sender is in the partnership no more',
      `update partnerships.membership m set period = tstzrange(lower(m.period), clock_timestamp())
       from cases."case" c where c.id = $1 and m.partnership_id = c.partnership_id and m.institution_id = $2`,
    ],
  ])('for nobody any more %s', async (_, ends) => {
    await mayTell()
    const id = await sends()
    await joins(id)
    expect(await reads(family.coordinator, id)).toBe(true)
    await asOwner(database.ownerUrl, (client) =>
      client.query(`with who as (select $3::uuid) ${ends}`, [
        family.id,
        partnership.of(school).id,
        officer.workerId,
      ]),
    )
    for (const leading of [family.coordinator, officer]) expect(await reads(leading, id)).toBe(false)
  })

  test('anew, with who agreed, once what opened it is over', async () => {
    const basis = await mayTell()
    const id = await sends()
    await joins(id)
    await asOwner(database.ownerUrl, (client) =>
      client.query(
        'update consents.basis set period = tstzrange(lower(period), clock_timestamp()) where id = $1',
        [basis],
      ),
    )
    expect(await joins(id)).toBe('baskets:no-basis-to-tell')
  })

  test('about somebody whom its sender sees there', async () => {
    await mayTell()
    const id = await sends()
    expect(await joins(id, teacher, family.child.id)).toBe('baskets:not-somebody-you-see')
    expect(await joins(id, teacher, randomUUID())).toBe('baskets:not-somebody-you-see')
  })

  test('by nobody who is not on the team, though they sent it', async () => {
    await mayTell()
    expect(await joins(await sends(colleague), colleague)).toBe('http:not-found')
  })
})

test('who sent it takes it out again, and may join it anew', async () => {
  await mayTell()
  const id = await sends()
  await joins(id)
  expect(
    await doing(database, family.coordinator, (work) => leaveCase(work, family.id, id)).catch(refused),
  ).toBe('http:not-found')
  await doing(database, teacher, (work) => leaveCase(work, family.id, id))
  expect(await inCaseFor(family.coordinator)).toEqual([])
  expect(await joins(id)).toBe('done')
  expect(await inCaseFor(family.coordinator)).toHaveLength(1)
})

test('who sent it takes it out also when they are on the team no more', async () => {
  const part = await onTheTeam(database, family, colleague)
  await mayTell()
  const id = await sends(colleague)
  expect(await joins(id, colleague)).toBe('done')
  await done(answerOf(database, colleague, sql`cases.end_part(${part}, 'work-done')`))
  expect(await inCaseFor(colleague)).toBe('http:not-found')
  expect(await inCaseFor(family.coordinator)).toHaveLength(1)
  const where = (worker = colleague) =>
    doing(database, worker, (work) => whereJoined(work, id)).catch(refused)
  expect(await where()).toEqual({ caseId: family.id })
  // The receiver is not told that there is a case.
  expect(await where(answering)).toEqual({ caseId: null })
  expect(await where(family.coordinator)).toBe('http:not-found')
  await doing(database, colleague, (work) => leaveCase(work, family.id, id))
  expect(await inCaseFor(family.coordinator)).toEqual([])
  expect(await where()).toEqual({ caseId: null })
})

test('that a guest outside was shown who it is stands in the register of the case, also once the referral left', async () => {
  await mayTell()
  const { to: _, ...letter } = aReferral(partnership, '')
  const guest = randomUUID()
  await doing(database, teacher, async (work) => {
    await sendReferral(work, { ...letter, outside: { name: 'Poradnia Dowolna' } })
    await inviteGuest(work, letter.id, {
      id: guest,
      name: 'Ada Wymyślona',
      role: 'sekretariat',
      email: 'ada@poradnia.example',
      confirmerId: colleague.workerId,
    })
  })
  expect(await joins(letter.id)).toBe('done')
  const told = async (worker = family.coordinator) =>
    (await doing(database, worker, (work) => work.all(disclosuresIn(family.id))))
      .filter(({ to }) => to === 'Poradnia Dowolna')
      .map(({ personId, classes, kind, withdrawnOn }) => [personId, classes, kind, withdrawnOn])
  expect(await told()).toEqual([])
  await asOwner(database.ownerUrl, (client) =>
    client.query('insert into referrals.shown_to_guest (guest_id, scope_id) values ($1, $2)', [
      guest,
      letter.id,
    ]),
  )
  expect(await told()).toEqual([[family.mother.id, ['file'], 'consent', null]])
  expect(await told(officer)).toEqual([])
  await doing(database, teacher, (work) => leaveCase(work, family.id, letter.id))
  expect(await inCaseFor(family.coordinator)).toEqual([])
  expect(await told()).toEqual([[family.mother.id, ['file'], 'consent', null]])
  expect(await told(officer)).toEqual([])
  // Joined anew it is the same disclosure; its consent withdrawn, it says so.
  expect(await joins(letter.id)).toBe('done')
  expect(await told()).toHaveLength(1)
  await doing(database, teacher, (work) => withdrawBasis(work, letter.id))
  for (const reader of [family.coordinator, teacher])
    expect(await told(reader)).toEqual([[family.mother.id, ['file'], 'consent', today()]])
})

test('what opened a joined referral ended: the register holds on to what was told, and to nothing that was told later', async () => {
  const basis = await mayTell()
  const { to: _, ...letter } = aReferral(partnership, '')
  const guests = [randomUUID(), randomUUID()] as const
  const invites = (id: string) => (work: Work) =>
    inviteGuest(work, letter.id, {
      id,
      name: 'Ada Wymyślona',
      role: 'sekretariat',
      email: 'ada@poradnia.example',
      confirmerId: colleague.workerId,
    })
  const shows = (guest: string) =>
    asOwner(database.ownerUrl, (client) =>
      client.query('insert into referrals.shown_to_guest (guest_id, scope_id) values ($1, $2)', [
        guest,
        letter.id,
      ]),
    )
  const told = async () =>
    (await doing(database, family.coordinator, (work) => work.all(disclosuresIn(family.id)))).filter(
      ({ to }) => to === 'Poradnia Dowolna',
    ).length
  await doing(database, teacher, (work) =>
    sendReferral(work, { ...letter, outside: { name: 'Poradnia Dowolna' } }),
  )
  await doing(database, teacher, invites(guests[0]))
  expect(await joins(letter.id)).toBe('done')
  await shows(guests[0])
  await done(answerOf(database, teacher, sql`consents.withdraw(${basis}, 'ustnie')`))
  expect(await reads(family.coordinator, letter.id)).toBe(false)
  expect(await told()).toBe(1)
  await doing(database, teacher, (work) => dismissGuest(work, letter.id, guests[0]))
  await doing(database, teacher, invites(guests[1]))
  await shows(guests[1])
  expect(await told()).toBe(1)
})

test('whom its sender keeps from it the journal of the case tells nothing of it', async () => {
  await mayTell()
  await onTheTeam(database, family, answering)
  await aConsent(database, family, { about: family.mother, to: partnership.of(clinic) })
  const told = (worker: Worker) =>
    answerOf<number>(
      database,
      worker,
      sql`(select count(*)::int from journal.entry where scope_id = ${family.id} and verb like 'joined-referral.%')`,
    )
  const id = await sends(teacher, [answering.workerId])
  expect(await joins(id)).toBe('done')
  await doing(database, teacher, (work) => leaveCase(work, family.id, id))
  expect(await told(teacher)).toBe(2)
  expect(await told(family.coordinator)).toBe(0)
  expect(await told(answering)).toBe(0)
  const open = await sends()
  await joins(open)
  expect(await told(family.coordinator)).toBe(1)
})

describe('it leaves', () => {
  const joinsWithWhoAgreed = async (id: string) =>
    doing(database, teacher, (work) =>
      joinCase(work, family.id, {
        id: randomUUID(),
        referralId: id,
        personId: family.mother.id,
        agreedBy: 'Ewa Zmyślona',
        agreedForm: 'paper_signed',
        agreedOn: today(),
      }),
    )

  test('when who agreed withdraws the consent to the referral', async () => {
    await aConsent(database, family, { about: family.mother, to: partnership.of(school) })
    const id = await sends()
    await joinsWithWhoAgreed(id)
    expect(await reads(family.coordinator, id)).toBe(true)
    await doing(database, teacher, (work) => withdrawBasis(work, id))
    expect(await reads(family.coordinator, id)).toBe(false)
    expect(await reads(teacher, id)).toBe(true)
  })

  test('when the case is voided, and may join the right one', async () => {
    const id = await sends()
    await aConsent(database, family, { about: family.mother, to: partnership.of(school) })
    await joinsWithWhoAgreed(id)
    await asOwner(database.ownerUrl, (client) =>
      client.query(
        `update cases."case" set voided_at = now(), voided_by = opened_by, voided_because = 'pomyłka' where id = $1`,
        [family.id],
      ),
    )
    family = await aCase(database, partnership)
    await onTheTeam(database, family, teacher)
    await aConsent(database, family, { about: family.mother, to: partnership.of(school) })
    await joinsWithWhoAgreed(id)
    expect(await inCaseFor(family.coordinator)).toHaveLength(1)
  })
})

test('it is of the class of the service that it is taken on for, whether it joined before or after', async () => {
  await mayTell()
  const service = randomUUID()
  const [before, after] = [await sends(), await sends()]
  const takenOn = (id: string) =>
    asOwner(database.ownerUrl, (client) =>
      client.query(
        `update referrals.point set answer = 'accepted', answered_at = now(), answered_by = $2, service_id = $3 where referral_id = $1`,
        [id, answering.workerId, service],
      ),
    )
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `with o as (insert into directory.organization (id, institution_id) values ($2, $2))
       insert into directory.service (id, organization_id, institution_id, kind, name, added_by)
       select $1, $2, $2, min(code), 'Poradnia Zmyślona', $3 from directory.service_kind where class = 'health'`,
      [service, partnership.of(clinic).id, answering.workerId],
    ),
  )
  const classes = () =>
    asOwner(database.ownerUrl, async (client) => {
      const { rows } = await client.query(
        'select class from baskets.joined_referral where scope_id = $1 order by written_at',
        [family.id],
      )
      return rows.map((row) => row.class)
    })
  await joins(before)
  expect(await classes()).toEqual(['file'])
  await takenOn(before)
  await takenOn(after)
  await joins(after)
  expect(await classes()).toEqual(['health', 'health'])
})

test('who is excluded from the family reads nothing of it at the receiver either, and the sender keeps what they sent', async () => {
  await mayTell()
  const before = await sends()
  const excludes = (who: Worker) =>
    done(
      answerOf(
        database,
        family.coordinator,
        sql`cases.exclude(${randomUUID()}, ${family.id}, ${who.workerId}, 'kin')`,
      ),
    )
  await joins(before)
  expect(await reads(answering, before)).toBe(true)
  await excludes(answering)
  expect(await reads(answering, before)).toBe(false)
  const after = await sends()
  expect(await reads(answering, after)).toBe(true)
  await joins(after)
  expect(await reads(answering, after)).toBe(false)
  await excludes(teacher)
  expect(await reads(teacher, after)).toBe(true)
})
