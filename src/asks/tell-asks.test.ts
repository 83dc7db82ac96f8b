import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { answerInvitation, exclude, invite } from '../cases/team.ts'
import { answerWithNoAction } from '../concerns/answer-concern.ts'
import { whomIWaitFor, whoWaitsForMe } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { readSettings } from '../platform/settings.ts'
import { aCase, aConcern, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { nextWorkingDay } from '../proof/mornings.ts'
import { aPartnership, doing, type Partnership, police, school, type Worker } from '../proof/partnership.ts'
import { giveTask } from '../worklist/give-task.ts'
import { placeOf } from './questions.ts'
import { see } from './see.ts'
import { tellAsks } from './tell-asks.ts'

// Whoever is asked is told by letter, once: in the morning, or at once. No letter says a word of a family.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let officer: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  family = await aCase(database, partnership)
  officer = partnership.of(police).workers[0]
  await own(`update institutions.worker set email = id || '@instytucja.example'`)
  await tell('morning')
})
afterAll(() => database.drop())

const own = <Row extends object>(text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    return (await client.query<Row>(text, values)).rows
  })
const settings = { ...readSettings({}), url: 'https://splot.cwiczenia.example' }
/** What goes out now, to whom. */
async function tell(when: 'morning' | 'later') {
  const since = (await own<{ n: number }>('select count(*)::int as n from mail.letter'))[0]!.n
  const at = await nextWorkingDay(database, when === 'morning' ? '07:30' : '06:30')
  await tellAsks(database.jobs, settings, { at, everything: true })
  const letters = await own<{ to: string; subject: string; body: string }>(
    'select to_address as "to", subject, body from mail.letter order by id offset $1',
    since,
  )
  const to = (worker: Worker) => letters.filter((letter) => letter.to.startsWith(worker.workerId))
  return { letters, to }
}
const invited = async (worker: Worker) => {
  const id = randomUUID()
  await doing(database, family.coordinator, (work) =>
    invite(work, family.id, { people: [{ id, workerId: worker.workerId }], asked: 'Czy pomożesz Kacprowi?' }),
  )
  return id
}
const askAbout = async (subject: string) =>
  (await own<{ id: string }>('select id from asks.ask where subject_id = $1', subject))[0]!.id
const sinceYesterday = (subject: string) =>
  own(
    `update asks.ask set stands = tstzrange(lower(stands) - interval '1 day', upper(stands)) where subject_id = $1`,
    subject,
  )
const dueBy = (subject: string, day: string) =>
  own(`update asks.ask set answer_by = ${day} where subject_id = $1`, subject)
const wantsAtOnce = (worker: Worker) =>
  doing(database, worker, (work) => work.find(sql`select asks.wish_for(true, 7, false)`))
const place = (worker: Worker, id: string) => doing(database, worker, (work) => work.find(placeOf(id)))

