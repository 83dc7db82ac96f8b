import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// Papers are filled by whom they are for. The practice family Próbni: Karolina and Mirosław, their children, and the
// grandmother Stanisława; Joanna coordinates. Their next basket holds Mirosław's therapy, Karolina's course, and a
// trip for all. Karolina can be called while her husband is out, on a number that he must not know.

const family = idOf('probni/case')
const household = idOf('probni/household')
const person = (key: string) => idOf(`probni/person/${key}`)
const contracts = `/api/cases/${family}/contracts`
const version = randomUUID()
let app: PracticeApp
let joanna: Awaited<ReturnType<PracticeApp['as']>>

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = await app.as('joanna')
  const way = { kind: 'mobile_phone', safe: true, hours: 'gdy męża nie ma', personId: person('karolina') }
  await done('POST', `/api/households/${household}/contact-ways`, {
    ...way,
    id: randomUUID(),
    value: '611 222 333',
    whoMustNotKnow: 'Mirosław, mąż',
  })
  await done('POST', `/api/households/${household}/contact-ways`, {
    ...way,
    id: randomUUID(),
    value: '611 444 555',
  })
  await frozen([
    ['addiction', 'Terapia odwykowa Mirosława', ['miroslaw']],
    ['file', 'Kurs komputerowy Karoliny', ['karolina']],
    ['file', 'Wspólny wyjazd', []],
    ['health', 'Zajęcia z logopedą Kacpra', ['kacper']],
  ])
})
afterAll(() => app.stop())

async function done(method: string, path: string, body: object) {
  const { status, text, json } = await joanna.ask(method, path, { body })
  expect(status, text).toBe(200)
  return json
}

/** A frozen version of the basket, as both sides said yes to it. */
async function frozen(items: [string, string, string[]][]) {
  await app.rows('insert into baskets.version (id, scope_id, no, frozen_by) values ($1, $2, 9, $3)', [
    version,
    family,
    workerId('joanna'),
  ])
  for (const [kind, what, people] of items) {
    const goal = randomUUID()
    const item = randomUUID()
    await app.rows(
      `insert into baskets.goal (id, scope_id, domain, class, words, added_by) values ($1, $2, 'rights', $3, $4, $5)`,
      [goal, family, kind === 'addiction' ? 'addiction' : 'file', `Cel: ${what}`, workerId('joanna')],
    )
    const [service] = await app.rows<{ code: string }>(
      'select code from directory.service_kind where class = $1 order by code limit 1',
      [kind],
    )
    await app.rows(
      `with i as (insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by)
         select $1, $2, $3, g.class, $4, $5, $6, $7, $8 from baskets.goal g where g.id = $3 returning *)
       insert into baskets.frozen_item (version_id, item_id, scope_id, goal_class, class, goal_id, goal_words, service_kind, what, provider_id,
         cost_grosz, family_cost_grosz, funding, person_ids)
       select $9, i.id, i.scope_id, i.goal_class, i.class, i.goal_id, 'Cel: ' || i.what, i.service_kind, i.what, i.provider_id, 0, 0, 'free', $10::uuid[] from i`,
      [
        item,
        family,
        goal,
        service!.code,
        kind,
        what,
        institutionId('gops'),
        workerId('joanna'),
        version,
        people.map(person),
      ],
    )
  }
}

/** The words of a paper, without the places where lines happen to break. */
async function words(path: string, language = 'pl', { cookie } = joanna) {
  const { statusCode, rawPayload, body } = await app.server.inject({
    url: path,
    headers: { cookie, 'accept-language': language },
  })
  expect(statusCode, body.slice(0, 300)).toBe(200)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)))
  return text.join(' ').replace(/\s+/g, ' ')
}

type LeftOut = { what: string; because: string }[]
type Seen = {
  contracts: { id: string; version: number; actions: { what: string }[] }[]
  plans: { id: string; versionId: string }[]
}
const overview = async () => (await joanna.ask('GET', contracts)).json as Seen
const contract = async (id: string) => (await overview()).contracts.find((each) => each.id === id)!
const leftOutOf = async (paper: string) =>
  (
    (await joanna.ask('GET', `/api/cases/${family}/left-out-of-papers`)).json as {
      leftOut: Record<string, LeftOut>
    }
  ).leftOut[paper]
