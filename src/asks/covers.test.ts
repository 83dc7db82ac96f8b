import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { invite } from '../cases/team.ts'
import { newsSince, whatIsDue, whomIWaitFor, whoWaitsForMe } from '../day/questions.ts'
import { answerCover, askCover, endCover } from '../institutions/cover.ts'
import { endAbsence, noteAbsence } from '../institutions/duty-hours.ts'
import { endDelegation, endWork } from '../institutions/keep-workers.ts'
import { myColleagues } from '../institutions/questions.ts'
import { acknowledge, startMatter, writeMessage } from '../messages/write-message.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { readSettings } from '../platform/settings.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aCase, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { nextWorkingDay } from '../proof/mornings.ts'
import { aPartnership, doing, type Partnership, police, school, type Worker } from '../proof/partnership.ts'
import { giveTask } from '../worklist/give-task.ts'
import { placeOf } from './questions.ts'
import { tellAsks } from './tell-asks.ts'

// Who is away has somebody who does their work, once they said yes, until the absence ends. Nobody reads more by that.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let head: Worker
let officer: Worker
let colleague: Worker
let elsewhere: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  family = await aCase(database, partnership)
  head = partnership.of(police).head
  ;[officer, colleague, elsewhere] = partnership.of(police).workers
  for (const worker of [officer, colleague]) await onTheTeam(database, family, worker)
  await own(`update institutions.worker set email = id || '@instytucja.example'`)
})

const own = <Row extends object = Record<string, unknown>>(text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    return (await client.query<Row>(text, values)).rows
  })

/** The officer is away for a week; answers the absence. */
async function away(worker = officer, { from = today(), days = 6 } = {}) {
  const id = randomUUID()
  await doing(database, worker, (work) =>
    noteAbsence(work, worker.workerId, { id, from, until: addDays(from, days) }),
  )
  return id
}
async function asked(absence: string, { by = officer, of = colleague, duty = false } = {}) {
  const id = randomUUID()
  await doing(database, by, (work) => askCover(work, absence, { id, workerId: of.workerId, duty }))
  return id
}
const says = (worker: Worker, id: string, answer: 'yes' | 'no') =>
  doing(database, worker, (work) => answerCover(work, id, answer))
async function covered(given: { by?: Worker; of?: Worker; duty?: boolean } = {}) {
  const absence = await away()
  const id = await asked(absence, given)
  await says(given.of ?? colleague, id, 'yes')
  return { absence, id }
}
const waits = (worker: Worker, kind: string) =>
  doing(database, worker, (work) => work.all(whoWaitsForMe)).then((all) =>
    all.filter((ask) => ask.kind === kind),
  )
const due = (worker: Worker, kind: string) =>
  doing(database, worker, (work) => work.all(whatIsDue(worker.workerId))).then((all) =>
    all.filter((each) => each.kind === kind),
  )
const task = (worker: Worker, what = 'Zadzwonić') =>
  doing(database, worker, (work) =>
    giveTask(work, {
      id: randomUUID(),
      scopeId: family.id,
      class: 'file',
      what,
      due: null,
      workerId: worker.workerId,
      institutionId: worker.institutionId,
    }),
  )

const news = (worker: Worker) =>
  doing(database, worker, (work) => work.all(newsSince(worker.workerId))).then((all) =>
    all.flatMap(({ verb }) => (verb.startsWith('cover.') ? [verb] : [])),
  )

