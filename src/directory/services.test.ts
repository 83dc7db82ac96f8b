import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { institutionId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

let app: PracticeApp
/** Heads the social assistance centre. */
let danuta: Ask
/** Answers for the centre, and takes in there. */
let joanna: Ask
/** Works there, and answers for nothing. */
let pawel: Ask
/** The school's head. */
let iga: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  ;[danuta, joanna, pawel, iga] = (await Promise.all(
    ['danuta', 'joanna', 'pawel', 'iga'].map(async (key) => (await app.as(key)).ask),
  )) as [Ask, Ask, Ask, Ask]
})
afterAll(() => app.stop())

const inOksa = { commune: '2602052', locality: 'Oksa' }
const aService = (more: object = {}) => ({
  id: randomUUID(),
  name: 'Próbne spotkania przy herbacie',
  kind: 'senior_club',
  phones: [{ number: '41 000 77 01' }],
  places: [{ id: randomUUID(), ...inOksa, hours: [{ weekday: 2, opens: '15:00', closes: '17:00' }] }],
  ...more,
})
const deed = (ask: Ask, method: string, path: string, body: object = {}, version?: number) =>
  ask(method, path, {
    body,
    headers: { 'idempotency-key': randomUUID(), ...(version && { 'if-match': String(version) }) },
  })
async function put(ask: Ask, more: object = {}) {
  const service = aService(more)
  const answered = await deed(ask, 'POST', '/api/services', service)
  expect(answered.status, answered.text).toBe(200)
  return service.id
}
type List = {
  items: { id: string; name: string; place: { km: number } | null }[]
  total: number
  alike: boolean
}
async function found(query: Record<string, string>, ask = pawel) {
  const answered = await ask('GET', `/api/services?${new URLSearchParams(query)}`)
  expect(answered.status, answered.text).toBe(200)
  return answered.json as List
}
const read = async (id: string, ask = pawel) =>
  (await ask('GET', `/api/services/${id}`)).json as Record<string, never>