const planId = async () => (await overview()).plans.find((each) => each.versionId === version)!.id

const toDrawUp = (type: 'A' | 'B', ...signs: string[]) => ({
  id: randomUUID() as string,
  planId: randomUUID(),
  versionId: version,
  type,
  socialWorkerId: workerId('joanna'),
  from: today(),
  to: addDays(today(), 120),
  reviewOn: addDays(today(), 60),
  causes: 'Brak pracy.',
  possibilities: 'Chęć do nauki.',
  mainGoal: 'Praca',
  saidNothing: ['limits', 'barriers', 'effects', 'education', 'skills', 'experience', 'earlierAttempts'],
  signatories: signs.map((key) => ({ id: randomUUID(), personId: person(key), part: 'person' })),
})
async function drawnUp(type: 'A' | 'B', ...signs: string[]) {
  const body = toDrawUp(type, ...signs)
  await done('POST', contracts, body)
  return body.id
}

test('a contract with one person carries what is for that person and the household, and says what it leaves out', async () => {
  const id = await drawnUp('B', 'karolina')
  const draft = await words(`${contracts}/${id}/form.pdf`)
  for (const there of ['Kurs komputerowy Karoliny', 'Wspólny wyjazd']) expect(draft).toContain(there)
  for (const not of ['Terapia odwykowa', 'logopedą', '611 222 333']) expect(draft).not.toContain(not)
  expect(new Set(await leftOutOf(id))).toEqual(
    new Set([
      { what: 'Terapia odwykowa Mirosława', because: 'not-theirs' },
      { what: 'Zajęcia z logopedą Kacpra', because: 'not-theirs' },
    ]),
  )
  await joanna.ask('POST', `${contracts}/${id}/print`, {
    body: { fileId: randomUUID() },
    headers: { 'if-match': String((await contract(id)).version) },
  })
  expect(await words(`${contracts}/${id}/form.pdf`)).not.toContain('Terapia odwykowa')
  expect((await contract(id)).actions.map(({ what }) => what).sort()).toEqual([
    'Kurs komputerowy Karoliny',
    'Wspólny wyjazd',
  ])
})

test('a contract of a parent alone carries the children, not the other adult', async () => {
  const draft = await words(`${contracts}/${await drawnUp('A', 'karolina')}/form.pdf`)
  expect(draft).toContain('logopedą')
  expect(draft).not.toContain('Terapia odwykowa')
})

test('a contract that two sign does not tell one of the other’s therapy', async () => {
  const id = await drawnUp('A', 'karolina', 'miroslaw')
  expect(await words(`${contracts}/${id}/form.pdf`)).not.toContain('Terapia odwykowa')
  expect(await leftOutOf(id)).toEqual([{ what: 'Terapia odwykowa Mirosława', because: 'another-adult' }])
})

test('a contract on which nothing may stand is not drawn up', async () => {
  const lonely = randomUUID()
  await app.rows('insert into baskets.version (id, scope_id, no, frozen_by) values ($1, $2, 10, $3)', [
    lonely,
    family,
    workerId('joanna'),
  ])
  await app.rows(
    `insert into baskets.frozen_item select $1, item_id, scope_id, goal_class, class, goal_id, goal_words, service_kind, what, provider_id, worker_id,
       frequency, starts, ends, cost_grosz, family_cost_grosz, funding, person_ids from baskets.frozen_item where version_id = $2 and class = 'addiction'`,
    [lonely, version],
  )
  const refused = await joanna.ask('POST', contracts, {
    body: {
      id: randomUUID(),
      planId: randomUUID(),
      versionId: lonely,
      type: 'B',
      socialWorkerId: workerId('joanna'),
      from: today(),
      to: addDays(today(), 120),
      reviewOn: addDays(today(), 60),
      signatories: [{ id: randomUUID(), personId: person('karolina'), part: 'person' }],
    },
  })
  expect(refused).toMatchObject({ status: 409, json: { code: 'nothing-for-them', field: 'signatories' } })
})