describe('a colleague who is asked to stand in', () => {
  test('what they say is news to who is away and who asked, and its end to who stood in', async () => {
    const absence = await away()
    const id = await asked(absence, { by: head })
    expect(await news(officer)).toEqual([])
    await says(colleague, id, 'yes')
    for (const worker of [officer, head]) expect(await news(worker)).toEqual(['cover.agreed'])
    for (const worker of [colleague, elsewhere]) expect(await news(worker)).toEqual([])
    // Their head writes down that they are away themselves: on some of those days, then on all of them.
    const noted = (from: string, until: string) =>
      doing(database, head, (work) =>
        noteAbsence(work, colleague.workerId, { id: randomUUID(), from, until }),
      )
    await noted(addDays(today(), 1), addDays(today(), 2))
    expect(await news(officer)).toEqual(expect.arrayContaining(['cover.agreed', 'cover.rests']))
    await own('delete from institutions.absence where worker_id = $1', colleague.workerId)
    await noted(today(), addDays(today(), 9))
    for (const worker of [officer, colleague]) expect(await news(worker)).toEqual(['cover.ended'])
    expect(await news(elsewhere)).toEqual([])
  })

  test('owes an answer, and with a yes sees on their day for whom and until when', async () => {
    const id = await asked(await away())
    expect(await waits(colleague, 'cover')).toMatchObject([{ id, what: expect.stringMatching(/Zmyślony/) }])
    expect(await due(colleague, 'cover')).toEqual([])
    await says(colleague, id, 'yes')
    expect(await waits(colleague, 'cover')).toEqual([])
    expect(await due(colleague, 'cover')).toMatchObject([{ id, due: addDays(today(), 6) }])
    expect(await due(officer, 'cover')).toEqual([])
  })

  test('may say no, and another is asked; of two answers at once one counts', async () => {
    const absence = await away()
    const id = await asked(absence)
    await expect(asked(absence, { of: elsewhere })).rejects.toThrow('covered-already')
    const answers = await Promise.allSettled([says(colleague, id, 'no'), says(colleague, id, 'yes')])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await own('update institutions.cover set answer = $2, delegation_id = null where id = $1', id, 'no')
    await asked(absence, { of: elsewhere })
    expect(await waits(elsewhere, 'cover')).toHaveLength(1)
  })

  test('is of the same institution, there in that time, and asked by who is away or the head alone', async () => {
    const absence = await away()
    await expect(asked(absence, { of: partnership.of(school).head })).rejects.toThrow('not-our-worker')
    await expect(asked(absence, { of: officer })).rejects.toThrow('not-our-worker')
    await expect(asked(absence, { by: colleague, of: elsewhere })).rejects.toThrow('not-found')
    await expect(asked(absence, { by: partnership.centre.head })).rejects.toThrow('not-found')
    await away(colleague, { days: 3 })
    await away(colleague, { from: addDays(today(), 4), days: 9 })
    await expect(asked(absence)).rejects.toThrow('stand-in-is-away')
    await asked(absence, { by: head, of: head })
    expect(await due(head, 'cover')).toHaveLength(1)
  })
})

