import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { appointCoordinator } from '../cases/appoint-coordinator.ts'
import { caseById, whomToInvite } from '../cases/questions.ts'
import { invite } from '../cases/team.ts'
import { aConcern } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  answerOf,
  aPartnership,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { timeline } from '../timeline/timeline.ts'
import { takeUp } from './take-up.ts'

// A case that began with violence is told from no other: neither by what it says nor by what it lacks.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
type Opened = { id: string; partner: Worker; invited: Worker }
const cases: Record<'ordinary' | 'violent', Opened> = {} as never
const kinds = { ordinary: ['poverty', 'school_absence'], violent: ['domestic_violence', 'poverty'] }
const said = { about: 'Trudno im związać koniec z końcem.', problems: ['poverty', 'school_absence'] }

beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  partnership = await aPartnership(database).with(police, school)
  const [partner, invited] = [partnership.of(police).workers[0], partnership.of(school).workers[0]]
  for (const kind of ['ordinary', 'violent'] as const) {
    const concern = await aConcern(database, partnership, {
      by: partnership.of(school).workers[3],
      worries: kinds[kind],
    })
    const id = randomUUID()
    await doing(database, partnership.centre.head, (work) =>
      takeUp(work, concern, {
        caseId: id,
        household: { id: randomUUID(), label: 'Tacy Sami', known: false },
        people: [],
        ...said,
      }),
    )
    const coordinator = partnership.centre.workers[0]
    await doing(database, partnership.centre.head, (work) =>
      appointCoordinator(work, id, { id: randomUUID(), workerId: coordinator.workerId }),
    )
    for (const who of [partner, invited]) {
      const member = randomUUID()
      await doing(database, coordinator, (work) =>
        invite(work, id, { people: [{ id: member, workerId: who.workerId }] }),
      )
      if (who === partner)
        await answerOf(database, who, sql`cases.answer_invitation(${member}, 'accepted', null)`)
    }
    cases[kind] = { id, partner, invited }
  }
})
afterAll(() => database.drop())

/** All that a reader gets of a case, with what differs between any two cases made the same. */
const told = (kind: 'ordinary' | 'violent', reader: Worker) =>
  doing(database, reader, async (work) => {
    const { id } = cases[kind]
    const everything = {
      page: await work.find(caseById(id, reader.workerId)),
      timeline: await timeline(work, id, { limit: 100 }).catch((error) => error.name),
      whom: await work.all(whomToInvite(id)),
      concerns: (
        await work.all(sql<object>`select what, worries, urgency from concerns.concern where case_id = ${id}`)
      ).length,
      problems: await work.all(
        sql<object>`select kind, class from cases.problem where scope_id = ${id} order by kind`,
      ),
    }
    return JSON.parse(
      JSON.stringify(everything)
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'at')
        .replace(/"code":"[A-Z2-9]{3}-[A-Z2-9]{3}"/g, '"code":"code"'),
    )
  })

test.each<[string, () => Worker]>([
  ['the coordinator', () => partnership.centre.workers[0]],
  ['the head', () => partnership.centre.head],
  ['the team of another institution', () => cases.ordinary.partner],
  ['who is invited', () => cases.ordinary.invited],
])('%s reads the same of both', async (_, reader) => {
  expect(await told('violent', reader())).toEqual(await told('ordinary', reader()))
})

describe('the leading team', () => {
  test('reads what intake passed on, and whom the map proposes for it', async () => {
    const page = await told('violent', partnership.centre.workers[0])
    expect(page.page).toMatchObject({ reported: said.about, problems: ['poverty', 'school_absence'] })
    expect(page.whom.some((each: { proposed: object | null }) => each.proposed)).toBe(true)
  })
  test('others on the team do not', async () => {
    expect((await told('ordinary', cases.ordinary.partner)).page).toMatchObject({
      reported: null,
      problems: [],
    })
  })
})

describe('who takes up', () => {
  const takesUp = async (worries: string[], more: object) => {
    const concern = await aConcern(database, partnership, { by: partnership.of(school).workers[3], worries })
    const id = randomUUID()
    const answer = await doing(database, partnership.centre.head, (work) =>
      takeUp(work, concern, {
        caseId: id,
        household: { id: randomUUID(), label: 'Inni', known: false },
        people: [],
        ...more,
      }),
    ).catch((error) => error.name)
    return typeof answer === 'string'
      ? answer
      : doing(database, partnership.centre.head, (work) =>
          work.find(caseById(id, partnership.centre.head.workerId)),
        )
  }
  test('passes on an ordinary concern as it stands, where they say nothing else', async () => {
    expect(await takesUp(['poverty'], {})).toMatchObject({
      reported: 'Brakuje na czynsz.',
      problems: ['poverty'],
    })
  })
  test('says in their own words what a concern of violence is about for the case', async () => {
    for (const more of [
      {},
      { about: 'Coś innego.' },
      { problems: ['poverty'] },
      { ...said, problems: ['domestic_violence'] },
    ])
      expect(await takesUp(['domestic_violence'], more)).toBe('concerns:say-what-it-is-about')
    expect(await takesUp(['domestic_violence'], said)).toMatchObject({ reported: said.about })
  })
})