describe('a service', () => {
  test('that its institution adds is read by everybody, with all that was said of it', async () => {
    const id = await put(danuta, { cost: 'paid', costGrosz: 1000, minAge: 60, targetGroups: ['senior'] })
    expect(await read(id, iga)).toMatchObject({
      name: 'Próbne spotkania przy herbacie',
      cost: 'paid',
      costGrosz: 1000,
      minAge: 60,
      iKeep: false,
      locations: [{ locality: 'Oksa', hours: [{ weekday: 2, opens: '15:00', closes: '17:00' }] }],
    })
  })

  test('is added by who answers for an institution, and by nobody else there', async () => {
    await put(joanna)
    const refused = await deed(pawel, 'POST', '/api/services', aService())
    expect(refused).toMatchObject({ status: 403, json: { code: 'only-a-keeper' } })
  })

  test('is changed from the version that was seen, by who keeps it', async () => {
    const id = await put(danuta)
    const { id: _, ...said } = aService({ name: 'Próbne spotkania, nowe' })
    expect((await deed(iga, 'PUT', `/api/services/${id}`, said, 1)).status).toBe(403)
    expect((await deed(joanna, 'PUT', `/api/services/${id}`, said, 1)).status).toBe(200)
    expect(await read(id)).toMatchObject({ name: 'Próbne spotkania, nowe', version: 2 })
    expect((await deed(danuta, 'PUT', `/api/services/${id}`, said, 1)).status).toBe(409)
  })

  test('that is closed is in no list, and comes back', async () => {
    const id = await put(danuta, { name: 'Zamykana próba' })
    expect((await found({ wanted: 'zamykana' })).total).toBe(1)
    expect((await deed(danuta, 'POST', `/api/services/${id}/close`)).status).toBe(200)
    expect((await found({ wanted: 'zamykana' })).total).toBe(0)
    expect((await deed(danuta, 'POST', `/api/services/${id}/reopen`)).status).toBe(200)
    expect((await found({ wanted: 'zamykana' })).total).toBe(1)
  })

  test('tells of free places what its owner said last, and keeps what was said before', async () => {
    const id = await put(danuta)
    for (const said of [
      { state: 'free', free: 2 },
      { state: 'waiting', waitDays: 35 },
    ])
      expect(
        (await deed(joanna, 'POST', `/api/services/${id}/places`, { id: randomUUID(), ...said })).status,
      ).toBe(200)
    expect(await read(id)).toMatchObject({
      places: { state: 'waiting', waitDays: 35, free: null, by: 'GOPS Ćwiczebny' },
    })
    const kept = await app.rows('select state from directory.places where service_id = $1 order by said_at', [
      id,
    ])
    expect(kept).toEqual([{ state: 'free' }, { state: 'waiting' }])
  })

  test('that somebody doubts is asked of who keeps it, and who asked hears what became of it', async () => {
    const id = await put(danuta)
    const doubt = (more: object) =>
      deed(iga, 'POST', `/api/services/${id}/doubts`, { id: randomUUID(), ...more })
    expect((await doubt({ what: 'hours', words: 'od grudnia do 17' })).status).toBe(200)
    expect(await doubt({ what: 'hours' })).toMatchObject({ status: 409, json: { code: 'asked-already' } })
    expect(await read(id, danuta)).toMatchObject({
      doubts: [{ what: 'hours', words: 'od grudnia do 17', mine: false, settledOn: null }],
    })
    expect(await read(id, pawel)).toMatchObject({ doubts: [] })
    expect((await deed(danuta, 'POST', `/api/services/${id}/confirm`, { id: randomUUID() })).status).toBe(200)
    expect(await read(id, iga)).toMatchObject({
      doubts: [{ mine: true, settledOn: expect.any(String), answer: 'holds' }],
    })
    await doubt({ what: 'phone' })
    const { id: _, ...said } = aService({ phones: [{ number: '41 000 77 02' }] })
    expect((await deed(danuta, 'PUT', `/api/services/${id}`, said, 1)).status).toBe(200)
    await doubt({ what: 'closed' })
    expect((await deed(danuta, 'POST', `/api/services/${id}/close`)).status).toBe(200)
    const { doubts } = (await read(id, iga)) as unknown as { doubts: { answer: string }[] }
    expect(doubts.map(({ answer }) => answer)).toEqual(['holds', 'changed', 'closed'])
  })

  test('is doubted in a few words that are of no person, and a few times in a day', async () => {
    const id = await put(danuta)
    const magda = (await app.as('magda')).ask
    const doubt = (service: string, words?: string) =>
      deed(magda, 'POST', `/api/services/${service}/doubts`, { id: randomUUID(), what: 'other', words })
    expect(await doubt(id, 'zapytaj o 000-111-222-33')).toMatchObject({
      status: 400,
      json: { code: 'of-a-person' },
    })
    expect((await doubt(id, 'nowy telefon 41 000 00 00')).status).toBe(200)
    const others = await app.rows<{ id: string }>(
      'select id from directory.service where not confidential and closed_at is null and id <> $1 limit 12',
      [id],
    )
    const answers = []
    for (const other of others) answers.push((await doubt(other.id)).status)
    expect(answers).toEqual([...Array(11).fill(200), 409])
  })
})

