import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { openIdentity } from '../platform/identity/auth.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { readSettings } from '../platform/settings.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aDatabase, testKeys } from '../proof/database.ts'
import { anInstitution, doing, type Member, police, school, type Worker } from '../proof/partnership.ts'
import { acceptWithMyAccount, acceptWithNewAccount, invitationOf } from './accept-invitation.ts'
import { inviteWorker } from './invite-worker.ts'
import { changeInstitution } from './keep-institution.ts'
import { changeWorker, delegate, endDelegation, endWork, nameHead, sayPost, takeOn } from './keep-workers.ts'
import { myColleagues, myInstitution } from './questions.ts'
import { routes as institutionsRoutes } from './routes.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
let identity: ReturnType<typeof openIdentity>
let teachers: Omit<Member, 'membershipId'>
let officers: Omit<Member, 'membershipId'>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
  identity = openIdentity(database.identity, readSettings({}), testKeys, async () => undefined)
  teachers = await anInstitution(database, school)
  officers = await anInstitution(database, police)
})
afterAll(() => database.drop())

const facts = { givenName: 'Kinga', familyName: 'Niby', position: 'pedagog', socialWorker: false }
const takenOn = async (by: Worker, email?: string) => {
  const id = randomUUID()
  await doing(database, by, (work) =>
    takeOn(work, { id, ...facts, ...(email && { invitation: { id: randomUUID(), email } }) }),
  )
  return id
}
/** The token of the newest letter to an address. */
const tokenFor = async (email: string) => {
  const { rows } = await asOwner(database.ownerUrl, (client) =>
    client.query(
      'select body from mail.letter where to_address = $1 order by written_at desc, id desc limit 1',
      [email],
    ),
  )
  return /\/invitation\/([\w-]{43})/.exec(rows[0].body)![1]!
}
const colleagues = (of: Worker) => doing(database, of, (work) => work.all(myColleagues))
const aSession = async (account: string) => {
  const sessionId = randomUUID()
  await database.identity.query(
    `insert into "session" (id, "expiresAt", token, "updatedAt", "userId") values ($1, now() + interval '1 hour', $2, now(), $3)`,
    [sessionId, randomUUID(), account],
  )
  return { id: account, sessionId }
}
const password = 'kapusta rower deszcz lampa'

test('which part of a post somebody has is said and read by the head alone', async () => {
  const [teacher] = teachers.workers
  const postOf = async (reader: Worker) =>
    (await colleagues(reader)).find(({ id }) => id === teacher.workerId)?.post
  expect(await postOf(teachers.head)).toBeNull()
  await doing(database, teachers.head, (work) => sayPost(work, teacher.workerId, 0.75))
  expect(await postOf(teachers.head)).toBe(0.75)
  expect(await postOf(teacher)).toBeNull()
  await expect(
    doing(database, teacher, (work) => work.find(sql`select post from institutions.worker`)),
  ).rejects.toThrow('permission denied')
  for (const other of [teacher, officers.head])
    await expect(doing(database, other, (work) => sayPost(work, teacher.workerId, 1))).rejects.toThrow(
      'not-found',
    )
})

test('invitations taken at once by one person: each answers with its own work', async () => {
  const email = `${randomUUID()}@szkola.example`
  await takenOn(teachers.head, email)
  await acceptWithNewAccount(database, identity, await tokenFor(email), { name: 'Kinga Niby', password })
  const { rows } = await database.identity.query('select id from "user" where email = $1', [email])
  const session = await aSession(rows[0].id)
  const works: string[] = []
  const tokens: string[] = []
  for (let i = 0; i < 5; i++) {
    const { head } = await anInstitution(database, police)
    const address = `${randomUUID()}@policja.example`
    works.push(await takenOn(head, address))
    tokens.push(await tokenFor(address))
  }
  // All connections are there already, so that all begin together.
  await Promise.all(tokens.map(() => database.jobs.query('select pg_sleep(0.1)')))
  const taken = await Promise.all(tokens.map((token) => acceptWithMyAccount(database, session, token)))
  expect(taken).toEqual(works.map((id) => ({ id })))
})