test('the plan that all adults sign names no number that one of them must not know, nor anybody’s therapy', async () => {
  await drawnUp('B', 'karolina')
  const plan = await words(`/api/cases/${family}/plans/${await planId()}/form.pdf`)
  expect(plan).toContain('Kurs komputerowy Karoliny')
  expect(plan).toContain('logopedą')
  expect(plan).toContain('611 444 555')
  for (const not of ['611 222 333', 'gdy męża nie ma', 'Terapia odwykowa']) expect(plan).not.toContain(not)
  const leftOut = await leftOutOf(await planId())
  expect(leftOut).toContainEqual({ what: 'Terapia odwykowa Mirosława', because: 'another-adult' })
  expect(leftOut).toContainEqual({ what: 'Kontakt: Karolina', because: 'must-not-know' })
})

describe('what is done for everybody who lives there, for a goal about one adult’s health', () => {
  const put = async (what: string, people: string[]) => {
    const [goal, item] = [randomUUID(), randomUUID()]
    await app.rows(
      `insert into baskets.goal (id, scope_id, domain, class, words, about, added_by)
       values ($1, $2, 'health', 'health', 'Żeby Mirosław zdrowo oddychał', array[$3::uuid], $4)`,
      [goal, family, person('miroslaw'), workerId('joanna')],
    )
    await app.rows(
      `with i as (insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, added_by)
         values ($1, $2, $3, 'health', 'fuel', 'file', $4, $5, $6) returning *)
       insert into baskets.frozen_item (version_id, item_id, scope_id, goal_class, class, goal_id, goal_words, service_kind, what, provider_id, person_ids)
       select $7, i.id, i.scope_id, i.goal_class, i.class, i.goal_id, 'Żeby Mirosław zdrowo oddychał', i.service_kind, i.what, i.provider_id, $8::uuid[] from i`,
      [item, family, goal, what, institutionId('gops'), workerId('joanna'), version, people.map(person)],
    )
  }

  test('stands without its goal; what is for some of them does not, and the reason names the area', async () => {
    await drawnUp('A', 'karolina', 'miroslaw')
    await put('Tona węgla', [])
    await put('Drewno na rozpałkę', ['miroslaw'])
    const plan = `/api/cases/${family}/plans/${await planId()}/form.pdf`
    for (const paper of ['', `?person=${person('karolina')}`].flatMap((whose) => [
      `/api/cases/${family}/family-sheet.pdf${whose}`,
      plan + whose,
    ])) {
      expect(await words(paper), paper).toContain('Tona węgla')
      expect(await words(paper), paper).not.toMatch(/oddychał|Drewno/)
    }
    const his = await words(`${plan}?person=${person('miroslaw')}`)
    for (const there of ['Tona węgla', 'oddychał', 'Drewno']) expect(his).toContain(there)
    const leftOut = await leftOutOf(await planId())
    expect(leftOut).toContainEqual({
      what: 'Drewno na rozpałkę',
      because: 'goals-area',
      area: 'Zdrowie ciała',
    })
    expect(leftOut).toContainEqual({ what: 'Cel: „Żeby Mirosław zdrowo oddychał”', because: 'another-adult' })
    const contract = await words(`${contracts}/${await drawnUp('A', 'karolina', 'miroslaw')}/form.pdf`)
    expect(contract).toContain('Tona węgla')
    expect(contract).not.toContain('oddychał')
  })

  test('and where one person alone lives there, what is for that person is not for everybody', async () => {
    const lives = (there: boolean) =>
      app.rows('update households.member set lives_here = $3 where household_id = $1 and person_id <> $2', [
        household,
        person('miroslaw'),
        there,
      ])
    await lives(false)
    const plan = `/api/cases/${family}/plans/${await planId()}/form.pdf`
    for (const whose of ['', `?person=${person('karolina')}`])
      expect(await words(plan + whose), whose).not.toContain('Drewno')
    await lives(true)
  })
})