describe('search', () => {
  test.each([
    ['korepetycji', 'homework_help'],
    ['logopedzie', 'speech_therapy'],
    ['psychologiem', 'psychological_support'],
    ['obiady', 'hot_meal'],
  ])('finds by a form of a word that people use: %s', async (wanted, kind) => {
    const id = await put(danuta, { kind, name: `Próba ${kind}` })
    expect((await found({ wanted })).items.map((each) => each.id)).toContain(id)
  })

  test('finds what is spelt wrongly, and says so', async () => {
    const id = await put(danuta, { name: 'Warsztaty garncarskie' })
    const list = await found({ wanted: 'garnczarskie' })
    expect(list.alike).toBe(true)
    expect(list.items.map((each) => each.id)).toContain(id)
  })

  test('finds by a problem what helps with it', async () => {
    const id = await put(danuta, { kind: 'debt_advice', name: 'Próba długów' })
    expect((await found({ problem: 'debt' })).items.map((each) => each.id)).toContain(id)
    expect((await found({ problem: 'bereavement' })).items.map((each) => each.id)).not.toContain(id)
  })

  test('counts the way by road from a locality, and hides what neighbours run', async () => {
    const id = await put(danuta, { name: 'Daleka próba' })
    const [near] = (await found({ wanted: 'daleka', commune: '2602052', locality: 'Węgleszyn' })).items
    expect(near!.place!.km).toBeGreaterThan(4)
    expect(near!.place!.km).toBeLessThan(12)
    const outside = { wanted: 'daleka', ...inOksa, outsideMyVillage: 'yes' }
    expect((await found(outside)).items.map((each) => each.id)).not.toContain(id)
  })

  test('by day and hour finds what is open then', async () => {
    const id = await put(danuta, { name: 'Wtorkowa próba' })
    const ids = async (query: Record<string, string>) =>
      (await found({ wanted: 'wtorkowa', ...query })).items.map((each) => each.id)
    expect(await ids({ weekday: '2', at: '16:00' })).toContain(id)
    expect(await ids({ weekday: '2', at: '17:00' })).not.toContain(id)
    expect(await ids({ weekday: '3' })).not.toContain(id)
  })

  test('goes on page by page, free places first', async () => {
    const ids = [
      await put(danuta, { name: 'Stronicowa próba a' }),
      await put(danuta, { name: 'Stronicowa próba b' }),
    ]
    await deed(danuta, 'POST', `/api/services/${ids[0]}/places`, { id: randomUUID(), state: 'none' })
    await deed(danuta, 'POST', `/api/services/${ids[1]}/places`, { id: randomUUID(), state: 'free' })
    const first = (await found({ wanted: 'stronicowa', limit: '1' })) as List & { next: string }
    expect(first.items.map((each) => each.id)).toEqual([ids[1]])
    expect(
      (await found({ wanted: 'stronicowa', limit: '1', after: first.next })).items.map((each) => each.id),
    ).toEqual([ids[0]])
  })
})

describe('what must not be found', () => {
  const secret = { name: 'Ukryta przystań', confidential: true, phones: [{ number: '500 000 919' }] }

  test('is seen by who keeps it, and is in no list of theirs either', async () => {
    const id = await put(danuta, secret)
    expect(await read(id, danuta)).toMatchObject({ confidential: true })
    for (const ask of [pawel, iga]) {
      expect((await ask('GET', `/api/services/${id}`)).status).toBe(404)
      expect(
        (await deed(ask, 'POST', `/api/services/${id}/doubts`, { id: randomUUID(), what: 'phone' })).status,
      ).toBe(404)
    }
    for (const ask of [danuta, pawel, iga])
      for (const wanted of ['ukryta', 'przystan', 'Ukrtya przystan', '919'])
        expect((await found({ wanted }, ask)).items.filter((each) => each.id === id)).toEqual([])
  })

  test('is told by its phone and kind alone, to who takes in or coordinates', async () => {
    await put(danuta, { ...secret, kind: 'safe_place_violence', confidential: false })
    const told = (await joanna('GET', '/api/services/phones')).json as { number: string; kind: string }[]
    expect(told).toContainEqual({
      id: expect.any(String),
      kind: 'safe_place_violence',
      number: '500 000 919',
      whose: null,
    })
    expect(JSON.stringify(told)).not.toMatch(/przyst|GOPS/)
    expect((await pawel('GET', '/api/services/phones')).json).toEqual([])
    expect((await iga('GET', '/api/services/phones')).json).not.toEqual(undefined)
  })

  test('becomes so with all that belongs to it, also what somebody doubted', async () => {
    const id = await put(danuta)
    await deed(iga, 'POST', `/api/services/${id}/doubts`, { id: randomUUID(), what: 'hours' })
    const { id: _, ...said } = aService({ confidential: true })
    const changed = await deed(danuta, 'PUT', `/api/services/${id}`, said, 1)
    expect(changed.status, changed.text).toBe(200)
    const shown = await app.rows<{ n: number }>(
      `select sum(n)::int as n from (${[
        'phone',
        'service_at_location',
        'schedule',
        'places',
        'confirmation',
        'doubt',
      ]
        .map(
          (part) => `select count(*) as n from directory.${part} where service_id = $1 and not confidential`,
        )
        .join(' union all ')}) parts`,
      [id],
    )
    expect(shown).toEqual([{ n: 0 }])
  })
})

