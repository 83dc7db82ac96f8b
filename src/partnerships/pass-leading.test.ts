import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { today } from '../platform/texts/dates.ts'
import { aCase } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  anInstitution,
  aPartnership,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { leavePartnership } from './leave-partnership.ts'
import { answerLeadOffer, offerLead } from './pass-leading.ts'
import { historyOf, membersOf, partnershipById } from './questions.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())

const offer = async (whom: Worker, partnership: Partnership, institutionId: string) => {
  const id = randomUUID()
  await doing(database, whom, (work) =>
    offerLead(work, partnership.id, { id, institutionId, decidedOn: today(), decision: 'uchwała nr 5' }),
  )
  return id
}
const answer = (whom: Worker, id: string, said: 'accepted' | 'declined' | 'withdrawn') =>
  doing(database, whom, (work) => answerLeadOffer(work, id, said))
const see = (whom: Worker, { id }: Partnership) =>
  doing(database, whom, (work) => work.find(partnershipById(id)))

test('the leading part passes when the other head accepts; open cases stay with the institution that leads them', async () => {
  const partnership = await aPartnership(database).with(police, school)
  const family = await aCase(database, partnership)
  const [centre, teachers] = [partnership.centre, partnership.of(school)]
  const id = await offer(centre.head, partnership, teachers.id)
  expect((await see(partnership.of(police).workers[0], partnership))?.leadOffer).toMatchObject({
    institution: { name: 'Szkoła Zmyślona' },
    mine: false,
  })
  await answer(teachers.head, id, 'accepted')

  expect(await see(teachers.head, partnership)).toMatchObject({ iLead: true, leadOffer: null })
  expect(await see(centre.head, partnership)).toMatchObject({ iLead: false, mine: 'member' })
  const members = await doing(database, centre.head, (work) => work.all(membersOf(partnership.id)))
  expect(members.filter(({ leading }) => leading).map(({ institution }) => institution.id)).toEqual([
    teachers.id,
  ])
  const leads = await acting(database, family.coordinator, async (db) => {
    const { rows } = await sql<{
      id: string
    }>`select institution_id as id from cases.lead where case_id = ${family.id}`.execute(db)
    return rows
  })
  expect(leads).toEqual([{ id: centre.id }])
  const history = await doing(database, teachers.workers[0], (work) =>
    work.all(historyOf(partnership.id, { limit: 2 })),
  )
  expect(history.map(({ verb }) => verb)).toEqual(['lead.accepted', 'lead.offered'])

  await expect(offer(centre.head, partnership, partnership.of(police).id)).rejects.toThrow(
    'partnerships:only-the-leader',
  )
  await expect(
    doing(database, teachers.head, (work) =>
      leavePartnership(work, teachers.membershipId, { reason: 'zmiana zadań' }),
    ),
  ).rejects.toThrow('partnerships:leader-stays')
})

test('only the leading head offers, only to another member, one at a time; only that head answers, once', async () => {
  const partnership = await aPartnership(database).with(police, school)
  const [centre, officers, teachers] = [partnership.centre, partnership.of(police), partnership.of(school)]
  for (const whom of [officers.head, centre.workers[0]])
    await expect(offer(whom, partnership, officers.id)).rejects.toThrow('partnerships:only-the-leader')
  await expect(offer(centre.head, partnership, centre.id)).rejects.toThrow('partnerships:not-a-member')
  await expect(offer(centre.head, partnership, (await anInstitution(database, school)).id)).rejects.toThrow(
    'partnerships:not-a-member',
  )
  const id = await offer(centre.head, partnership, officers.id)
  await expect(offer(centre.head, partnership, teachers.id)).rejects.toThrow(
    'partnerships:lead-offered-already',
  )
  for (const whom of [officers.workers[0], teachers.head, centre.head])
    await expect(answer(whom, id, 'accepted')).rejects.toThrow('partnerships:only-a-head')
  await expect(answer(officers.head, id, 'withdrawn')).rejects.toThrow('partnerships:only-a-head')
  await answer(officers.head, id, 'declined')
  expect(await see(centre.head, partnership)).toMatchObject({ iLead: true, leadOffer: null })
  await expect(answer(officers.head, id, 'accepted')).rejects.toThrow('partnerships:lead-answered-already')
  const again = await offer(centre.head, partnership, teachers.id)
  await answer(centre.head, again, 'withdrawn')
  const stranger = (await aPartnership(database).with(police)).centre.head
  await expect(answer(stranger, again, 'accepted')).rejects.toThrow('http:not-found')
})

test('a concern of violence that waits goes along, so that somebody answers it', async () => {
  const partnership = await aPartnership(database).with(school)
  const [centre, teachers] = [partnership.centre, partnership.of(school)]
  const concern = randomUUID()
  await acting(database, teachers.workers[0], (db) =>
    sql`insert into concerns.concern (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, commune, place, worries, what, urgency, family_knows, done_so_far, violence)
      select ${concern}, ${partnership.id}, ${teachers.workers[0].workerId}, ${teachers.id}, ${centre.id}, 'ktoś', null, null,
        array(select code from partnerships.problem_kind where violence limit 1), 'zmyślone', (select code from concerns.concern_urgency limit 1), 'unknown', null, true`.execute(
      db,
    ),
  )
  await answer(teachers.head, await offer(centre.head, partnership, teachers.id), 'accepted')
  const seen = (whom: Worker) =>
    acting(
      database,
      whom,
      async (db) => (await sql`select from concerns.concern where id = ${concern}`.execute(db)).rows.length,
    )
  expect(await seen(teachers.head)).toBe(1)
  expect(await seen(centre.head)).toBe(0)
})