describe('a worker is invited', () => {
  test('an address that is put right takes back what was sent to the other one', async () => {
    const email = `${randomUUID()}@szkola.example`
    const worker = await takenOn(teachers.head, email)
    const token = await tokenFor(email)
    const change = (to: string) =>
      doing(database, teachers.head, async (work) => {
        const { rows } = await asOwner(database.ownerUrl, (client) =>
          client.query('select version from institutions.worker where id = $1', [worker]),
        )
        return changeWorker(Object.assign(work, { expectedVersion: rows[0].version }), worker, {
          ...facts,
          email: to,
        })
      })
    await change(email.toUpperCase())
    expect(await invitationOf(database, token), 'the same, written otherwise').toMatchObject({ email })
    await change(`inna-${email}`)
    await expect(invitationOf(database, token)).rejects.toThrow('http:not-found')
    await expect(
      acceptWithNewAccount(database, identity, token, { name: 'Kto Inny', password }),
    ).rejects.toThrow()
  })

  test('opens the letter, chooses a password, and works; the invitation is good for once', async () => {
    const id = await takenOn(teachers.head, 'Kinga@szkola.example')
    const token = await tokenFor('Kinga@szkola.example')
    expect(await invitationOf(database, token)).toMatchObject({
      institutionName: 'Szkoła Zmyślona',
      hasAccount: false,
    })
    for (const guessed of ['haslohaslo12', 'Kinga Niby 2026!', 'kinga@szkola.example'])
      await expect(
        acceptWithNewAccount(database, identity, token, { name: 'Kinga Niby', password: guessed }),
        guessed,
      ).rejects.toThrow('institutions:password-known')
    await acceptWithNewAccount(database, identity, token, { name: 'Kinga Niby', password })
    await expect(invitationOf(database, token)).rejects.toThrow('http:not-found')
    const mine = (await colleagues(teachers.head)).find((worker) => worker.id === id)
    expect(mine?.signUp).toEqual({ done: true, invitedUntil: null })
    const signedIn = await identity.api.signInEmail({ body: { email: 'kinga@szkola.example', password } })
    expect(signedIn.user.name).toBe('Kinga Niby')
  })

  test('one person with two employers is two workers of one account', async () => {
    await takenOn(teachers.head, 'ewa@szkola.example')
    await acceptWithNewAccount(database, identity, await tokenFor('ewa@szkola.example'), {
      name: 'Ewa Niby',
      password,
    })
    const { rows } = await database.identity.query(`select id from "user" where email = 'ewa@szkola.example'`)
    const ewa = await aSession(rows[0].id)
    const second = await takenOn(officers.head, 'ewa@policja.example')
    const token = await tokenFor('ewa@policja.example')
    expect(await acceptWithMyAccount(database, ewa, token)).toEqual({ id: second })
    const works = await database.jobs.query('select id from institutions.workers_of_account($1)', [ewa.id])
    expect(works.rowCount).toBe(2)
    await takenOn(officers.head, 'ewa2@policja.example')
    await expect(acceptWithMyAccount(database, ewa, await tokenFor('ewa2@policja.example'))).rejects.toThrow(
      'institutions:already-works-there',
    )
  })

  test('a new letter ends the earlier one; only the head sends them', async () => {
    const id = await takenOn(teachers.head, 'jan@szkola.example')
    const first = await tokenFor('jan@szkola.example')
    const again = (by: Worker) =>
      doing(database, by, (work) => inviteWorker(work, id, { id: randomUUID(), email: 'jan@szkola.example' }))
    await expect(again(teachers.workers[0])).rejects.toThrow('http:not-found')
    await expect(again(officers.head)).rejects.toThrow('http:not-found')
    await again(teachers.head)
    await expect(invitationOf(database, first)).rejects.toThrow('http:not-found')
    expect(await invitationOf(database, await tokenFor('jan@szkola.example'))).toMatchObject({
      position: 'pedagog',
    })
  })
})