describe('without a car', () => {
  type Ways = {
    items: {
      name: string
      way: { kind: string; weekday: number | null; back: string | null; lateBack: boolean }
    }[]
    hidden: number
  }
  const fromWegleszyn = { commune: '2602052', locality: 'Węgleszyn', leave: '08:00', until: '15:00' }
  const ways = async (query: object) => (await found({ ...fromWegleszyn, ...query })) as unknown as Ways

  test('tells the way there and back by what was entered, also with a change', async () => {
    const { items } = await ways({ kind: 'ppp_diagnosis' })
    expect(Object.fromEntries(items.map(({ name, way }) => [name, way]))).toMatchObject({
      'Diagnoza w poradni': {
        kind: 'bus',
        leaves: '08:30',
        minutes: 50,
        changes: 0,
        back: '14:20',
        lateBack: false,
      },
      'Diagnoza w filii poradni': { kind: 'bus', leaves: '08:30', minutes: 92, changes: 1, back: '13:30' },
    })
    const atSchool = (await ways({ wanted: 'logopeda w szkole' })).items
    expect(atSchool.find(({ name }) => name === 'Logopeda w szkole')!.way).toMatchObject({ kind: 'here' })
    expect((await ways({ kind: 'senior_day_care' })).items[0]!.way).toMatchObject({ kind: 'own' })
  })

  test('is told for a day on which the service is open, and names it', async () => {
    const wayTo = async (name: string, weekday: number, opens: string, closes: string) => {
      const place = { id: randomUUID(), commune: '2602023', locality: 'Jędrzejów' }
      await put(danuta, { name, places: [{ ...place, hours: [{ weekday, opens, closes }] }] })
      const { items } = await ways({ wanted: name })
      return items.find((each) => each.name === name)!.way
    }
    expect(await wayTo('Zmyślone czwartki', 4, '10:00', '13:00')).toMatchObject({ kind: 'bus', weekday: 4 })
    expect(await wayTo('Zmyślone niedziele', 7, '10:00', '13:00')).toMatchObject({
      kind: 'none',
      weekday: null,
    })
    // Who comes at 9:20 comes to nothing that is over at nine.
    expect(await wayTo('Zmyślone poranki', 4, '07:00', '09:00')).toMatchObject({ kind: 'none' })
  })

  test('departures are read by everybody, also by who keeps no entries', async () => {
    const read = await pawel('GET', '/api/departures?commune=2602052')
    expect(read.status, read.text).toBe(200)
    expect((read.json as { mine: boolean }[]).map(({ mine }) => mine)).not.toContain(true)
  })

  test('hides what one does not reach, and says how many', async () => {
    const { items, hidden } = await ways({ wanted: 'Wodzisławiu', withoutCar: 'yes' })
    expect(items).toEqual([])
    expect(hidden).toBeGreaterThan(0)
    const sunday = await ways({ kind: 'ppp_diagnosis', weekday: '7' })
    expect(sunday.items).toEqual([])
  })

  test('counts roads longer where the county says so', async () => {
    const km = async () =>
      (await found({ ...fromWegleszyn, kind: 'disability_certificate' })).items[0]!.place!.km
    const before = await km()
    expect((await deed(danuta, 'PUT', '/api/road-factors/2602', { factor: 2.6 })).status).toBe(200)
    expect(await km()).toBeCloseTo(2 * before, 0)
    expect((await deed(pawel, 'PUT', '/api/road-factors/2602', { factor: 1 })).status).toBe(403)
  })

  test('on paper is a list for the family that says nothing of whom it is for', async () => {
    const paper = await pawel(
      'GET',
      `/api/services/list.pdf?${new URLSearchParams({ ...fromWegleszyn, group: 'education' })}`,
    )
    expect(paper).toMatchObject({ status: 200, type: 'application/pdf' })
    const none = await pawel('GET', '/api/services/list.pdf?wanted=zupelnienieznane')
    expect(none).toMatchObject({ status: 409, json: { code: 'nothing-to-print' } })
  })
})