test('the plan says who agreed to what about a child, and in which form', async () => {
  await drawnUp('B', 'karolina')
  const plan = await words(`/api/cases/${family}/plans/${await planId()}/form.pdf`)
  const agreed = plan.split('C. Zgody')[1]!.split('D. Wspólna')[0]!
  expect(agreed).toMatch(/Kacper Próbny (Karolina|Mirosław) Prób\S+, podpis na papierze/)
  expect(agreed).not.toContain('Kacper Próbny, podpis')
})

test('the plan names for what people are there by their position, not by what they were asked for', async () => {
  await drawnUp('B', 'karolina')
  await app.rows(
    `update cases.team_member set part = 'opieka nad dzieckiem z astmą' where case_id = $1 and answer = 'accepted'`,
    [family],
  )
  expect(await words(`/api/cases/${family}/plans/${await planId()}/form.pdf`)).not.toContain('astmą')
})

test('a contract is offered to be signed by who lives there, with words of levels, not their numbers', async () => {
  const { signatories, sources } = (await joanna.ask('GET', `/api/cases/${family}/contracts/suggestion`))
    .json as { signatories: { livesHere: boolean }[]; sources: { part: string; words: string }[] }
  expect(signatories.every(({ livesHere }) => livesHere)).toBe(true)
  const effects = sources.filter(({ part }) => part === 'effects').map(({ words }) => words)
  expect(effects.join(' ')).toContain('Chcemy: ')
  expect(effects.join(' ')).not.toMatch(/poziom/)
})

test('of whom only the year of birth is known signs the plan as every adult does', async () => {
  const born = (date: string | null, year: number | null) =>
    app.rows('update households.person set birth_date = $2, birth_year = $3 where id = $1', [
      person('stanislawa'),
      date,
      year,
    ])
  const signing = async () =>
    (await words(`/api/cases/${family}/plans/${await planId()}/form.pdf`)).split('Uzgodniliśmy ten plan')[1]
  const offered = async () => {
    const { signatories } = (await joanna.ask('GET', `/api/cases/${family}/contracts/suggestion`)).json as {
      signatories: { personId: string }[]
    }
    return signatories.some(({ personId }) => personId === person('stanislawa'))
  }
  await born(null, 1955)
  expect(await signing()).toContain('Stanisława')
  expect(await offered()).toBe(true)
  await born(null, Number(today().slice(0, 4)) - 18)
  expect(await signing(), 'perhaps 17 still').not.toContain('Stanisława')
  expect(await offered()).toBe(false)
  await born('1955-05-08', null)
})

test('plan and sheet for one person hold what that person may know', async () => {
  const plan = `/api/cases/${family}/plans/${await planId()}/form.pdf`
  const sheet = `/api/cases/${family}/family-sheet.pdf`
  for (const paper of [plan, sheet]) {
    expect(await words(`${paper}?person=${person('miroslaw')}`)).toContain('Terapia odwykowa')
    expect(await words(`${paper}?person=${person('karolina')}`)).not.toContain('Terapia odwykowa')
    expect(await words(paper)).not.toContain('Terapia odwykowa')
  }
  expect(await words(`${plan}?person=${person('karolina')}`)).toContain('611 222 333')
  expect(await words(`${plan}?person=${person('miroslaw')}`)).not.toContain('611 222 333')
  expect((await joanna.ask('GET', `${sheet}?person=${randomUUID()}`)).status).toBe(404)
})

test('a paper is in Polish, in whatever language whoever prints it reads Splot', async () => {
  for (const path of [
    `plans/${await planId()}/form.pdf`,
    'family-sheet.pdf',
    'disclosures.pdf',
    'clause.pdf',
    'print.pdf?requestedBy=Sąd&basis=wezwanie',
  ]) {
    const inPolish = await words(encodeURI(`/api/cases/${family}/${path}`))
    expect(await words(encodeURI(`/api/cases/${family}/${path}`), 'en'), path).toBe(inPolish)
  }
})