describe('while somebody stands in', () => {
  test('tasks go over in families that both work with, and in no other', async () => {
    await task(officer)
    expect(await due(colleague, 'task')).toEqual([])
    const { absence } = await covered()
    expect(await due(colleague, 'task')).toMatchObject([
      { what: 'Zadzwonić', state: expect.stringMatching(/Zmyślony/) },
    ])
    await doing(database, officer, (work) => endAbsence(work, absence))
    expect(await due(colleague, 'task')).toEqual([])
    await covered({ of: elsewhere })
    expect(await due(elsewhere, 'task')).toEqual([])
  })

  test('an urgent message waits for them too when they read the matter, and they may take it', async () => {
    const [matter, first, message] = [randomUUID(), randomUUID(), randomUUID()]
    const to = ({ institutionId, workerId }: Worker) => ({ institutionId, workerId })
    await doing(database, family.coordinator, (work) =>
      startMatter(work, {
        id: matter,
        place: family.id,
        title: 'Kto otworzy drzwi',
        readers: [to(colleague)],
        message: { id: first, class: 'request', words: 'Zaczynamy.', to: [], outside: [] },
      }),
    )
    await doing(database, family.coordinator, (work) =>
      writeMessage(work, matter, {
        id: message,
        class: 'request',
        words: 'Kto może dziś?',
        to: [to(officer)],
        outside: [],
        answerAt: new Date(Date.now() + 3_600_000).toISOString(),
      }),
    )
    const [addressee] = await own<{ id: string }>(
      'select id from messages.addressee where message_id = $1',
      message,
    )
    const take = () =>
      doing(database, colleague, (work) => acknowledge(work, addressee!.id, { answer: 'take' }))
    expect(await waits(colleague, 'urgent-message')).toEqual([])
    await expect(take()).rejects.toThrow('not-found')
    await covered()
    expect(await waits(colleague, 'urgent-message')).toMatchObject([
      { insteadOf: expect.stringMatching(/Zmyślony/) },
    ])
    await take()
    expect(await waits(officer, 'urgent-message')).toEqual([])
  })

  test('of what they do not answer they are told that it waits, and nothing of it; who asks, whom to call', async () => {
    const { absence } = await covered({ of: elsewhere })
    const second = await aCase(database, partnership)
    const invitation = randomUUID()
    await doing(database, second.coordinator, (work) =>
      invite(work, second.id, {
        people: [{ id: invitation, workerId: officer.workerId }],
        asked: 'Czy pomożesz?',
      }),
    )
    expect(await waits(elsewhere, 'invitation')).toEqual([])
    const at = await nextWorkingDay(database, '07:30')
    await tellAsks(database.jobs, readSettings({}), { at, everything: true })
    const letters = await own<{ body: string }>(
      `select body from mail.letter where to_address like $1 and body like '%Zastępujesz%'`,
      `${elsewhere.workerId}%`,
    )
    expect(letters).toHaveLength(1)
    expect(letters[0]!.body).not.toMatch(/Anna|pomożesz/)
    const [ask] = await own<{ id: string }>('select id from asks.ask where subject_id = $1', invitation)
    const link = () => doing(database, elsewhere, (work) => work.find(placeOf(ask!.id)))
    expect(await link()).toEqual({ kind: 'ask', aboutId: ask!.id, side: 'covered', scopeId: null })
    const [awaited] = (await doing(database, second.coordinator, (work) => work.all(whomIWaitFor))).filter(
      ({ id }) => id === invitation,
    )
    expect(awaited).toMatchObject({
      awayUntil: addDays(today(), 6),
      standIn: expect.stringMatching(/Zmyślony/),
    })
    await tellAsks(database.jobs, readSettings({}), { at, everything: true })
    expect(
      await own(
        `select from mail.letter where to_address like $1 and body like '%Zastępujesz%'`,
        `${elsewhere.workerId}%`,
      ),
    ).toHaveLength(1)
    await doing(database, officer, (work) => endAbsence(work, absence))
    expect(await link()).toBeUndefined()
  })

  test('nobody holds more than before: no grant comes by it', async () => {
    const held = () =>
      own(
        `select scope_id, about_id, classes::text from access.granted where worker_id = any ($1) order by 1, 2, 3`,
        [colleague.workerId, elsewhere.workerId],
      )
    const before = await held()
    await covered({ of: elsewhere })
    expect(await held()).toEqual(before)
  })

  test('the duty goes over when the head says so, for the time of the absence, and comes back with its end', async () => {
    const duty = () =>
      own<{ worker: string }>(
        `select worker_id as worker from institutions.delegation where part = 'duty' and institution_id = $1 and period @> now()`,
        officer.institutionId,
      ).then((rows) => rows.map(({ worker }) => worker))
    const first = await away()
    await expect(asked(first, { by: head, duty: true })).rejects.toThrow('no-duty-to-hand-over')
    await doing(database, officer, (work) => endAbsence(work, first))
    await own(
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values (gen_random_uuid(), $1, $2, 'duty', tstzrange(now(), null), $3)`,
      officer.institutionId,
      officer.workerId,
      head.workerId,
    )
    const absence = await away()
    await expect(asked(absence, { duty: true })).rejects.toThrow('only-the-head')
    const id = await asked(absence, { by: head, duty: true })
    expect(await duty()).toEqual([officer.workerId])
    await says(colleague, id, 'yes')
    expect((await duty()).sort()).toEqual([officer.workerId, colleague.workerId].sort())
    await doing(database, head, (work) => endCover(work, id))
    expect(await duty()).toEqual([officer.workerId])
    await expect(doing(database, colleague, (work) => endCover(work, id))).rejects.toThrow('cover-is-over')
  })

  describe('the duty that goes over', () => {
    const duties = () =>
      own<{ worker: string; until: Date | null }>(
        `select worker_id as worker, upper(period) as until from institutions.delegation where part = 'duty' and institution_id = $1 and period @> clock_timestamp()`,
        officer.institutionId,
      )
    const onDuty = (days: number | null) =>
      own(
        `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
         values (gen_random_uuid(), $1, $2, 'duty', tstzrange(now(), now() + make_interval(days => $4)), $3)`,
        officer.institutionId,
        officer.workerId,
        head.workerId,
        days,
      )
    const ordered = async () => asked(await away(), { by: head, duty: true })
    const saysYes = async (id: string) => {
      await says(colleague, id, 'yes')
      const [cover] = await own<{ answer: string; duty: boolean }>(
        'select answer, duty from institutions.cover where id = $1',
        id,
      )
      return cover
    }

    test('lasts no longer than that of who is away', async () => {
      await onDuty(2)
      expect(await saysYes(await ordered())).toEqual({ answer: 'yes', duty: true })
      const held = await duties()
      expect(held).toHaveLength(2)
      expect(held[0]!.until).toEqual(held[1]!.until)
    })

    test('does not go over when who is away holds it no more', async () => {
      await onDuty(null)
      const id = await ordered()
      await own(
        `update institutions.delegation set period = tstzrange(lower(period), now()) where worker_id = $1`,
        officer.workerId,
      )
      expect(await saysYes(id)).toEqual({ answer: 'yes', duty: false })
      expect(await duties()).toEqual([])
    })

    test('nor when who ordered it heads the institution no more', async () => {
      await onDuty(null)
      const id = await ordered()
      await own(
        `update institutions.head set period = tstzrange(lower(period), now()) where worker_id = $1`,
        head.workerId,
      )
      expect(await saysYes(id)).toEqual({ answer: 'yes', duty: false })
      expect(await duties()).toMatchObject([{ worker: officer.workerId }])
    })
  })

  test('the duty that went over ends when the head ends that of who is away', async () => {
    const [{ id: duty }] = (await own<{ id: string }>(
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values (gen_random_uuid(), $1, $2, 'duty', tstzrange(now(), null), $3) returning id`,
      officer.institutionId,
      officer.workerId,
      head.workerId,
    )) as [{ id: string }]
    const id = await asked(await away(), { by: head, duty: true })
    await says(colleague, id, 'yes')
    const onDuty = () =>
      own(
        `select from institutions.delegation where part = 'duty' and institution_id = $1 and period @> clock_timestamp()`,
        officer.institutionId,
      )
    expect(await onDuty()).toHaveLength(2)
    await doing(database, head, (work) => endDelegation(work, duty))
    expect(await onDuty()).toEqual([])
    // The rest of the work still goes over.
    expect(await own('select * from institutions.covers($1)', colleague.workerId)).toHaveLength(1)
  })

  describe('who stands in and goes away themselves', () => {
    const told = (worker: Worker, kind = 'cover-ended') =>
      own('select from asks.notice where kind = $2 and worker_id = $1', worker.workerId, kind)
    const rests = async () =>
      (await doing(database, officer, (work) => work.all(myColleagues)))
        .find(({ id }) => id === officer.workerId)!
        .absences.map(({ cover }) => cover?.rests)

    test('stands in on the other days: who is away and their head hear on which days nobody does', async () => {
      await task(officer)
      const { absence, id } = await covered()
      await away(colleague, { from: addDays(today(), 2), days: 1 })
      expect(await due(colleague, 'task')).toHaveLength(1)
      expect(await rests()).toEqual([[{ from: addDays(today(), 2), until: addDays(today(), 3) }]])
      for (const worker of [head, officer]) {
        expect(await told(worker)).toEqual([])
        expect(await told(worker, 'cover-rests')).toHaveLength(1)
      }
      expect(await told(colleague, 'cover-rests')).toEqual([])
      // Until they are back another takes it over whole, if it is taken from them.
      await expect(asked(absence, { by: head, of: elsewhere })).rejects.toThrow('covered-already')
      await doing(database, head, (work) => endCover(work, id))
      await asked(absence, { by: head, of: elsewhere })
      expect(await waits(elsewhere, 'cover')).toHaveLength(1)
    })

    test('does nothing of it while they are away, and all of it from the day on which they are back', async () => {
      await task(officer)
      await covered()
      await away(colleague, { days: 1 })
      expect(await due(colleague, 'task')).toEqual([])
      expect(await due(colleague, 'cover')).toEqual([])
      expect(await own('select stand_in from institutions.away($1)', officer.workerId)).toEqual([
        { stand_in: null },
      ])
      const [{ id }] = (await own<{ id: string }>(
        'select id from institutions.absence where worker_id = $1',
        colleague.workerId,
      )) as [{ id: string }]
      await doing(database, colleague, (work) => endAbsence(work, id))
      expect(await due(colleague, 'task')).toHaveLength(1)
      expect(await rests()).toEqual([[]])
    })

    test('stands in no more when no day of it is left: another can be asked, and their head is told', async () => {
      await task(officer)
      const { absence } = await covered()
      expect(await due(colleague, 'task')).toHaveLength(1)
      await away(colleague, { days: 9 })
      expect(await due(colleague, 'task')).toEqual([])
      expect(await told(head)).toHaveLength(1)
      expect(await told(officer)).toHaveLength(1)
      await asked(absence, { by: head, of: elsewhere })
      expect(await waits(elsewhere, 'cover')).toHaveLength(1)
    })

    test('is asked no more when they have not answered', async () => {
      const id = await asked(await away())
      await away(colleague)
      expect(await waits(colleague, 'cover')).toEqual([])
      await expect(says(colleague, id, 'yes')).rejects.toThrow('cover-is-over')
    })

    test('goes on standing in when their own absence falls on other days', async () => {
      await covered()
      await away(colleague, { from: addDays(today(), 7), days: 2 })
      expect(await own('select * from institutions.covers($1)', colleague.workerId)).toHaveLength(1)
      expect(await told(head)).toEqual([])
    })

    test('is not asked at the instant at which they note that', async () => {
      for (let round = 0; round < 5; round++) {
        const absence = await away()
        const both = await Promise.allSettled([asked(absence, { by: head }), away(colleague)])
        expect(both[1].status).toBe('fulfilled')
        expect(
          await own(
            `select from institutions.cover where stand_in_id = $1 and ended_at is null and answer is distinct from 'no'`,
            colleague.workerId,
          ),
        ).toEqual([])
        await own('delete from institutions.cover where absence_id = $1', absence)
        await own('delete from institutions.absence where worker_id = any ($1)', [
          officer.workerId,
          colleague.workerId,
        ])
      }
    })
  })

  test('the end before its time is told to who stood in, and once', async () => {
    const { absence } = await covered()
    await doing(database, officer, (work) => endAbsence(work, absence))
    const notices = await own(
      `select from asks.notice where kind = 'cover-ended' and worker_id = $1`,
      colleague.workerId,
    )
    expect(notices).toHaveLength(1)
  })

  test('it ends with the work of either, also when nobody has answered', async () => {
    const ended = async () =>
      (
        await own<{ ended: boolean }>(
          'select ended_at is not null as ended from institutions.cover where institution_id = $1 order by named_at',
          officer.institutionId,
        )
      ).map((row) => row.ended)
    await covered()
    await doing(database, head, (work) => endWork(work, colleague.workerId))
    expect(await own('select * from institutions.covers($1)', colleague.workerId)).toEqual([])
    expect(await ended()).toEqual([true])
    const [{ id: absence }] = (await own<{ id: string }>(
      'select id from institutions.absence where worker_id = $1',
      officer.workerId,
    )) as [{ id: string }]
    const id = await asked(absence, { of: elsewhere })
    expect(await waits(elsewhere, 'cover')).toHaveLength(1)
    await doing(database, head, (work) => endWork(work, officer.workerId))
    expect(await ended()).toEqual([true, true])
    expect(await waits(elsewhere, 'cover')).toEqual([])
    await expect(says(elsewhere, id, 'yes')).rejects.toThrow('cover-is-over')
  })
})

