import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { exclude } from '../cases/team.ts'
import { asOwner } from '../platform/database/open.ts'
import type { Work } from '../platform/http/work.ts'
import { aCase, type Case } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, doing, type Partnership, police, school, type Worker } from '../proof/partnership.ts'
import { answerTimes } from './answer-times.ts'
import { objectToTimes, takeBackObjection } from './object-to-times.ts'
import { printAnswerTimes } from './print-answer-times.ts'

// Answer times are what was really theirs: in working days, less who was away and what whoever asks had to complete; from five on.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let head: Worker
let schoolHead: Worker
let teacher: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  family = await aCase(database, partnership)
  head = partnership.centre.head
  schoolHead = partnership.of(school).head
  teacher = partnership.of(school).workers[0]
  // What the partnership was founded by lies further back.
  await own(
    `update asks.ask set asked_at = asked_at - interval '1 year' where kind in ('signature', 'declaration')`,
  )
})

const own = <Row extends object>(text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    return (await client.query<Row>(text, values)).rows
  })

type Given = {
  kind?: string
  place?: string | null
  worker?: Worker | null
  /** Asked so many working days ago, and answered after so many, or not. */
  ago?: number
  after?: number | null
  hours?: number
  answer?: string
  outcome?: 'answered' | 'handed_on'
  subject?: string
}

/** Asks of the school, as its slices would keep them; seven working days are agreed. */
async function asked(times: number, given: Given = {}) {
  const {
    kind = 'referral',
    place = family.id,
    worker = null,
    ago = 40,
    after = 3,
    hours,
    answer = 'accepted',
    outcome = 'answered',
    subject,
  } = given
  for (let n = 0; n < times; n++)
    await own(
      `with t as (select (splot.weekday_after(splot.today_pl(), 0) - $6::int - 2 * ($6::int / 5))::timestamp + '10:00' as at),
        d as (select at at time zone 'Europe/Warsaw' as asked_at, at::date as day,
          case when $7::int is not null then (splot.add_working_days(at::date, $7)::timestamp + '12:00') at time zone 'Europe/Warsaw' end as ended_at from t)
       insert into asks.ask (kind, subject_id, scope_id, part, institution_id, worker_id, asked_by, asker_institution_id, asked_at, answer_by, answer_at, stands, outcome, answer, ended_at, handed_on_as)
       select $1, coalesce($10::uuid, gen_random_uuid()), $2, case when $4::uuid is null then 'institution' else 'worker' end, $3, $4, $5, $9, d.asked_at,
         splot.add_working_days(d.day, 7), case when $8::numeric is not null then d.asked_at + interval '4 hours' end,
         tstzrange(d.asked_at, coalesce(case when $8::numeric is not null then d.asked_at + make_interval(secs => 3600 * $8) end, d.ended_at)),
         case when $7::int is not null then $11 end, case when $7::int is not null then $12 end,
         coalesce(case when $8::numeric is not null then d.asked_at + make_interval(secs => 3600 * $8) end, d.ended_at),
         case when $11 = 'handed_on' then gen_random_uuid() end from d`,
      kind,
      place,
      schoolHead.institutionId,
      worker?.workerId ?? null,
      head.workerId,
      ago,
      after,
      hours ?? null,
      head.institutionId,
      subject ?? null,
      outcome,
      answer,
    )
}
const board = (whom: Worker, of: string | null = partnership.id) =>
  doing(database, whom, (work: Work) => answerTimes(work, of, 'half-year'))
const ofSchool = async (whom = head, of: string | null = partnership.id) =>
  (await board(whom, of)).institutions.find(({ id }) => id === schoolHead.institutionId)!

test('the median and the middle half are in working days, against what was agreed', async () => {
  for (const after of [1, 2, 3, 4, 9]) await asked(1, { after })
  expect(await ofSchool()).toMatchObject({
    asked: 'from_5',
    inTime: 'most',
    quarter: 2,
    median: 3,
    threeQuarters: 4,
    agreed: 7,
    step: null,
  })
})

test('however many there are, the median and the middle half lie where their order says', async () => {
  // As percentile_cont has it: between two neighbours by their distance.
  const lies = (sorted: number[], share: number) => {
    const at = share * (sorted.length - 1)
    const low = sorted[Math.floor(at)]!
    return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at))
  }
  const took: number[] = []
  for (let n = 0; n < 14; n++) {
    const after = randomInt(0, 12)
    took.push(after)
    await asked(1, { after, ago: 40 + 5 * randomInt(0, 4) })
    if (took.length < 5) continue
    const sorted = took.toSorted((one, other) => one - other)
    expect(await ofSchool(), `${sorted}`).toMatchObject({
      quarter: lies(sorted, 0.25),
      median: lies(sorted, 0.5),
      threeQuarters: lies(sorted, 0.75),
      agreed: 7,
    })
  }
})