test('whoever does not read the whole file prints no paper for the family: it would deny what they do not see', async () => {
  const { ask: of } = await app.as('magda')
  expect((await of('GET', `/api/cases/${family}/family-sheet.pdf`)).json, 'there is a plan').toMatchObject({
    code: 'whole-file-needed',
  })
  const halina = await app.as('halina')
  // As with a basis for everybody of the household: what is shared, and not the whole file.
  await app.rows(
    `insert into access.granted (scope_id, worker_id, about_id, classes, valid, because, rule)
     values ($1, $2, $1, '{file}', '{(,)}', '{"reason": "basis"}', 'cases.grants_by_basis')`,
    [family, halina.workerId],
  )
  const seen = (await halina.ask('GET', contracts)).json as { plans: { id: string }[]; mayPrint: boolean }
  expect(seen.plans).not.toHaveLength(0)
  expect(seen.mayPrint).toBe(false)
  for (const paper of [`plans/${seen.plans[0]!.id}/form.pdf`, 'family-sheet.pdf'])
    expect((await halina.ask('GET', `/api/cases/${family}/${paper}`)).json, paper).toMatchObject({
      status: 409,
      code: 'whole-file-needed',
    })
  expect(await overview()).toMatchObject({ mayPrint: true })
})

test('what a domain says about one person is not read by whom a court keeps apart from them', async () => {
  const apart = (forbidden: boolean) =>
    app.rows(
      `update households.relation set contact_forbidden = $3 where household_id = $1 and kind = 'father' and to_person_id = $2`,
      [household, person('kacper'), forbidden],
    )
  const his = `/api/cases/${family}/plans/${await planId()}/form.pdf?person=${person('miroslaw')}`
  const hers = `/api/cases/${family}/plans/${await planId()}/form.pdf?person=${person('karolina')}`
  const consent = `/api/cases/${family}/consent.pdf?person=${person('kacper')}&to=${institutionId('school')}`
  expect(await words(his)).toContain('Kacper ładnie rysuje')
  expect(await words(consent)).toContain('Mirosław')
  await apart(true)
  expect(await words(his)).not.toContain('Kacper')
  expect(await words(his)).not.toContain('Opuścił połowę lekcji')
  expect(await words(his), 'what is about the others stays').toContain('Trzy chwilówki')
  expect(await words(hers)).toContain('Kacper ładnie rysuje')
  expect(await words(consent), 'nor are they asked to sign for the child').not.toContain('Mirosław')
  await apart(false)
  const without = randomUUID()
  await done('POST', `/api/cases/${family}/without`, {
    id: without,
    personId: person('kacper'),
    representativeId: person('miroslaw'),
    reason: 'Nie może wiedzieć.',
  })
  expect(await words(consent), 'nor is whom nobody writes to about it').not.toContain('Mirosław')
  await done('POST', `/api/cases/${family}/without/${without}/end`, {})
})

test('a domain of health says nothing on a paper for several adults: nobody wrote whose it is', async () => {
  const assessment = randomUUID()
  await app.rows(
    `insert into assessments.assessment (id, scope_id, kind, opened_by)
     select $1, scope_id, kind, opened_by from assessments.assessment where scope_id = $2 limit 1`,
    [assessment, family],
  )
  for (const [domain, dataClass, of] of [
    ['addiction', 'addiction'],
    ['housing', 'file'],
    ['health', 'health', 'kacper'],
    ['mental_health', 'health', 'miroslaw'],
  ])
    await app.rows(
      `insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level, dissent, about)
       values (gen_random_uuid(), $1, $2, $3, $4, 2, 'Zdanie: ' || $3, $5::uuid[])`,
      [assessment, family, domain, dataClass, of ? [person(of)] : []],
    )
  await app.rows(
    `update assessments.assessment set fixed_at = now(), agreed_on = splot.today_pl(), present = '{Karolina}' where id = $1`,
    [assessment],
  )
  const plan = await words(`/api/cases/${family}/plans/${await planId()}/form.pdf`)
  expect(plan).toContain('Zdanie: housing')
  expect(plan).not.toContain('Zdanie: addiction')
  expect(plan, 'written of one child').toContain('Zdanie: health')
  expect(plan, 'written of one adult').not.toContain('Zdanie: mental_health')
  const his = `/api/cases/${family}/plans/${await planId()}/form.pdf?person=${person('miroslaw')}`
  expect(await words(his)).toContain('Zdanie: mental_health')
})

