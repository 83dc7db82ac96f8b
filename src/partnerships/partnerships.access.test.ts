import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { receiveFile } from '../platform/files/receive.ts'
import { routes as filesRoutes } from '../platform/files/routes.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aDatabase } from '../proof/database.ts'
import {
  anInstitution,
  aPartnership,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { leavePartnership } from './leave-partnership.ts'
import { routes as partnershipsRoutes } from './routes.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let stranger: Worker
let former: Worker
let formerMembership: string
let input: { params: Record<string, string>; query: object; body: object }

const scan = () =>
  receiveFile({ filename: 'skan.pdf', file: Readable.from([Buffer.from('%PDF-1.7 zmyślony')]) })

beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  partnership = await aPartnership(database).with(police, school)
  stranger = (await anInstitution(database, school)).head
  former = partnership.of(police).head
  formerMembership = partnership.of(police).membershipId
  await doing(database, former, (work) =>
    leavePartnership(work, formerMembership, { reason: 'zmiana zadań' }),
  )
  input = {
    params: { id: partnership.id, scopeId: partnership.id, kind: 'accession-declaration' },
    query: { limit: 10, id: randomUUID(), class: 'file' },
    body: {
      id: randomUUID(),
      workerId: stranger.workerId,
      institutionId: stranger.institutionId,
      membershipId: randomUUID(),
      name: 'Partnerstwo Obce',
      problemKind: 'poverty',
      institutionKind: 'ngo',
      part: 'may',
      reason: 'bo tak',
      why: 'bo tak',
      how: 'in_app',
      on: today(),
      from: today(),
      to: addDays(today(), 100),
      answerBy: addDays(today(), 10),
      answerDays: { immediate: 0, urgent: 2, usual: 7 },
      provisions: [],
      contributes: 'nic',
      adoptedOn: today(),
      deputyToldAfter: 1,
      headToldAfter: 2,
      leaderToldAfter: 3,
      dangerMinutes: 60,
      dangerNext: [],
    },
  }
})
afterAll(() => database.drop())

/** Endpoints whose `:id` is not the partnership's. */
const idOf: Record<string, () => string> = {
  declare: () => partnership.of(school).membershipId,
  appoint: () => partnership.of(school).membershipId,
  suspend: () => partnership.of(school).membershipId,
  resume: () => partnership.of(school).membershipId,
  beforeLeaving: () => partnership.of(school).membershipId,
  leave: () => partnership.of(school).membershipId,
  handover: () => partnership.of(school).membershipId,
  membershipDocument: () => partnership.of(school).membershipId,
  sign: () => partnership.agreementId,
  agreementDocument: () => partnership.agreementId,
  beforeEnding: () => partnership.agreementId,
  endAgreement: () => partnership.agreementId,
  agreementEndDocument: () => partnership.agreementId,
  answerLeadOffer: () => randomUUID(),
  rulesDocument: () => randomUUID(),
  endAppointment: () => randomUUID(),
}
/** What everybody may do for themselves: it names no partnership. */
const ownAffairs = new Set(['partnerships', 'found', 'left', 'myAnswerTimes'])

describe('another partnership’s worker and a former member are answered as if it were not there', () => {
  const routes = [...partnershipsRoutes, ...filesRoutes].filter(
    ({ name }) => !ownAffairs.has(name.split('.')[1]!),
  )
  test.each(routes.map((route) => [route.name, route] as const))('%s', async (name, route) => {
    const short = name.split('.')[1]!
    for (const whom of [() => stranger, () => former]) {
      const params = { ...input.params, id: idOf[short]?.() ?? partnership.id }
      const sent = short === 'addFile' ? await scan() : undefined
      const body = sent ?? input.body
      const answer = await doing(
        database,
        whom(),
        (work) => route.handler(work as never, { ...input, params, body } as never),
        { version: 1 },
      ).catch((error) => error.name)
      await sent?.discard()
      expect(answer).toBe('http:not-found')
    }
  })

  test('their lists are empty', async () => {
    const list = partnershipsRoutes.find(({ name }) => name === 'partnerships.partnerships')!
    for (const whom of [stranger, former])
      expect(await doing(database, whom, (work) => list.handler(work as never, input as never))).toEqual([])
  })
})