describe('my day and search', () => {
  test('an entry that nobody confirmed for sixty days is due to who keeps it, in one line an institution', async () => {
    const id = await put(danuta)
    const due = async (ask: Ask) =>
      (
        (await ask('GET', '/api/day')).json as { due: { kind: string; what: string; state: string | null }[] }
      ).due
        .filter(({ kind, state }) => kind === 'service-entry' && !state)
        .map(({ what }) => what)
    // One of the practice partnership's own is old already.
    expect(await due(danuta)).toEqual(['1'])
    await app.rows(`update directory.service set checked_at = now() - interval '61 days' where id = $1`, [id])
    expect(await due(danuta)).toEqual(['2'])
    expect(await due(pawel)).toEqual([])
    await deed(joanna, 'POST', `/api/services/${id}/confirm`, { id: randomUUID() })
    expect(await due(danuta)).toEqual(['1'])
  })

  test('search over everything finds services, and none that must not be found', async () => {
    await put(danuta, { name: 'Szukana próba' })
    const results = async (ask: Ask, q: string) => (await ask('GET', `/api/search?q=${q}`)).text
    expect(await results(pawel, 'szukana')).toContain('Szukana próba')
    for (const ask of [danuta, pawel]) expect(await results(ask, 'przystan')).not.toMatch(/przystań/i)
  })
})

describe('who keeps an entry', () => {
  test('is written to when nobody confirmed it for long: once, in one letter, which names nothing', async () => {
    const id = await put(iga, { name: 'Zapomniane kółko' })
    await app.rows(`update directory.service set checked_at = now() - interval '70 days' where id = $1`, [id])
    const school = institutionId('school')
    const remind = () => app.database.jobs.query('select directory.remind_of_entries(60)')
    const told = async () =>
      (
        await app.rows<{ n: number }>(
          `select count(*)::int as n from asks.notice where kind = 'service-entries' and subject_id = $1`,
          [school],
        )
      )[0]!.n
    await remind()
    const first = await told()
    expect(first).toBeGreaterThan(0)
    await remind()
    await app.rows('update asks.notice set told_at = now()')
    await remind()
    expect(await told(), 'not twice for one time that it was checked').toBe(first)
    await app.rows(`update directory.service set checked_at = now() - interval '65 days' where id = $1`, [id])
    await remind()
    expect(await told(), 'anew once it was checked and grew old again').toBe(2 * first)
  })
})

describe('how much longer roads are', () => {
  test('is said for a county by who keeps entries of a partnership there, and counts at once', async () => {
    const counties = async (ask: Ask) =>
      (await ask('GET', '/api/road-factors')).json as {
        county: string
        factor: number
        said: object | null
        iKeep: boolean
      }[]
    const [before] = await counties(danuta)
    expect(before).toMatchObject({ county: '2602', iKeep: true })
    expect((await deed(pawel, 'PUT', '/api/road-factors/2602', { factor: 1.5 })).status).toBe(403)
    expect((await deed(danuta, 'PUT', '/api/road-factors/2602', { factor: 1.5 })).status).toBe(200)
    expect((await counties(pawel))[0]).toMatchObject({
      factor: 1.5,
      said: { by: expect.any(String) },
      iKeep: false,
    })
    expect((await deed(danuta, 'PUT', '/api/road-factors/2602', { factor: 1.3 })).status).toBe(200)
  })
})