test('the register for the household leaves out what one adult’s health was told to whom', async () => {
  await done('POST', `/api/cases/${family}/bases`, {
    id: randomUUID(),
    personId: person('miroslaw'),
    to: institutionId('clinic'),
    rule: 'consent',
    classes: ['health', 'addiction'],
    purpose: 'żeby lekarz znał leczenie',
    since: today(),
    until: addDays(today(), 100),
    form: 'paper_signed',
    signedBy: [person('miroslaw')],
  })
  const register = `/api/cases/${family}/disclosures.pdf`
  expect(await words(register)).not.toContain('lekarz znał leczenie')
  expect(await words(`${register}?person=${person('miroslaw')}`)).toContain('lekarz znał leczenie')
  expect(await words(`${register}?person=${person('karolina')}`)).not.toContain('lekarz znał leczenie')
  for (const paper of [
    `/api/cases/${family}/plans/${await planId()}/form.pdf`,
    `/api/cases/${family}/family-sheet.pdf`,
  ])
    expect(await words(paper)).not.toMatch(/Mirosław Próbny: [^.]*zdrowi/i)
})

test('a consent says who received it and where it is withdrawn, whoever prints it later', async () => {
  const [basis] = await app.rows<{ id: string }>(
    `select id from consents.basis where scope_id = $1 and about_id = $2 and to_institution_id = $3`,
    [family, person('kacper'), institutionId('school')],
  )
  const form = `/api/cases/${family}/bases/${basis!.id}/form.pdf`
  for (const key of ['joanna', 'pawel', 'magda']) {
    const paper = await words(form, 'pl', await app.as(key))
    expect(paper, key).toMatch(/Joanna Przykładna pracowniczka socjalna – przyjmuje zgodę/)
    expect(paper, key).toMatch(/zadzwonić: (Joanna Przykładna|Paweł Umowny)/)
  }
})

test('who was excluded from the family is named on no paper as who helps it, nor taken for it again', async () => {
  const item = async () =>
    (
      await app.rows<{ id: string; worker: string | null; version: number }>(
        `select id, worker_id as worker, version from baskets.item where scope_id = $1 and what = 'Rozmowy w poradni o lęku'`,
        [family],
      )
    )[0]!
  const first = async () => (await overview()).plans.find((each) => each.versionId !== version)!.id
  const plan = `/api/cases/${family}/plans/${await first()}/form.pdf`
  const responsible = async () => (await words(plan)).split('F. Działania')[1]
  expect(await responsible()).toContain('Nina Zapewne')
  await done('POST', `/api/cases/${family}/exclusions`, {
    id: randomUUID(),
    workerId: workerId('nina'),
    kind: 'kin',
  })
  expect((await item()).worker).toBe(null)
  expect(await responsible()).toContain('Rozmowy w poradni')
  expect(await responsible()).not.toContain('Nina Zapewne')
  const asked = {
    serviceKind: 'specialist_counselling',
    what: 'Rozmowy w poradni',
    providerId: institutionId('ppp'),
    costGrosz: 0,
    familyCostGrosz: 0,
  }
  const { id, version: seen } = await item()
  const refused = await joanna.ask('PATCH', `/api/cases/${family}/items/${id}`, {
    body: { ...asked, funding: 'free', request: 'Chłopiec, 9 lat.', workerId: workerId('nina'), forWhom: [] },
    headers: { 'if-match': String(seen) },
  })
  expect(refused.json, refused.text).toMatchObject({ code: 'provider-cannot-be-asked', field: 'workerId' })
})

test('nor where the service was taken out of the basket since: the plan of before stands', async () => {
  const first = (await overview()).plans.find((each) => each.versionId !== version)!.id
  const responsible = async () =>
    (await words(`/api/cases/${family}/plans/${first}/form.pdf`)).split('F. Działania')[1]
  expect(await responsible()).toContain('Paweł Umowny')
  const item = idOf('probni/item/budget')
  expect((await joanna.ask('DELETE', `/api/cases/${family}/items/${item}`)).status).toBe(200)
  await done('POST', `/api/cases/${family}/exclusions`, {
    id: randomUUID(),
    workerId: workerId('pawel'),
    kind: 'neighbour',
  })
  expect(await responsible()).toContain('Trening budżetowy')
  expect(await responsible()).not.toContain('Paweł Umowny')
})