describe('days away', () => {
  test('do not count towards a day for an answer: of who is asked by name, and of nobody else', async () => {
    // Asked on a Monday for the next Monday; away from Wednesday to Friday: until Thursday.
    const [{ due }] = (await own<{ due: string }>(
      `with gone as (
         insert into institutions.absence (id, institution_id, worker_id, period, noted_by)
         values (gen_random_uuid(), $1, $2, tstzrange(splot.start_of_day('2027-01-13'), splot.start_of_day('2027-01-16')), $2) returning worker_id)
       select asks.due_day((null, 'invitation', null, null, 'worker', $1, gone.worker_id, null, null, null, null, '2027-01-11T10:00Z', '2027-01-18', null, null, null, null, null, null, null, null, null)::asks.ask)::text as due from gone`,
      officer.institutionId,
      officer.workerId,
    )) as [{ due: string }]
    // The statement's own snapshot does not see the absence: asked anew.
    expect(due).toBe('2027-01-18')
    const dueOf = (worker: string | null, hour: string | null = null) =>
      own<{ due: string }>(
        `select asks.due_day((null, 'invitation', null, null, 'worker', $1::uuid, $2::uuid, null, null, null, null, '2027-01-11T10:00Z', '2027-01-18', null, null, null, null, null, null, null, null, $3::timestamptz)::asks.ask)::text as due`,
        officer.institutionId,
        worker,
        hour,
      ).then(([row]) => row!.due)
    expect(await dueOf(officer.workerId)).toBe('2027-01-21')
    expect(await dueOf(colleague.workerId)).toBe('2027-01-18')
    expect(await dueOf(null)).toBe('2027-01-18')
    expect(await dueOf(officer.workerId, '2027-01-11T14:00Z')).toBe('2027-01-18')
  })

  test('silence is told later by as many days', async () => {
    await own(
      `insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent,
         answer_days_usual, review_every_months, meeting_every_months, deputy_told_after, head_told_after, leader_told_after)
       values (gen_random_uuid(), $1, tstzrange(now(), null), splot.today_pl(), 0, 2, 7, 3, 1, 1, 3, 7)`,
      partnership.id,
    )
    const second = await aCase(database, partnership)
    const invitation = randomUUID()
    await doing(database, second.coordinator, (work) =>
      invite(work, second.id, { people: [{ id: invitation, workerId: officer.workerId }], asked: '' }),
    )
    await own(
      `update asks.ask set asked_at = asked_at - interval '40 days', answer_by = splot.today_pl() - 10, stands = tstzrange(lower(stands) - interval '40 days', upper(stands)) where subject_id = $1`,
      invitation,
    )
    const told = () =>
      own<{ worker_id: string; step: number }>(
        'select s.worker_id, s.step from asks.ask a cross join lateral asks.silence_told_to(a) s where a.subject_id = $1',
        invitation,
      )
    expect((await told()).length).toBeGreaterThan(0)
    await own(
      `insert into institutions.absence (id, institution_id, worker_id, period, noted_by) values (gen_random_uuid(), $1, $2, tstzrange(now() - interval '30 days', now() + interval '1 day'), $2)`,
      officer.institutionId,
      officer.workerId,
    )
    expect(await told()).toEqual([])
  })

  test('of two absences at once there is one', async () => {
    const both = await Promise.allSettled([away(), away()])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      await doing(database, officer, (work) =>
        work.find(sql`select from institutions.absence where worker_id = ${officer.workerId}`),
      ),
    ).toBeDefined()
  })
})