test('it is printed for a meeting as whoever prints it reads it, without a number under five', async () => {
  for (const after of [1, 2, 3, 4, 9]) await asked(1, { after })
  const printed = async (whom: Worker) => {
    const { bytes } = await doing(database, whom, (work) =>
      printAnswerTimes(work, partnership.id, 'half-year'),
    )
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes as Buffer)), {
      mergePages: true,
    })
    return text.replace(/\s+/g, ' ')
  }
  const whole = await printed(head)
  expect(whole).toMatch(/Szkoła Zmyślona.* 3 dni od 2 do 4 dni większość/)
  expect(whole).toMatch(/Komenda Zmyślona.* za mało pytań: mniej niż 5/)
  const theirs = await printed(schoolHead)
  expect(theirs).toMatch(/Szkoła Zmyślona.* 3 dni/)
  expect(theirs).not.toMatch(/Komenda/)
  await expect(printed(teacher)).rejects.toThrow('not-found')
})

test('what an institution says beside its number is read and printed with it, by those who read the number', async () => {
  for (const after of [1, 2, 3, 4, 9]) await asked(1, { after })
  const membership = partnership.of(school).membershipId
  const says = (whom: Worker, words: string) =>
    doing(database, whom, (work) => objectToTimes(work, membership, { id: randomUUID(), words }))
  await expect(says(head, 'Za długo.')).rejects.toThrow('only-a-head')
  await expect(says(teacher, 'Za długo.')).rejects.toThrow('only-a-head')
  await says(schoolHead, 'Mieliśmy ferie.')
  await says(schoolHead, 'W lutym były ferie, odpowiadaliśmy po nich.')
  expect(await ofSchool()).toMatchObject({ says: 'W lutym były ferie, odpowiadaliśmy po nich.', mine: false })
  expect(await ofSchool(schoolHead)).toMatchObject({ mine: true, membershipId: membership })
  const read = (whom: Worker) =>
    doing(database, whom, (work) =>
      work.all(sql`select words from partnerships.objection where period @> now()`),
    )
  expect(await read(head)).toHaveLength(1)
  expect(await read(partnership.of(police).head)).toEqual([])
  // A year goes by.
  await own('alter table partnerships.objection disable trigger user')
  await own(
    `update partnerships.objection set period = tstzrange(now() - interval '1 year', now() - interval '1 second') where period @> now()`,
  )
  await own('alter table partnerships.objection enable trigger user')
  expect(await ofSchool()).toMatchObject({ says: null })
  await says(schoolHead, 'Mieliśmy ferie.')
  await doing(database, schoolHead, (work) => takeBackObjection(work, membership))
  expect(await ofSchool()).toMatchObject({ says: null })
})

test('under five nothing is said, of no kind either', async () => {
  await asked(4)
  await asked(4, { kind: 'invitation', worker: teacher, after: 1 })
  const told = await board(head)
  const school = told.institutions.find(({ id }) => id === schoolHead.institutionId)
  expect(school).toMatchObject({ asked: 'from_5', median: 2 })
  expect(told.kinds.filter(({ kind }) => kind === 'referral' || kind === 'invitation')).toEqual([])
  await asked(1)
  expect((await board(head)).kinds).toMatchObject([{ kind: 'referral', asked: 'from_5', median: 3 }])
})

test('what was agreed tells none of one that nobody asked from one that was asked less than five times', async () => {
  const none = await ofSchool()
  expect(none).toMatchObject({ asked: 'under_5', agreed: null })
  await asked(4, { ago: 60 })
  expect(await ofSchool()).toEqual(none)
  // One in days among others in hours is not told either.
  for (const hours of [1, 2, 3, 4, 5]) await asked(1, { kind: 'urgent-message', after: 0, hours })
  expect(await ofSchool()).toMatchObject({ asked: 'from_5', agreed: null, median: null, away: null })
})

test('of their own institution its head reads kinds, wherever it was asked; nobody else anything', async () => {
  await asked(5, { after: 2 })
  expect(await board(schoolHead)).toMatchObject({
    all: null,
    kinds: [],
    mine: [{ kind: 'referral', median: 2 }],
  })
  expect((await board(schoolHead)).institutions).toHaveLength(1)
  const elsewhere = await aPartnership(database).with(police)
  await asked(5, { place: elsewhere.id, kind: 'lead', after: 6 })
  expect((await board(schoolHead)).mine.map(({ kind }) => kind)).toEqual(['referral'])
  expect((await board(schoolHead, null)).mine.map(({ kind }) => kind).sort()).toEqual(['lead', 'referral'])
  for (const whom of [teacher, partnership.centre.workers[0]]) {
    await expect(board(whom)).rejects.toThrow('not-found')
    await expect(board(whom, null)).rejects.toThrow('not-found')
  }
})