describe('the head', () => {
  test('keeps the facts of the institution, from the version that was seen', async () => {
    const change = (by: Worker, version: number) =>
      doing(
        database,
        by,
        (work) =>
          changeInstitution(work, { name: 'Szkoła Zmyślona', phone: '41 000 00 00', area: ['2602052'] }),
        { version },
      )
    await expect(change(teachers.workers[0], 1)).rejects.toThrow()
    await change(teachers.head, 1)
    expect(await doing(database, teachers.workers[0], (work) => work.find(myInstitution))).toMatchObject({
      phone: '41 000 00 00',
      area: [{ terc: '2602052', name: 'Oksa' }],
      version: 2,
      iHead: null,
    })
    await expect(change(teachers.head, 1)).rejects.toThrow('http:changed-meanwhile')
    await expect(change(teachers.head, 1), 'also what stands beside its record').rejects.toMatchObject({
      extra: { current: { version: 2, area: [{ name: 'Oksa' }] } },
    })
  })

  test('gives and ends parts; a head names the next one before leaving', async () => {
    const house = await anInstitution(database, school)
    const given = randomUUID()
    const give = (by: Worker) =>
      doing(database, by, (work) =>
        delegate(work, {
          id: given,
          workerId: house.workers[0].workerId,
          part: 'duty',
          until: addDays(today(), 3),
        }),
      )
    await expect(give(house.workers[1])).rejects.toThrow('institutions:only-the-head')
    await give(house.head)
    await expect(
      doing(database, house.head, (work) =>
        delegate(work, { id: randomUUID(), workerId: house.workers[0].workerId, part: 'duty' }),
      ),
    ).rejects.toThrow('institutions:has-that-part')
    expect(
      (await colleagues(house.workers[1])).find(({ id }) => id === house.workers[0].workerId)?.parts,
    ).toEqual([{ id: given, part: 'duty', until: addDays(today(), 3) }])
    await doing(database, house.head, (work) => endDelegation(work, given))

    await expect(doing(database, house.head, (work) => endWork(work, house.head.workerId))).rejects.toThrow(
      'institutions:head-names-next-first',
    )
    await doing(database, house.head, (work) =>
      nameHead(work, { id: randomUUID(), workerId: house.workers[0].workerId, since: today() }),
    )
    expect(await doing(database, house.workers[0], (work) => work.find(myInstitution))).toMatchObject({
      iHead: 'myself',
    })
    await doing(database, house.workers[0], (work) => endWork(work, house.head.workerId))
    expect((await colleagues(house.workers[0])).find(({ id }) => id === house.head.workerId)?.until).toBe(
      today(),
    )
  })

  test('a worker keeps their own phone, and nobody else’s', async () => {
    const house = await anInstitution(database, school)
    const own = { givenName: 'Anna', familyName: 'Zmyślony', position: 'pracownik', socialWorker: true }
    await doing(
      database,
      house.workers[0],
      (work) => changeWorker(work, house.workers[0].workerId, { ...own, phone: '500 000 000' }),
      {
        version: 1,
      },
    )
    expect((await colleagues(house.head)).find(({ id }) => id === house.workers[0].workerId)?.phone).toBe(
      '500 000 000',
    )
    await expect(
      doing(database, house.workers[1], (work) => changeWorker(work, house.workers[0].workerId, own), {
        version: 2,
      }),
    ).rejects.toThrow('http:not-allowed')
  })
})

test('people of another institution are not seen, changed, invited or ended', async () => {
  const alien = officers.head
  const theirs = teachers.workers[0].workerId
  const routes = institutionsRoutes({ database, identity })
  const call = (name: string, params: object, body: object = {}) => {
    const route = routes.find((each) => each.name === `institutions.${name}`)!
    return doing(
      database,
      alien,
      (work) => route.handler(work as never, { params, query: {}, body } as never),
      { version: 1 },
    ).catch((error) => error.name)
  }
  expect((await colleagues(alien)).some(({ id }) => id === theirs)).toBe(false)
  expect(await call('changeWorker', { id: theirs }, facts)).toBe('http:not-found')
  expect(await call('endWork', { id: theirs })).toBe('http:not-found')
  expect(await call('inviteWorker', { id: theirs }, { id: randomUUID(), email: 'a@b.example' })).toBe(
    'http:not-found',
  )
  expect(await call('delegate', {}, { id: randomUUID(), workerId: theirs, part: 'duty' })).toBe(
    'institutions:not-our-worker',
  )
  expect(await call('nameHead', {}, { id: randomUUID(), workerId: theirs, since: today() })).toBe(
    'http:not-found',
  )
  expect(await call('endDelegation', { id: randomUUID() })).toBe('http:not-found')
  expect(await call('confirmFirstHead', { id: teachers.id })).toBe('http:not-found')
  expect(await call('firstHeads', {})).toEqual([])
})