describe('a question', () => {
  test('is told in the morning after it was asked, once, by a link to it in the name of that work', async () => {
    const subject = await invited(officer)
    expect((await tell('later')).to(officer)).toEqual([])
    await sinceYesterday(subject)
    expect((await tell('later')).to(officer)).toEqual([])
    const [letter, ...more] = (await tell('morning')).to(officer)
    expect(more).toEqual([])
    expect(letter!.body).toContain(
      `https://splot.cwiczenia.example/asks/${await askAbout(subject)}?as=${officer.workerId}`,
    )
    expect((await tell('morning')).to(officer)).toEqual([])
  })

  test('is told at once to who wants it so, and to everybody when it is to be answered today', async () => {
    const [teacher] = partnership.of(school).workers
    await wantsAtOnce(officer)
    await invited(officer)
    const today = await invited(teacher!)
    await dueBy(today, 'splot.today_pl()')
    const now = await tell('later')
    expect(now.to(officer)).toHaveLength(1)
    expect(now.to(teacher!)).toHaveLength(1)
  })

  test('says nothing of the family and names nobody', async () => {
    await wantsAtOnce(officer)
    await invited(officer)
    const [letter] = (await tell('later')).to(officer)
    const { subject, body } = letter!
    const people = await own<{ name: string }>(
      `select given_name as name from households.person where given_name <> '' union select label from households.household
       union select family_name from institutions.worker union select code from cases."case"`,
    )
    const said = `${subject} ${body}`.replaceAll(/https:\S+|Ośrodek Zmyślony/g, '')
    for (const { name } of people) expect(said).not.toContain(name)
    expect(body).not.toContain('Kacp')
  })

  test('of several one letter tells, each with its link', async () => {
    await onTheTeam(database, family, officer)
    const [one, other] = [
      await invited(partnership.of(police).workers[1]),
      await invited(partnership.of(school).head),
    ]
    expect(one).not.toBe(other)
    const me = partnership.of(school).head
    await wantsAtOnce(me)
    const second = await aCase(database, partnership)
    await doing(database, second.coordinator, (work) =>
      invite(work, second.id, { people: [{ id: randomUUID(), workerId: me.workerId }], asked: '' }),
    )
    const letters = (await tell('later')).to(me)
    expect(letters).toHaveLength(1)
    expect(letters[0]!.body.match(/\/asks\//g)).toHaveLength(2)
  })

  test('that was seen, answered or taken from somebody is not told any more', async () => {
    for (const [who, what] of [
      [officer, (id: string) => see0(officer, id)],
      [
        partnership.of(school).head,
        (id: string) =>
          doing(database, partnership.of(school).head, (work) =>
            answerInvitation(work, id, { answer: 'declined', reason: 'Nie teraz.' } as never),
          ),
      ],
    ] as const) {
      const id = await invited(who)
      await what(id)
      await sinceYesterday(id)
      expect((await tell('morning')).to(who)).toEqual([])
    }
    const excluded = partnership.of(school).workers[0]!
    const id = await invited(excluded)
    await doing(database, family.coordinator, (work) =>
      exclude(work, family.id, { id: randomUUID(), workerId: excluded.workerId, kind: 'kin' }),
    )
    await sinceYesterday(id)
    expect((await tell('morning')).to(excluded)).toEqual([])
  })
})

const see0 = (worker: Worker, id: string) =>
  doing(database, worker, async (work) => {
    see(work, 'invitation', id)
    await work.find(sql`select 1`)
  })

describe('the link of a letter', () => {
  test('leads whoever is asked to where it is answered, whoever asked to where they wait, and nobody else anywhere', async () => {
    const subject = await invited(officer)
    const id = await askAbout(subject)
    expect(await place(officer, id)).toMatchObject({ kind: 'invitation', aboutId: subject, side: 'asked' })
    expect(await place(family.coordinator, id)).toMatchObject({ side: 'waits' })
    expect(await place(partnership.of(school).head, id)).toBeUndefined()
  })

  test('says that it is answered by now, to whom it was told', async () => {
    await wantsAtOnce(officer)
    const subject = await invited(officer)
    await tell('later')
    await doing(database, officer, (work) =>
      answerInvitation(work, subject, { answer: 'declined', reason: 'Nie teraz.' } as never),
    )
    const id = await askAbout(subject)
    expect(await place(officer, id)).toMatchObject({ side: 'over', scopeId: null })
    expect(await place(partnership.of(school).head, id)).toBeUndefined()
  })
})

test('a link dies with the part of whom it was sent to, and opens nothing by itself', async () => {
  await wantsAtOnce(officer)
  const subject = await invited(officer)
  await tell('later')
  const id = await askAbout(subject)
  expect(await place(officer, id)).toMatchObject({ side: 'asked' })
  await own(
    'update institutions.worker set period = tstzrange(lower(period), clock_timestamp()) where id = $1',
    officer.workerId,
  )
  expect(await place(officer, id)).toBeUndefined()
})

describe('silence', () => {
  const rules = () =>
    own(
      `insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent,
         answer_days_usual, review_every_months, meeting_every_months, deputy_told_after, head_told_after, leader_told_after)
       values (gen_random_uuid(), $1, tstzrange(now(), null), splot.today_pl(), 0, 2, 7, 3, 1, 1, 3, 7)`,
      partnership.id,
    )
  const silentSince = async (days: number) => {
    const id = await invited(officer)
    await dueBy(id, `splot.today_pl() - ${days}`)
    return id
  }

  test('is told of every kind of question, but of those in which nobody is kept waiting by an institution', async () => {
    const untold = await own<{ code: string }>(
      'select code from asks.kind where not silence_told order by code',
    )
    // Who stands in is asked for a colleague of theirs; where nobody coordinates, the head is asked as long
    // as that lasts; and what a person may know of themselves, and who guards that, is asked within an institution.
    expect(untold.map(({ code }) => code)).toEqual([
      'coordinator',
      'coordinator-elsewhere',
      'cover',
      'officer',
      'record',
    ])
  })

  test('is told on the last day for an answer to who is asked, once, unless somebody reminds them that day', async () => {
    const letter = async () => (await tell('morning')).to(officer).map(({ body }) => body)
    const id = await invited(officer)
    await sinceYesterday(id)
    expect(await letter()).toHaveLength(1)
    await dueBy(id, 'splot.today_pl()')
    expect(await letter(), 'told for the first time on that day').toEqual([])
    await own(`update asks.told_to set at = at - interval '1 day'`)
    await own(
      `insert into asks.reminder (ask_id, day, reminded_by) select id, splot.today_pl(), $2 from asks.ask where subject_id = $1`,
      id,
      family.coordinator.workerId,
    )
    expect(await letter(), 'reminded of it by hand').toEqual([])
    await own('delete from asks.reminder')
    const [body, ...more] = await letter()
    expect(more).toEqual([])
    expect(body).toContain(
      'Jeszcze bez odpowiedzi. Ośrodek Zmyślony zaprasza Cię do wspólnej pracy z rodziną.',
    )
    expect(await letter()).toEqual([])
  })

  test('about a meeting goes on by the rules as well, and tells its leader to call; who is asked is not told to find another way', async () => {
    await rules()
    await onTheTeam(database, family, officer)
    const id = randomUUID()
    await own(
      `with called as (
         insert into meetings.meeting (id, scope_id, kind, called_by, institution_id, called_at, place, minutes, starts_at, fixed_at)
         values ($1, $2, 'team', $3, $4, now() - interval '20 days', 'Ośrodek', 60, now() + interval '30 days', now() - interval '20 days'))
       insert into meetings.invitee (id, meeting_id, scope_id, worker_id, institution_id, needed)
       select gen_random_uuid(), $1, $2, w, i, false from (values ($5::uuid, $6::uuid), ($7, $4)) who (w, i)`,
      id,
      family.id,
      family.coordinator.workerId,
      family.coordinator.institutionId,
      officer.workerId,
      officer.institutionId,
      partnership.centre.head.workerId,
    )
    await dueBy(id, 'splot.today_pl() - 30')
    const told = await tell('morning')
    expect(told.to(family.coordinator)[0]?.body).toContain('nie odpowiada na pytanie')
    expect(told.to(family.coordinator)[0]?.body).toContain('Zadzwoń tam.')
    expect(told.to(partnership.of(police).head)[0]?.body).toContain(
      'Regulamin partnerstwa prosi teraz Ciebie',
    )
    expect(told.to(partnership.centre.head)[0]?.body).not.toContain('Ośrodek Zmyślony nie odpowiada')
  })

  test('is told nobody without rules of work', async () => {
    await silentSince(30)
    expect((await tell('morning')).to(partnership.of(police).head)).toEqual([])
  })

  test('is told by the rules step by step: the head of who is asked, then the leader and who coordinates', async () => {
    await rules()
    const id = await silentSince(5)
    const first = await tell('morning')
    expect(first.to(partnership.of(police).head)).toHaveLength(1)
    expect(first.to(partnership.centre.head)).toEqual([])
    await dueBy(id, 'splot.today_pl() - 15')
    const later = await tell('morning')
    expect(later.to(partnership.of(police).head)).toEqual([])
    expect(later.to(partnership.centre.head)).toHaveLength(1)
    expect(later.to(family.coordinator)).toHaveLength(1)
    expect((await tell('morning')).letters).toEqual([])
    // Who asks and who is asked are told of it on their day, and nobody sees more by it.
    const [mine] = (await doing(database, officer, (work) => work.all(whoWaitsForMe))).filter(
      (ask) => ask.id === id,
    )
    expect(mine).toMatchObject({ climbed: 'leader' })
    const [awaited] = (await doing(database, family.coordinator, (work) => work.all(whomIWaitFor))).filter(
      (ask) => ask.id === id,
    )
    expect(awaited).toMatchObject({ climbed: 'leader' })
    expect(await place(partnership.of(police).head, await askAbout(id))).toMatchObject({
      side: 'silent',
      scopeId: null,
    })
  })

  test('of a locked entry is never told to who asks for it', async () => {
    await rules()
    const keeper = partnership.of(school).workers[0]!
    await onTheTeam(database, family, keeper)
    const id = randomUUID()
    await own(
      `insert into timeline.entry_request (id, scope_id, institution_id, entry_id, subject_id, why, asked_by)
       values ($1, $2, $3, gen_random_uuid(), gen_random_uuid(), 'Do oceny.', $4)`,
      id,
      family.id,
      keeper.institutionId,
      family.coordinator.workerId,
    )
    await dueBy(id, 'splot.today_pl() - 30')
    const told = await tell('morning')
    expect(told.to(partnership.of(school).head)).toHaveLength(1)
    expect(told.to(family.coordinator)).toEqual([])
    expect(told.to(partnership.centre.head)).toEqual([])
  })
})

describe('told besides', () => {
  test('whoever is given a task by somebody else, and not who gives it to themselves', async () => {
    await onTheTeam(database, family, officer)
    await wantsAtOnce(officer)
    await wantsAtOnce(family.coordinator)
    for (const { workerId, institutionId } of [officer, family.coordinator])
      await doing(database, family.coordinator, (work) =>
        giveTask(work, {
          id: randomUUID(),
          scopeId: family.id,
          class: 'file',
          what: 'Zadzwonić',
          due: null,
          workerId,
          institutionId,
        }),
      )
    const told = await tell('later')
    expect(told.to(officer)).toHaveLength(1)
    expect(told.to(family.coordinator)).toEqual([])
  })

  test('whoever reported a family, that there is an answer', async () => {
    const teacher = partnership.of(school).workers[0]!
    const id = await aConcern(database, partnership, { by: teacher })
    await wantsAtOnce(teacher)
    const intake = partnership.centre.head
    await doing(database, intake, (work) => answerWithNoAction(work, id, 'Rodzina ma już pomoc.'))
    const [letter] = (await tell('later')).to(teacher)
    expect(letter!.body).toMatch(/odpowiedź na Twoje zgłoszenie/)
    const [{ notice }] = (await own<{ notice: string }>(
      'select id as notice from asks.notice where subject_id = $1',
      id,
    )) as [{ notice: string }]
    expect(await place(teacher, notice)).toMatchObject({
      kind: 'answered-concern',
      aboutId: id,
      side: 'noticed',
    })
    expect(await place(intake, notice)).toBeUndefined()
  })
})

describe('the letter of the day', () => {
  const letterOfTheDay = async (worker: Worker, at: string) =>
    (
      await own<{ hour: Date | null }>(
        'select asks.letter_of_the_day($1, $2::timestamptz) as hour',
        worker.workerId,
        at,
      )
    )[0]!.hour?.toISOString() ?? null
  const wants = (hour: number, everyDay: boolean) =>
    doing(database, officer, (work) => work.find(sql`select asks.wish_for(false, ${hour}, ${everyDay})`))

  test('comes at the hour that each chose, in Poland, by summer time as by winter time', async () => {
    expect(await letterOfTheDay(officer, '2027-01-12T05:59:59Z')).toBeNull()
    expect(await letterOfTheDay(officer, '2027-01-12T06:00Z')).toBe('2027-01-12T06:00:00.000Z')
    expect(await letterOfTheDay(officer, '2027-07-13T05:00Z')).toBe('2027-07-13T05:00:00.000Z')
    await wants(16, false)
    expect(await letterOfTheDay(officer, '2027-01-12T14:59Z')).toBeNull()
    expect(await letterOfTheDay(officer, '2027-01-12T22:00Z')).toBe('2027-01-12T15:00:00.000Z')
    // On the nights on which the clock leaps, two o’clock is there once.
    await wants(2, true)
    expect(await letterOfTheDay(officer, '2027-03-28T00:59Z')).toBeNull()
    expect(await letterOfTheDay(officer, '2027-03-28T12:00Z')).toBe('2027-03-28T01:00:00.000Z')
    expect(await letterOfTheDay(officer, '2027-10-31T12:00Z')).toBe('2027-10-31T01:00:00.000Z')
  })

  test('comes on working days, or on every day', async () => {
    for (const day of ['2027-01-09', '2027-01-10', '2027-05-03'])
      expect(await letterOfTheDay(officer, `${day}T12:00Z`)).toBeNull()
    await wants(7, true)
    for (const day of ['2027-01-09', '2027-01-10', '2027-05-03'])
      expect(await letterOfTheDay(officer, `${day}T12:00Z`)).not.toBeNull()
  })

  test('tells what came while nothing ran at the hour, later that day or in the next one, and nothing twice', async () => {
    await wants(8, false)
    const id = await invited(officer)
    await sinceYesterday(id)
    const day = (clock: string) => nextWorkingDay(database, clock)
    const toldAt = async (at: Date) => {
      const since = (await own<{ n: number }>('select count(*)::int as n from mail.letter'))[0]!.n
      await tellAsks(database.jobs, settings, { at, everything: true })
      return (
        await own(
          'select from (select to_address from mail.letter order by id offset $1) l where to_address like $2',
          since,
          `${officer.workerId}%`,
        )
      ).length
    }
    expect(await toldAt(await day('07:59'))).toBe(0)
    // Nothing ran from eight to three.
    expect(await toldAt(await day('15:10'))).toBe(1)
    expect(await toldAt(await day('15:11'))).toBe(0)
    expect(await toldAt(new Date((await day('08:00')).getTime() + 24 * 3_600_000))).toBe(0)
  })

  test('is told once also when two look at the same minute', async () => {
    await wants(8, false)
    const id = await invited(officer)
    await sinceYesterday(id)
    const at = await nextWorkingDay(database, '08:00')
    await Promise.all([1, 2, 3].map(() => tellAsks(database.jobs, settings, { at, everything: true })))
    const letters = await own(
      `select from mail.letter where to_address like $1 and body like $2`,
      `${officer.workerId}%`,
      `%${await askAbout(id)}%`,
    )
    expect(letters).toHaveLength(1)
  })
})
