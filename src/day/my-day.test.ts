import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

// My day of the people around the practice family Próbni: Joanna coordinates, Magda (school) is on the team, Ola
// (foundation) is invited and has not answered, Danuta heads the centre.

const family = idOf('probni/case')
const people: Record<string, Ask> = {}
let app: PracticeApp

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  for (const key of ['joanna', 'magda', 'ola', 'danuta', 'pawel', 'leon', 'wanda'])
    people[key] = (await app.as(key)).ask
})
afterAll(() => app.stop())

type Day = {
  waitingForMe: {
    kind: string
    id: string
    family: string | null
    code: string | null
    what: string | null
  }[]
  iWaitFor: { kind: string; id: string; worker: string | null; usedDays: number; totalDays: number }[]
  due: { kind: string; id: string; scopeId: string; due: string | null }[]
  sinceYesterday: { verb: string; worker: string | null; caseId: string | null; to: string | null }[]
}
const dayOf = async (key: string) => (await people[key]!('GET', '/api/day')).json as Day
const tasks = async (key: string) =>
  (await dayOf(key)).due.flatMap(({ kind, id }) => (kind === 'task' ? [id] : []))
const waiting = async (key: string, kind: string) =>
  (await dayOf(key)).waitingForMe.filter((each) => each.kind === kind)
const invitation = idOf('probni/team/ola')

describe('an invitation', () => {
  test('waits for the invited, who learns the code and no name; the coordinator sees for whom they wait', async () => {
    expect(await waiting('ola', 'invitation')).toContainEqual(
      expect.objectContaining({
        id: invitation,
        family: null,
        code: expect.any(String),
        what: 'Czy Fundacja przyjmie chłopca do świetlicy?',
      }),
    )
    const [used] = await app.rows<{ days: number }>(
      `select splot.working_days_between((invited_at at time zone 'Europe/Warsaw')::date, splot.today_pl()) as days
       from cases.team_member where id = $1`,
      [invitation],
    )
    expect(used!.days).toBeGreaterThan(2)
    expect((await dayOf('joanna')).iWaitFor).toContainEqual(
      expect.objectContaining({
        kind: 'invitation',
        id: invitation,
        usedDays: used!.days,
        totalDays: 7,
        seenAt: null,
      }),
    )
    expect((await dayOf('magda')).iWaitFor.map(({ id }) => id)).not.toContain(invitation)
  })

  test('answered, waits for nobody any more and is news to the team', async () => {
    await people.ola!('POST', `/api/invitations/${invitation}/answer`, { body: { answer: 'accepted' } })
    expect((await waiting('ola', 'invitation')).map(({ id }) => id)).not.toContain(invitation)
    expect((await dayOf('joanna')).iWaitFor.map(({ id }) => id)).not.toContain(invitation)
    const told = expect.objectContaining({
      verb: 'team.accepted',
      worker: 'Aleksandra Umyślna',
      caseId: family,
    })
    expect((await dayOf('joanna')).sinceYesterday).toContainEqual(told)
    expect((await dayOf('ola')).sinceYesterday, 'one’s own deeds are no news').not.toContainEqual(told)
  })
})

test('a service that an institution is asked for waits for who answers there, until somebody did', async () => {
  const item = randomUUID()
  const put = await people.joanna!('POST', `/api/cases/${family}/items`, {
    body: {
      id: item,
      goalId: idOf('probni/goal/rest'),
      serviceKind: 'respite_care',
      what: 'Zajęcia w świetlicy',
      providerId: institutionId('culture'),
      request: 'Dziewczynka, 4 lata, dwa popołudnia.',
      ask: true,
    },
  })
  expect(put.status, put.text).toBe(200)
  const [asked] = (await waiting('wanda', 'referral')).map(({ id }) => id)
  expect(await waiting('magda', 'referral')).toEqual([])
  expect((await dayOf('joanna')).iWaitFor.map(({ id }) => id)).toContain(asked)
  await people.wanda!('POST', `/api/referral-points/${asked}/answer`, { body: { answer: 'accepted' } })
  expect(await waiting('wanda', 'referral')).toEqual([])
  expect((await dayOf('joanna')).iWaitFor.map(({ id }) => id)).not.toContain(asked)
})

describe('a task', () => {
  const given = async (due: string | undefined) => {
    const id = randomUUID() as string
    await people.joanna!('POST', `/api/cases/${family}/tasks`, {
      body: { id, what: 'Zanieść wniosek', workerId: workerId('pawel'), ...(due && { due }) },
    })
    return id
  }
  test('stands in the day of whose it is when it is due, late or without a day', async () => {
    const now = [await given(today()), await given(addDays(today(), -3)), await given(undefined)]
    const later = await given(addDays(today(), 9))
    const mine = await tasks('pawel')
    expect(mine).toEqual(expect.arrayContaining(now))
    expect(mine).not.toContain(later)
    expect(await tasks('joanna')).not.toContain(now[0])
  })
  test('is gone from it once done, and news to the others', async () => {
    const id = await given(today())
    await people.pawel!('POST', `/api/tasks/${id}/state`, { body: { state: 'done' } })
    expect(await tasks('pawel')).not.toContain(id)
    expect((await dayOf('joanna')).sinceYesterday).toContainEqual(
      expect.objectContaining({ verb: 'task.done', caseId: family }),
    )
  })
})