test('whom a court keeps apart from somebody does not find them on a paper of their own', async () => {
  const apart = (forbidden: boolean) =>
    app.rows(
      `update households.relation set contact_forbidden = $2 where household_id = $1 and kind = 'husband'`,
      [household, forbidden],
    )
  const his = await drawnUp('B', 'miroslaw')
  const his2 = await drawnUp('A', 'miroslaw')
  await apart(true)
  for (const paper of [
    `/api/cases/${family}/plans/${await planId()}/form.pdf?person=${person('miroslaw')}`,
    `/api/cases/${family}/family-sheet.pdf?person=${person('miroslaw')}`,
    `/api/cases/${family}/disclosures.pdf?person=${person('miroslaw')}`,
    `${contracts}/${his}/form.pdf`,
    `${contracts}/${his2}/form.pdf`,
  ])
    expect((await words(paper)).replace(/Obecni: .* Poziomy/, ''), paper).not.toContain('Karolina')
  await apart(false)
})

test('no contract is drawn up or printed for somebody to sign who moved out', async () => {
  const hers = await drawnUp('B', 'karolina')
  const moved = (out: string | null) =>
    app.rows(
      `update households.member set period = daterange(lower(period), $3::date) where household_id = $1 and person_id = $2`,
      [household, person('karolina'), out],
    )
  await app.rows(
    `update households.member set period = daterange(splot.today_pl() - 9, null) where household_id = $1 and person_id = $2`,
    [household, person('karolina')],
  )
  await moved(today())
  const gone = { status: 409, code: 'signatory-moved-out' }
  expect((await joanna.ask('GET', `${contracts}/${hers}/form.pdf`)).json).toMatchObject(gone)
  const drawn = await joanna.ask('POST', contracts, { body: toDrawUp('A', 'miroslaw', 'karolina') })
  expect(drawn.json).toMatchObject(gone)
  const { version: seen } = await contract(hers)
  const printed = await joanna.ask('POST', `${contracts}/${hers}/print`, {
    body: { fileId: randomUUID() },
    headers: { 'if-match': String(seen) },
  })
  expect(printed.json).toMatchObject(gone)
  await moved(null)
  expect(await words(`${contracts}/${hers}/form.pdf`)).toContain('Wspólny wyjazd')
})