describe('what is missing', () => {
  test('is kept by code, commune and month, and counted in bands', async () => {
    const journal = async () => (await app.rows('select from journal.entry')).length
    const before = await journal()
    for (let i = 0; i < 5; i++)
      expect(
        (await deed(pawel, 'POST', '/api/unmet-needs', { commune: '2602052', kind: 'speech_therapy' }))
          .status,
      ).toBe(200)
    expect((await iga('GET', '/api/unmet-needs')).json).toContainEqual(
      expect.objectContaining({ commune: '2602052', kind: 'speech_therapy', band: 'from_5' }),
    )
    const [row] = await app.rows<object>('select * from directory.unmet_need limit 1')
    expect(Object.keys(row!).sort()).toEqual([
      'commune',
      'id',
      'noted_in',
      'problem_kind',
      'service_group',
      'service_kind',
      'target_group',
      'why',
    ])
    expect(await journal()).toBe(before)
  })

  test('is told by a refusal for lack of places, and by a need of a plan that no service answers', async () => {
    const counted = () =>
      app.rows<{ service_kind: string | null; service_group: string | null; why: string }>(
        `select service_kind, service_group, why from directory.unmet_need where why <> 'search' order by why, service_kind, service_group`,
      )
    const before = await counted()
    const [point] = await app.rows<{ kind: string }>(
      `with p as (select p.* from referrals.point p where p.service_kind is not null and p.answer = 'accepted' and p.begun_on is null limit 1)
       update referrals.point q set answer = 'declined', reason = 'no_capacity', handled_by = null, expected_on = null from p where q.id = p.id returning q.service_kind as kind`,
    )
    await app.rows(
      `insert into baskets.gap (id, scope_id, goal_id, class, what, about) select gen_random_uuid(), g.scope_id, g.id, g.class, 'Nikt tego nie daje', g.about
       from baskets.goal g where g.domain = 'education' limit 1`,
    )
    const added = (await counted()).filter(
      (row) => !before.some((each) => JSON.stringify(each) === JSON.stringify(row)),
    )
    expect(added).toEqual([
      { service_kind: point!.kind, service_group: null, why: 'no_places' },
      { service_kind: null, service_group: 'education', why: 'no_service' },
    ])
  })

  test('is listed from five on where it came of families, and in the order of bands', async () => {
    const kind = 'senior_club'
    const listed = async () =>
      (
        (await iga('GET', '/api/unmet-needs')).json as {
          kind: string
          group: string
          why: string
          band: string
        }[]
      ).filter((need) => need.kind === kind && need.why !== 'search')
    const notes = (why: string, times: number) =>
      app.rows(
        `insert into directory.unmet_need (commune, service_kind, why) select '2602052', $1, $2 from generate_series(1, $3)`,
        [kind, why, times],
      )
    await app.rows('delete from directory.unmet_need where service_kind = $1', [kind])
    await notes('no_places', 4)
    await notes('no_service', 9)
    expect(await listed()).toMatchObject([{ why: 'no_service', band: 'from_5' }])
    await notes('no_places', 1)
    expect(await listed(), 'the larger number is not told by its place').toMatchObject([
      { why: 'no_places', band: 'from_5' },
      { why: 'no_service', band: 'from_5' },
    ])
  })

  test('says nothing of violence', async () => {
    for (const about of [{ kind: 'safe_place_violence' }, { problem: 'domestic_violence' }])
      expect(await deed(pawel, 'POST', '/api/unmet-needs', { commune: '2602052', ...about })).toMatchObject({
        status: 409,
        json: { code: 'speaks-of-violence' },
      })
  })
})

test('a partnership keeps entries too, by who answers for the institution that leads it', async () => {
  const [partnership] = await app.rows<{ id: string }>(
    'select id from partnerships.partnership where leading_institution_id = $1',
    [institutionId('gops')],
  )
  const id = await put(danuta, { partnershipId: partnership!.id, organizationName: 'Klub Zmyślony' })
  expect(await read(id, iga)).toMatchObject({
    organization: { name: 'Klub Zmyślony', ours: false },
    keeper: { kind: 'partnership' },
  })
  expect(
    (await deed(iga, 'POST', '/api/services', aService({ partnershipId: partnership!.id }))).status,
  ).toBe(403)
})