describe('a concern', () => {
  const concern = randomUUID()
  const caseId = randomUUID()
  test('waits with what its reporter called the family', async () => {
    const sent = await people.magda!('POST', '/api/concerns', {
      body: {
        id: concern,
        partnershipId: idOf('partnership/oksa'),
        who: 'Zosia Niezmyślona',
        worries: ['school_absence'],
        what: 'Od tygodnia nie ma jej w szkole.',
        urgency: 'within_days',
        familyKnows: 'no',
      },
    })
    expect(sent.status, sent.text).toBe(200)
    expect(await waiting('joanna', 'concern')).toContainEqual(
      expect.objectContaining({ id: concern, what: 'Zosia Niezmyślona' }),
    )
    expect((await dayOf('magda')).sinceYesterday.map(({ to }) => to)).not.toContain(`/concerns/${concern}`)
  })
  test('taken up is news to its reporter, without its case, and to the head, by its case', async () => {
    const taken = await people.joanna!('POST', `/api/concerns/${concern}/take-up`, {
      body: {
        caseId,
        household: { id: randomUUID(), label: 'Niezmyśleni' },
        people: [
          { memberId: randomUUID(), personId: randomUUID(), givenName: 'Zosia', familyName: 'Niezmyślona' },
        ],
      },
    })
    expect(taken.status, taken.text).toBe(200)
    expect((await dayOf('magda')).sinceYesterday).toContainEqual(
      expect.objectContaining({
        verb: 'concern.taken-up',
        worker: null,
        caseId: null,
        to: `/concerns/${concern}`,
        values: { words: 'Zosia Niezmyślona' },
      }),
    )
    expect((await dayOf('danuta')).sinceYesterday).toContainEqual(
      expect.objectContaining({ verb: 'case.opened', worker: 'Joanna Przykładna', caseId }),
    )
    const told = (await dayOf('joanna')).sinceYesterday
    expect(
      told.filter((each) => each.caseId === caseId || each.to),
      'own deeds are no news',
    ).toEqual([])
  })
})

test('a contract that everybody signed waits for the head, and is gone once approved', async () => {
  const udawani = idOf('udawani/case')
  const marta = (await app.as('marta')).ask
  const contract = idOf('udawani/contract')
  expect(await waiting('danuta', 'approval')).toEqual([])
  const { contracts } = (await marta('GET', `/api/cases/${udawani}/contracts`)).json as {
    contracts: { id: string; signatures: { id: string; workerId: string | null }[] }[]
  }
  for (const { id, workerId: own } of contracts.find((each) => each.id === contract)!.signatures)
    await marta('POST', `/api/cases/${udawani}/contracts/${contract}/signatures/${id}`, {
      body: { on: today(), how: own ? 'in_app' : 'paper' },
    })
  expect((await waiting('danuta', 'approval')).map(({ id }) => id)).toEqual([contract])
  const [version] = await app.rows<{ version: number }>(
    'select version from contracts.social_contract where id = $1',
    [contract],
  )
  const approved = await people.danuta!('POST', `/api/contracts/${contract}/approve`, {
    body: {},
    headers: { 'if-match': String(version!.version) },
  })
  expect(approved.status, approved.text).toBe(200)
  expect(await waiting('danuta', 'approval')).toEqual([])
})

test('a review that is near stands in the day of the team', async () => {
  const near = (await dayOf('joanna')).due.filter(({ kind }) => kind === 'review')
  expect(near.map(({ scopeId }) => scopeId)).toContain(idOf('domyslni/case'))
  for (const { due } of near) expect(due! <= addDays(today(), 30)).toBe(true)
})

test('the count in the header is that of the list', async () => {
  for (const key of Object.keys(people)) {
    const { count } = (await people[key]!('GET', '/api/day/count')).json as { count: number }
    expect(count, key).toBe((await dayOf(key)).waitingForMe.length)
  }
})

test('what one searches for is found as far as one may know it', async () => {
  const found = async (key: string, q: string) =>
    (
      (await people[key]!('GET', `/api/search?q=${encodeURIComponent(q)}`)).json as {
        results: { title: string; kind: string }[]
      }
    ).results.flatMap(({ title, kind }) => (kind === 'service' ? [] : [title]))
  expect(await found('joanna', 'probni')).toContain('Próbni')
  expect(await found('joanna', 'stanislawa prob')).toContain('Stanisława Próbna')
  expect((await found('joanna', 'stanislawa prob'))[0], 'her family, before herself').toBe('Próbni')
  expect(await found('leon', 'probni')).toEqual([])
})