test('days on which who is asked by name was away are not theirs, and stand beside', async () => {
  await asked(5, { kind: 'invitation', worker: teacher, after: 12 })
  expect(await ofSchool()).toMatchObject({ median: 12, inTime: 'fewer', step: 'talk' })
  const [{ day }] = (await own<{ day: string }>(
    `select (asked_at at time zone 'Europe/Warsaw')::date::text as day from asks.ask where institution_id = $1 and kind = 'invitation' limit 1`,
    schoolHead.institutionId,
  )) as [{ day: string }]
  await own(
    `insert into institutions.absence (id, institution_id, worker_id, period, noted_by)
     values (gen_random_uuid(), $1, $2, tstzrange(splot.start_of_day(splot.add_working_days($3, 2)), splot.start_of_day(splot.add_working_days($3, 10))), $2)`,
    teacher.institutionId,
    teacher.workerId,
    day,
  )
  expect(await ofSchool()).toMatchObject({
    median: 4,
    inTime: 'nearly_all',
    away: 'much',
    completing: null,
    step: null,
  })
  expect((await board(head)).all).toMatchObject({ asked: 'from_5', away: null, completing: null })
  expect(JSON.stringify(await board(head))).not.toMatch(/"(away|completing)":\d/)
})

test('what whoever asks took to complete it is not theirs; when that is much, a list of what to enclose is proposed', async () => {
  for (let n = 0; n < 5; n++) {
    const subject = randomUUID()
    await asked(1, { subject, ago: 60, after: 8, answer: 'returned' })
    await own(
      `insert into asks.ask (kind, subject_id, scope_id, part, institution_id, asked_at, answer_by, stands, outcome, answer, ended_at)
       select 'completion', subject_id, scope_id, 'institution', $2, ended_at, answer_by, tstzrange(ended_at, ended_at + interval '14 days'), 'answered', 'completed', ended_at + interval '14 days'
       from asks.ask where subject_id = $1`,
      subject,
      head.institutionId,
    )
  }
  expect(await ofSchool()).toMatchObject({ median: 8, completing: 'much', step: 'complete' })
  // Beside many days of their own it is a little, and no number of it is told to anybody.
  await asked(40, { after: 8 })
  expect(await ofSchool()).toMatchObject({ median: 8, completing: 'some', step: 'talk' })
  expect((await board(head)).all).toMatchObject({ completing: null })
})

test('what went to the wrong place counts for nobody, and is told as a band', async () => {
  await asked(5, { kind: 'concern', outcome: 'handed_on' })
  expect(await ofSchool()).toMatchObject({ asked: 'under_5', median: null, passedOn: 'from_5' })
})

test('what is asked by the hour is told in hours, and is in no median of days', async () => {
  for (const hours of [1, 2, 3, 4.5, 30]) await asked(1, { kind: 'urgent-message', after: 0, hours })
  const { kinds } = await board(head)
  expect(kinds).toMatchObject([{ kind: 'urgent-message', inHours: true, median: 3, inTime: 'most' }])
  expect(await ofSchool()).toMatchObject({ asked: 'from_5', median: null, inTime: 'most' })
})

test('an answer that has not come counts once its day has passed', async () => {
  await asked(5, { ago: 3, after: null })
  expect(await ofSchool()).toMatchObject({ asked: 'under_5' })
  await asked(5, { ago: 20, after: null })
  expect(await ofSchool()).toMatchObject({ asked: 'from_5', inTime: 'fewer', step: 'talk' })
})

test('what one is kept from is not counted, nor who keeps a locked entry, nor what is older or elsewhere', async () => {
  await asked(5, { kind: 'entry' })
  await asked(5, { ago: 150 })
  await asked(5, { place: (await aPartnership(database).with(police)).id })
  const kept = await aCase(database, partnership)
  await asked(5, { place: kept.id })
  expect(await ofSchool()).toMatchObject({ asked: 'from_5' })
  await doing(database, kept.coordinator, (work) =>
    exclude(work, kept.id, { id: randomUUID(), workerId: head.workerId, kind: 'kin' }),
  )
  expect(await ofSchool()).toMatchObject({ asked: 'under_5' })
})
