import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { receiveFile } from '../platform/files/receive.ts'
import { routes as filesRoutes } from '../platform/files/routes.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aDatabase } from '../proof/database.ts'
import {
  anInstitution,
  centre,
  doing,
  type Member,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { adoptRules } from './adopt-rules.ts'
import { draftAgreement, signAgreement } from './agree.ts'
import { appoint } from './appoint.ts'
import { answerDaysOtherwise } from './contract.ts'
import { declareAccession } from './declare-accession.ts'
import { foundPartnership } from './found-partnership.ts'
import { inviteInstitution } from './invite-institution.ts'
import { printAgreement, printMembership, printRules } from './print-documents.ts'
import { membersOf, partnershipById } from './questions.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())

type Institution = Omit<Member, 'membershipId'>
const oksa = '2602052'
const inApp = { how: 'in_app' as const, on: today() }

const found = async (leading: Institution) => {
  const id = randomUUID()
  await doing(database, leading.head, (work) =>
    foundPartnership(work, {
      id,
      membershipId: randomUUID(),
      name: 'Partnerstwo Próbne',
      variant: 'rural',
      area: [oksa],
    }),
  )
  return id
}
const invite = async (leading: Institution, partnership: string, whom: Institution) => {
  const id = randomUUID()
  await doing(database, leading.head, (work) =>
    inviteInstitution(work, partnership, {
      id,
      institutionId: whom.id,
      why: 'Bez Was nie damy rady.',
      answerBy: addDays(today(), 14),
    }),
  )
  return id
}
const declare = (whom: Worker, membership: string) =>
  doing(
    database,
    whom,
    (work) => declareAccession(work, membership, { ...inApp, contributes: 'pomoc w lekcjach' }),
    { version: 1 },
  )
const draft = async (leading: Institution, partnership: string) => {
  const id = randomUUID()
  await doing(database, leading.head, (work) =>
    draftAgreement(work, partnership, {
      id,
      number: '1/2026',
      from: today(),
      to: addDays(today(), 729),
      answerDays: { immediate: 0, urgent: 2, usual: 7 },
      meetingEveryMonths: 1,
      noticeDays: 30,
      provisions: ['Raz w roku oceniamy, jak nam się pracuje.'],
    }),
  )
  return id
}
const sign = (whom: Worker, agreement: string) =>
  doing(database, whom, (work) => signAgreement(work, agreement, inApp))
const see = (worker: Worker, partnership: string) =>
  doing(database, worker, (work) => work.find(partnershipById(partnership)))

describe('a partnership is founded', () => {
  test('from the idea to the agreement in force, step by step', async () => {
    const [leading, officers, teachers] = [
      await anInstitution(database, centre),
      await anInstitution(database, police),
      await anInstitution(database, school),
    ]
    const partnership = await found(leading)
    expect(await see(leading.workers[0], partnership)).toMatchObject({
      state: 'founding',
      mine: 'declared',
      members: 0,
      iLead: false,
    })
    expect(await see(officers.head, partnership), 'nobody else knows of it').toBeUndefined()

    const [policeMembership, schoolMembership] = [
      await invite(leading, partnership, officers),
      await invite(leading, partnership, teachers),
    ]
    expect(await see(officers.workers[0], partnership)).toMatchObject({ mine: 'invited' })
    const agreement = await draft(leading, partnership)

    await expect(sign(officers.head, agreement)).rejects.toThrow('partnerships:declare-first')
    await expect(declare(officers.workers[0], policeMembership)).rejects.toThrow('partnerships:only-a-head')
    await declare(officers.head, policeMembership)
    await declare(teachers.head, schoolMembership)
    await sign(leading.head, agreement)
    await sign(officers.head, agreement)
    expect(await see(officers.head, partnership)).toMatchObject({ state: 'founding', mine: 'declared' })
    await sign(teachers.head, agreement)
    expect(await see(teachers.workers[0], partnership)).toMatchObject({
      state: 'in_force',
      mine: 'member',
      members: 3,
    })

    await doing(database, teachers.head, (work) =>
      appoint(work, schoolMembership, {
        id: randomUUID(),
        workerId: teachers.workers[0].workerId,
        part: 'representative',
      }),
    )
    await expect(
      doing(database, teachers.head, (work) =>
        appoint(work, schoolMembership, {
          id: randomUUID(),
          workerId: teachers.workers[0].workerId,
          part: 'deputy',
        }),
      ),
    ).rejects.toThrow('partnerships:already-appointed')
    await expect(
      doing(database, teachers.head, (work) =>
        appoint(work, schoolMembership, {
          id: randomUUID(),
          workerId: officers.workers[0].workerId,
          part: 'deputy',
        }),
      ),
    ).rejects.toThrow('partnerships:not-our-worker')

    const rules = randomUUID()
    const adopted = {
      id: rules,
      adoptedOn: today(),
      answerDaysImmediate: 0,
      answerDaysUrgent: 2,
      answerDaysUsual: 5,
      reviewEveryMonths: 3,
      meetingEveryMonths: 1,
      inviteDaysBefore: 7,
      noticeDays: 30,
      deputyToldAfter: 1,
      headToldAfter: 3,
      leaderToldAfter: 7,
      dangerMinutes: 60,
      dangerNext: [],
      quorum: 'co najmniej połowa instytucji',
      provisions: ['Latem spotykamy się zdalnie.'],
    }
    await expect(
      doing(database, officers.head, (work) => adoptRules(work, partnership, adopted)),
    ).rejects.toThrow('partnerships:only-the-leader')
    await doing(database, leading.head, (work) => adoptRules(work, partnership, adopted))

    for (const [whom, print] of [
      [leading.head, (work) => printMembership(work, schoolMembership, 'invitation')],
      [teachers.workers[1], (work) => printMembership(work, schoolMembership, 'accession-declaration')],
      [teachers.workers[1], (work) => printMembership(work, schoolMembership, 'appointment')],
      [officers.workers[1], (work) => printAgreement(work, agreement)],
      [officers.workers[1], (work) => printRules(work, rules)],
    ] as [Worker, Parameters<typeof doing<{ bytes: unknown }>>[2]][]) {
      const { bytes } = await doing(database, whom, print)
      expect((bytes as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  test('an institution that is invited later accedes with its declaration', async () => {
    const [leading, officers, teachers] = [
      await anInstitution(database, centre),
      await anInstitution(database, police),
      await anInstitution(database, school),
    ]
    const partnership = await found(leading)
    const first = await invite(leading, partnership, officers)
    const agreement = await draft(leading, partnership)
    await declare(officers.head, first)
    await sign(leading.head, agreement)
    await sign(officers.head, agreement)

    const later = await invite(leading, partnership, teachers)
    await expect(invite(leading, partnership, teachers)).rejects.toThrow('partnerships:already-invited')
    await declare(teachers.head, later)
    expect(await see(teachers.head, partnership)).toMatchObject({ mine: 'member' })
    const members = await doing(database, teachers.workers[0], (work) => work.all(membersOf(partnership)))
    expect(members.map(({ state, document }) => [state, document])).toEqual([
      ['member', 'agreement'],
      ['member', 'agreement'],
      ['member', 'declaration'],
    ])
  })

  test('an institution that is not here yet comes with its head, whom the leader confirms', async () => {
    const leading = await anInstitution(database, centre)
    const partnership = await found(leading)
    const [institutionId, workerId] = [randomUUID(), randomUUID()]
    await doing(database, leading.head, (work) =>
      inviteInstitution(work, partnership, {
        id: randomUUID(),
        institutionId,
        establish: {
          kind: 'ngo',
          name: 'Fundacja Zmyślona Pomoc',
          seat: oksa,
          headId: randomUUID(),
          workerId,
          invitationId: randomUUID(),
          givenName: 'Łucja',
          familyName: 'Zmyślona',
          position: 'prezeska',
          email: 'lucja@fundacja.example',
        },
        why: 'Macie świetlicę.',
        answerBy: addDays(today(), 7),
      }),
    )
    const confirm = () =>
      doing(database, leading.head, (work) =>
        work.ask(sql`institutions.confirm_first_head(${institutionId})`),
      )
    expect(await confirm()).toBe('head-not-here-yet')
    const letters = await asOwner(database.ownerUrl, (client) =>
      client.query(`select body from mail.letter where to_address = 'lucja@fundacja.example'`),
    )
    const token = /\/invitation\/([\w-]{43})/.exec(letters.rows[0].body)![1]!
    const { digestOf } = await import('../institutions/invite-worker.ts')
    const accept = () =>
      database.jobs.query(
        `select institutions.accept_invitation($1, null, 'Łucja Zmyślona', 'hash') as said`,
        [digestOf(token)],
      )
    expect((await accept()).rows[0].said).toBeNull()
    expect((await accept()).rows[0].said, 'an invitation is good for once').toBe('invitation-over')
    const herself = { workerId, institutionId }
    expect(
      await doing(database, herself, (work) => work.ask(sql`institutions.i_head()`)),
      'not before a second person says so',
    ).toBeNull()
    expect(await confirm()).toBeNull()
    expect(await doing(database, herself, (work) => work.ask(sql`institutions.i_head()`))).toBe(institutionId)
  })
})

describe('papers of a partnership', () => {
  test('are seen by the people of its members, and by nobody else', async () => {
    const [leading, officers, strangers] = [
      await anInstitution(database, centre),
      await anInstitution(database, police),
      await anInstitution(database, school),
    ]
    const partnership = await found(leading)
    const membership = await invite(leading, partnership, officers)
    const route = (name: string) =>
      filesRoutes.find((each) => each.name === `files.${name}`)!.handler as never as (
        ...given: unknown[]
      ) => Promise<never>
    const pdf = () => Readable.from([Buffer.from('%PDF-1.7\nzmyślony skan\n')])
    const add = async (whom: Worker) => {
      const id = randomUUID()
      const body = await receiveFile({ filename: '../../skan deklaracji.exe', file: pdf() })
      await doing(database, whom, (work) =>
        route('addFile')(work, { params: { scopeId: partnership }, query: { id, class: 'file' }, body }),
      )
      return id
    }
    const open = async (whom: Worker, id: string) => {
      const { bytes, name } = (await doing(database, whom, (work) =>
        route('file')(work, { params: { id } }),
      )) as {
        bytes: Readable
        name: string
      }
      return [name, Buffer.concat(await bytes.toArray()).toString()]
    }
    const scan = await add(officers.workers[0])
    expect(await open(officers.workers[0], scan)).toEqual([
      'skan deklaracji.pdf',
      '%PDF-1.7\nzmyślony skan\n',
    ])
    expect((await open(leading.workers[0], scan))[0]).toBe('skan deklaracji.pdf')
    await expect(open(strangers.head, scan)).rejects.toThrow('http:not-found')
    await expect(add(strangers.head)).rejects.toThrow('http:not-found')
    const minutes = await add(leading.head)
    await expect(open(officers.workers[1], minutes), 'invited is not yet a member').rejects.toThrow(
      'http:not-found',
    )

    const agreement = await draft(leading, partnership)
    await declare(officers.head, membership)
    await sign(leading.head, agreement)
    await sign(officers.head, agreement)
    expect((await open(officers.workers[1], minutes))[0]).toBe('skan deklaracji.pdf')
    await doing(database, officers.head, (work) =>
      work.ask(sql`partnerships.end_membership(${membership}, 'zmiana zadań')`),
    )
    await expect(open(officers.workers[1], minutes), 'a former member').rejects.toThrow('http:not-found')
  })

  test('a file that only pretends to be a document is not taken', async () => {
    const script = Readable.from([Buffer.from('<script>alert(1)</script>')])
    await expect(receiveFile({ filename: 'pismo.pdf', file: script })).rejects.toThrow('files:kind-not-taken')
  })
})

test('where nothing was agreed, the days for an answer are those that a new agreement proposes', async () => {
  const head = (await anInstitution(database, centre)).head
  expect(
    await doing(database, head, (work) => work.ask(sql`partnerships.usual_answer_days(${randomUUID()})`)),
  ).toBe(answerDaysOtherwise)
})