describe('what went to others', () => {
  const register = `/api/cases/${family}/disclosures.pdf`
  const sheet = `/api/cases/${family}/family-sheet.pdf`
  const plan = async () => `/api/cases/${family}/plans/${await planId()}/form.pdf`
  const of = (key: string) => `?person=${person(key)}`
  const told = (rule: string, key: string, to: string, purpose: string, classes = ['file']) =>
    done('POST', `/api/cases/${family}/bases`, {
      id: randomUUID(),
      personId: person(key),
      to: institutionId(to),
      rule,
      classes,
      purpose,
      since: today(),
      until: addDays(today(), 30),
      ...(rule === 'consent' && { form: 'paper_signed', signedBy: [person(key)] }),
    }) as Promise<{ id: string }>

  test('to the police or a court by law stands on no paper that goes into the house, nor as a consent', async () => {
    const notice = await told('notice_of_crime', 'karolina', 'police', 'Zawiadomienie o pobiciu')
    await told('life_in_danger', 'karolina', 'police', 'Ratowanie życia', ['whereabouts'])
    for (const paper of [await plan(), sheet, register])
      for (const whose of ['', of('miroslaw'), of('karolina')]) {
        const said = await words(paper + whose)
        expect(said, paper + whose).not.toMatch(/Posterunek Policji|pobiciu|Ratowanie/)
      }
    const form = await joanna.ask('GET', `/api/cases/${family}/bases/${notice.id}/form.pdf`)
    expect(form.status, 'a notice is no consent').toBe(404)
  })

  test('is not told of who was invited and has not answered: they read nothing yet', async () => {
    expect(await words(sheet)).not.toMatch(/Fundacja/)
  })

  test('stands alike in the register and on the sheet: that a clinic reads about an adult, and nothing of which illness', async () => {
    await told('consent', 'miroslaw', 'clinic', 'żeby lekarz znał leczenie', ['file', 'health'])
    for (const paper of [register, sheet]) expect(await words(paper), paper).toMatch(/Przychodnia/)
    expect(await words(register)).not.toMatch(/zdrowi|leczenie/)
    expect(await words(register + of('miroslaw'))).toMatch(/leczenie/)
  })

  test('is told by who gets it, too: the consent of one to a home for the mentally ill', async () => {
    await told('consent', 'miroslaw', 'selfhelp', 'żeby przyjęli na zajęcia')
    for (const paper of [await plan(), sheet, register]) {
      expect(await words(paper), paper).not.toMatch(/Na Niby/)
      expect(await words(paper + of('karolina')), paper).not.toMatch(/Na Niby/)
      expect(await words(paper + of('miroslaw')), paper).toMatch(/Na Niby/)
    }
  })

  test('about where one adult can be found, and for what, is read on a paper of their own alone', async () => {
    await told('consent', 'karolina', 'foundation', 'schronienie, gdy odejdzie', ['whereabouts'])
    await told('consent', 'karolina', 'clinic', 'żeby opisać siniaki')
    for (const whose of ['', of('miroslaw')]) {
      expect(await words(register + whose)).not.toMatch(/schronienie|siniaki/)
      expect(await words(register + whose), 'that it went there').toMatch(/Przychodnia[^.]* Karolina Próbna/)
      expect(await words(sheet + whose), 'who sees, not what').not.toMatch(/adres|schronienie|siniaki/)
      expect(await words((await plan()) + whose)).not.toMatch(/Karolina Próbna Fundacja [^.]*adres/)
    }
    expect(await words(register + of('karolina'))).toMatch(/schronienie.*siniaki/)
    expect(await words(sheet + of('karolina'))).toMatch(/Przychodnia[^.;]*\([^)]*Karolina\)/)
  })

  test('nor does the team tell it: who helps there with what is nobody else’s to know', async () => {
    const invitation = randomUUID()
    await done('POST', `/api/cases/${family}/team`, {
      people: [{ id: invitation, workerId: workerId('zofia') }],
      asked: 'Czy dołączysz do zespołu?',
    })
    await (await app.as('zofia')).ask('POST', `/api/invitations/${invitation}/answer`, {
      body: { answer: 'accepted' },
    })
    const team = async (whose: string) => (await words((await plan()) + whose)).split('B. Osoby')[0]
    expect(await team('')).toContain('Magda Bajkowska')
    for (const whose of ['', of('karolina')]) expect(await team(whose)).not.toMatch(/Zofia|Na Niby/)
    expect(await team(of('miroslaw')), 'he goes there').toContain('Zofia Szacunkowa')
    expect(await leftOutOf(await planId())).toContainEqual({
      what: expect.stringContaining('Zofia Szacunkowa'),
      because: 'nobody-named',
    })
  })

  test('about who moved out stands on a paper for that person alone', async () => {
    await told('consent', 'stanislawa', 'foundation', 'mieszkanie dla pani Stanisławy')
    expect(await words(register)).toContain('Stanisława Próbna')
    const [member] = await app.rows<{ id: string; version: number }>(
      'select id, version from households.member where household_id = $1 and person_id = $2',
      [household, person('stanislawa')],
    )
    await joanna.ask('PATCH', `/api/households/${household}/members/${member!.id}`, {
      body: { part: 'supported', livesHere: false, runsHousehold: false, movedOutOn: addDays(today(), -1) },
      headers: { 'if-match': String(member!.version) },
    })
    for (const paper of [await plan(), sheet, register])
      for (const whose of ['', of('miroslaw')])
        expect(await words(paper + whose), paper + whose).not.toMatch(/Stanisława Próbna:? |pani Stanisławy/)
    const hers = await words(register + of('stanislawa'))
    expect(hers).toContain('mieszkanie dla pani Stanisławy')
    expect(hers, 'nor does she read of those who stayed').not.toMatch(/Karolina Próbna|Mirosław Próbny/)
  })
})
