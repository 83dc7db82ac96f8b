import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, doing, type Partnership, school, type Worker } from '../proof/partnership.ts'
import { callOfPartnership } from './call-meeting.ts'
import { putPoint } from './hold-meeting.ts'
import { offeredTo } from './questions.ts'

// A partnership may talk about its own numbers, once a quarter: from five on, and never about a family.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let head: Worker
let schoolHead: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school)
  head = partnership.centre.head
  schoolHead = partnership.of(school).head
  await own('delete from directory.unmet_need')
  await own(`insert into partnerships.area (partnership_id, terc) values ($1, '2602052')`, partnership.id)
  // What the partnership was founded by is no answer of its work.
  await own(
    `update asks.ask set asked_at = asked_at - interval '1 year' where kind in ('signature', 'declaration')`,
  )
})

const own = (text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    await client.query(text, values)
  })

const answered = (times: number) =>
  own(
    `insert into asks.ask (kind, subject_id, scope_id, part, institution_id, asked_by, asker_institution_id, asked_at, answer_by, stands, outcome, answer, ended_at)
     select 'referral', gen_random_uuid(), $1, 'institution', $2, $3, $4, now() - interval '20 days', splot.today_pl() - 9,
       tstzrange(now() - interval '20 days', now() - interval '18 days'), 'answered', 'accepted', now() - interval '18 days' from generate_series(1, $5)`,
    partnership.id,
    schoolHead.institutionId,
    head.workerId,
    head.institutionId,
    times,
  )
const missing = (times: number) =>
  own(
    `insert into directory.unmet_need (commune, service_kind, why) select '2602052', 'speech_therapy', 'search' from generate_series(1, $1)`,
    times,
  )

async function aMeeting(caller: Worker) {
  const id = randomUUID()
  await doing(database, caller, (work) =>
    callOfPartnership(work, partnership.id, {
      id,
      kind: 'partnership',
      place: 'Biblioteka',
      minutes: 60,
      dates: [{ id: randomUUID(), startsAt: new Date(Date.now() + 86_400_000).toISOString() }],
      people: [],
    }),
  )
  return id
}
const offered = async (worker: Worker, id: string) =>
  (await doing(database, worker, (work) => work.all(offeredTo(id)))).map(({ kind, what }) => [kind, what])

test('four answers and four searches are too few to talk about; five of each are offered to who leads', async () => {
  const meeting = await aMeeting(head)
  await answered(4)
  await missing(4)
  expect(await offered(head, meeting)).toEqual([])
  await answered(1)
  await missing(1)
  expect(await offered(head, meeting)).toEqual([
    ['answer-times', null],
    // By its code: the page says it in its reader's language.
    ['unmet-needs', 'speech_therapy'],
  ])
})

test('how long others take is offered to nobody who may not read it', async () => {
  await answered(5)
  expect(await offered(schoolHead, await aMeeting(schoolHead))).toEqual([])
})

test('once on an agenda it is not offered again in the same quarter', async () => {
  await answered(5)
  const meeting = await aMeeting(head)
  await doing(database, head, (work) =>
    putPoint(work, meeting, {
      id: randomUUID(),
      what: 'Zwykły czas odpowiedzi: 2 dni.',
      minutes: 10,
      class: 'team',
      source: { kind: 'answer-times', id: partnership.id },
    }),
  )
  expect(await offered(head, meeting)).toEqual([])
  expect(await offered(head, await aMeeting(head))).toEqual([])
})
