import { createHash, randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// Drawing up, printing, signing and approving a social contract. The practice family Próbni has an approved one;
// Joanna coordinates and draws up its amendment, Danuta heads the centre.

const family = idOf('probni/case')
const approved = idOf('probni/contract')
const contracts = `/api/cases/${family}/contracts`
const person = (key: string) => idOf(`probni/person/${key}`)
let app: PracticeApp
let joanna: Ask
let danuta: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  danuta = (await app.as('danuta')).ask
})
afterAll(() => app.stop())

type Contract = {
  id: string
  state: string
  hash: string | null
  version: number
  signatures: { id: string; name: string; part: string; signedOn: string | null }[]
}
const everything = async () =>
  (await joanna('GET', contracts)).json as {
    contracts: Contract[]
    plans: { id: string }[]
    reviews: { id: string; contractId: string; due: string }[]
  }
const contract = async (id: string) => (await everything()).contracts.find((each) => each.id === id)!
const signatory = (key: string, more: object = {}) => ({
  id: randomUUID(),
  personId: person(key),
  part: 'person',
  ...more,
})
const guardian = (key: string, of: string) => signatory(key, { part: 'guardian', forPersonId: person(of) })
const draft = (more: object = {}) => ({
  id: randomUUID() as string,
  planId: randomUUID(),
  versionId: idOf('probni/version/v1'),
  type: 'A',
  socialWorkerId: workerId('joanna'),
  from: today(),
  to: addDays(today(), 120),
  reviewOn: addDays(today(), 60),
  causes: 'Trzy pożyczki.',
  possibilities: 'Rodzice są zgodni.',
  mainGoal: '„Żeby starczało do końca miesiąca”',
  saidNothing: ['limits', 'barriers', 'effects', 'education', 'skills', 'experience', 'earlierAttempts'],
  signatories: [signatory('karolina'), signatory('miroslaw')],
  ...more,
})
const drawUp = (body: object) => joanna('POST', contracts, { body })
async function drawnUp(more: object = {}) {
  const body = draft(more)
  const answered = await drawUp(body)
  expect(answered.status, answered.text).toBe(200)
  return body.id
}
const deed = async (id: string, what: string, body: object = {}, ask = joanna) =>
  ask('POST', `${contracts}/${id}/${what}`, {
    body,
    headers: { 'if-match': String((await contract(id)).version) },
  })
const print = (id: string) => deed(id, 'print', { fileId: randomUUID() })
async function sign(id: string, name: string, how = 'paper', on = today()) {
  const { signatures } = await contract(id)
  const { id: signature } = signatures.find((each) => each.name.startsWith(name))!
  return joanna('POST', `${contracts}/${id}/signatures/${signature}`, { body: { on, how } })
}
const approve = async (id: string, ask: Ask) =>
  ask('POST', `/api/contracts/${id}/approve`, {
    body: {},
    headers: { 'if-match': String((await contract(id)).version) },
  })

test('nothing is typed again: the words come from the assessment and the goals', async () => {
  const { json } = await joanna('GET', `${contracts}/suggestion`)
  expect(json).toMatchObject({
    mainGoal: '„Żeby Kacper chodził do szkoły i się nie bał”',
    effects: expect.stringContaining(
      'opieka nad babcią dwa razy w tygodniu. Dziś: Część spraw idzie samodzielnie, część z pomocą. Chcemy: Samodzielność, czasem rada.',
    ),
    limits: '',
  })
})

test('offered to sign are those alone who may', async () => {
  const { signatories } = (await joanna('GET', `${contracts}/suggestion`)).json as {
    signatories: { name: string }[]
  }
  expect(signatories.map(({ name }) => name).sort()).toEqual([
    'Karolina Próbna',
    'Mirosław Próbny',
    'Stanisława Próbna',
  ])
})

test('what was written in a view is offered with where it comes from, and copied by nobody but who reads it', async () => {
  const suggested = (await joanna('GET', `${contracts}/suggestion`)).json as Record<string, string> & {
    sources: { from: string; words: string; domain: string | null; taken: boolean }[]
  }
  const views = suggested.sources.filter(({ from }) => from === 'assessment')
  expect(views.length).toBeGreaterThan(0)
  for (const { words, domain, taken } of views) {
    expect(taken).toBe(false)
    expect(domain).toBeTruthy()
    for (const part of ['causes', 'possibilities', 'limits', 'barriers', 'mainGoal', 'effects'])
      expect(suggested[part]).not.toContain(words)
  }
})

test('a contract is drawn up from a frozen basket; the office side stands among the signatures', async () => {
  const plans = (await everything()).plans.length
  const id = await drawnUp()
  expect(await contract(id)).toMatchObject({ state: 'draft', hash: null })
  expect((await contract(id)).signatures.map(({ part }) => part).sort()).toEqual([
    'person',
    'person',
    'social_worker',
  ])
  expect((await everything()).plans.length, 'one plan a frozen basket').toBe(plans)
})

test('whose social worker has left is not printed until another one is named', async () => {
  const left = randomUUID()
  await app.rows(
    `insert into institutions.worker (id, institution_id, given_name, family_name, position, social_worker, period)
     select $1, institution_id, 'Halina', 'Odchodząca', 'pracownik socjalny', true, '[2020-01-01,)' from institutions.worker where id = $2`,
    [left, workerId('joanna')],
  )
  const id = await drawnUp({ socialWorkerId: left })
  await app.rows('update institutions.worker set period = tstzrange(lower(period), now()) where id = $1', [
    left,
  ])
  const refused = await print(id)
  expect(refused).toMatchObject({ status: 409 })
  expect(refused.text).toContain('pracownik socjalny, który tam pracuje')
  expect(await contract(id)).toMatchObject({ state: 'draft' })
})

test('the social worker of a draft may be another one: who is named at last signs for the office', async () => {
  const id = await drawnUp({ socialWorkerId: workerId('marta'), signatories: [signatory('karolina')] })
  const { planId: _, versionId: __, type: ___, signatories: ____, id: _____, ...words } = draft()
  const { version } = await contract(id)
  const changed = await joanna('PATCH', `${contracts}/${id}`, {
    body: words,
    headers: { 'if-match': String(version) },
  })
  expect(changed.status, changed.text).toBe(200)
  expect((await contract(id)).signatures.map(({ name }) => name)).toContain('Joanna Przykładna')
  await print(id)
  for (const name of ['Karolina', 'Joanna']) expect(await sign(id, name)).toMatchObject({ status: 200 })
  expect(await contract(id)).toMatchObject({ state: 'signed' })
})

test('who was excluded from the family neither is offered nor signs for the office', async () => {
  const offered = async () =>
    ((await joanna('GET', contracts)).json as { socialWorkers: { id: string }[] }).socialWorkers.map(
      ({ id }) => id,
    )
  expect(await offered()).toContain(workerId('marta'))
  const before = await drawnUp({ socialWorkerId: workerId('marta') })
  await joanna('POST', `/api/cases/${family}/exclusions`, {
    body: { id: randomUUID(), workerId: workerId('marta'), kind: 'neighbour' },
  })
  expect(await offered()).not.toContain(workerId('marta'))
  expect((await drawUp(draft({ socialWorkerId: workerId('marta') }))).json).toMatchObject({
    code: 'no-social-worker',
  })
  expect(await print(before), 'nor is what was drawn up with them printed').toMatchObject({ status: 409 })
})

test('what a contract that is drawn up waits for is told to the coordinator, not that one is to be drawn up', async () => {
  const id = await drawnUp()
  const waits = async (ask: Ask) =>
    ((await ask('GET', `/api/cases/${family}/standing`)).json as { unfinishedContract: unknown })
      .unfinishedContract
  expect(await waits(joanna)).toMatchObject({ state: 'draft' })
  await print(id)
  await sign(id, 'Karolina')
  expect(await waits(joanna)).toEqual({
    state: 'printed',
    waitsFor: ['Mirosław Próbny', 'Joanna Przykładna'],
  })
  expect(await waits(danuta), 'the head reads no content').toBe(null)
})

test.each([
  ['without a social worker of the centre', { socialWorkerId: workerId('magda') }, 'no-social-worker'],
  ['of type B with two people', { type: 'B' }, 'one-person-in-b'],
  ['that ends before it starts', { to: addDays(today(), -1) }, 'ends-before-it-starts'],
  ['whose review lies outside', { reviewOn: addDays(today(), 200) }, 'review-outside'],
  [
    'that nobody is able to sign',
    { signatories: [signatory('karolina', { cannotDeclareWill: true })] },
    'nobody-can-sign',
  ],
])('a contract %s is not drawn up', async (_, more, code) => {
  expect((await drawUp(draft(more))).json).toMatchObject({ code })
})

test.each([
  ['a child for itself', () => signatory('kacper')],
  ['a guardian of nobody', () => signatory('miroslaw', { part: 'guardian' })],
  ['a guardian of themselves', () => guardian('miroslaw', 'miroslaw')],
  ['an adult for another adult', () => guardian('miroslaw', 'karolina')],
  ['a child for an adult', () => guardian('kacper', 'karolina')],
  ['a person in whose place a guardian signs', () => ({ ...guardian('karolina', 'kacper'), part: 'person' })],
])('nobody signs who may not: %s', async (_, wrong) => {
  expect((await drawUp(draft({ signatories: [signatory('karolina'), wrong()] }))).json).toMatchObject({
    status: 409,
    detail: expect.stringMatching(/pełnoletni/),
  })
})

test('who represents a child signs for it', async () => {
  const id = await drawnUp({ signatories: [guardian('karolina', 'kacper')] })
  expect((await contract(id)).signatures).toContainEqual(
    expect.objectContaining({ part: 'guardian', forPerson: 'Kacper Próbny' }),
  )
})

test('its words may be improved while it is a draft, and no longer once it is printed', async () => {
  const id = await drawnUp()
  const { possibilities, socialWorkerId, from, to, reviewOn } = draft()
  const words = { possibilities, socialWorkerId, from, to, reviewOn, mainGoal: 'Spokój od wierzycieli.' }
  const change = async () =>
    joanna('PATCH', `${contracts}/${id}`, {
      body: { ...words, causes: 'Długi.' },
      headers: { 'if-match': String((await contract(id)).version) },
    })
  expect((await change()).status).toBe(200)
  await print(id)
  expect((await change()).json).toMatchObject({ code: 'contract-already-printed' })
})

test('it is not printed while words that the law asks for are missing', async () => {
  const id = await drawnUp({ causes: '' })
  expect((await print(id)).json).toMatchObject({ code: 'words-missing' })
})

test('a field that nobody filled is asked for before printing, once: words, or that there is nothing to say', async () => {
  const id = await drawnUp({ saidNothing: [], type: 'A' })
  const { socialWorkerId, from, to, reviewOn, causes, possibilities, mainGoal } = draft()
  const change = async (more: object) => {
    const answered = await joanna('PATCH', `${contracts}/${id}`, {
      body: { socialWorkerId, from, to, reviewOn, causes, possibilities, mainGoal, ...more },
      headers: { 'if-match': String((await contract(id)).version) },
    })
    expect(answered.status, answered.text).toBe(200)
  }
  const unsaid = async () => expect((await print(id)).json).toMatchObject({ code: 'words-unsaid' })
  await unsaid()
  const limits = 'Dojazd zajmuje dwie godziny.'
  await change({ limits, saidNothing: ['barriers'] })
  await unsaid()
  await change({ limits, saidNothing: ['limits', 'barriers', 'effects'] })
  expect(await contract(id), 'where words stand there is something to say').toMatchObject({
    limits,
    saidNothing: ['barriers', 'effects'],
  })
  await change({ limits })
  expect((await print(id)).status).toBe(200)
  const amendment = await drawnUp({ amendsId: id, limits, saidNothing: undefined })
  expect(await contract(amendment), 'it is not asked twice').toMatchObject({
    saidNothing: ['barriers', 'effects'],
  })
})

test('with the print it may be said of what is empty still, by name', async () => {
  const id = await drawnUp({ saidNothing: ['limits'] })
  const one = await deed(id, 'print', { fileId: randomUUID(), saidNothing: ['barriers'] })
  expect(one.json).toMatchObject({ code: 'words-unsaid' })
  const all = await deed(id, 'print', { fileId: randomUUID(), saidNothing: ['barriers', 'effects'] })
  expect(all.status, all.text).toBe(200)
  expect(await contract(id)).toMatchObject({ saidNothing: ['limits', 'barriers', 'effects'] })
})

test('of a contract with one person its own fields are asked for, and none that its paper has not', async () => {
  const id = await drawnUp({
    type: 'B',
    saidNothing: ['limits', 'effects', 'education', 'skills', 'experience'],
    signatories: [signatory('karolina')],
  })
  expect((await print(id)).json).toMatchObject({ code: 'words-unsaid' })
  const whole = await drawnUp({
    type: 'B',
    saidNothing: ['limits', 'effects', 'education', 'skills', 'experience', 'earlierAttempts'],
    signatories: [signatory('karolina')],
  })
  expect((await print(whole)).status).toBe(200)
})

test('what the leading centre kept to itself is offered for its own contract and says so; what others kept is not', async () => {
  const kept = (key: string) =>
    app.rows<{ barriers: string }>(
      `update assessments.view set opened_at = null where scope_id = $1 and domain in ('income', 'education') and not by_family
         and institution_id = $2 returning barriers`,
      [family, institutionId(key)],
    )
  await app.rows('alter table assessments.view disable trigger user')
  const [[own], [others]] = [await kept('gops'), await kept('school')]
  await app.rows('alter table assessments.view enable trigger user')
  const { sources } = (await joanna('GET', `${contracts}/suggestion`)).json as {
    sources: { words: string; kept: boolean; taken: boolean }[]
  }
  expect(own!.barriers && others!.barriers).toBeTruthy()
  expect(sources).toContainEqual(expect.objectContaining({ words: own!.barriers, kept: true, taken: false }))
  expect(sources.map(({ words }) => words)).not.toContain(others!.barriers)
})

test('what is printed is named by the hash of its very bytes, and handed out as they were', async () => {
  const id = await drawnUp()
  expect((await print(id)).status).toBe(200)
  const { hash } = await contract(id)
  const form = await app.server.inject({
    method: 'GET',
    url: `${contracts}/${id}/form.pdf`,
    headers: { cookie: (await app.as('joanna')).cookie },
  })
  expect(createHash('sha256').update(form.rawPayload).digest('hex')).toBe(hash)
})

test('who coordinates and is the social worker too has one line to sign on paper', async () => {
  const id = await drawnUp()
  const { rawPayload } = await app.server.inject({
    url: `${contracts}/${id}/form.pdf`,
    headers: { cookie: (await app.as('joanna')).cookie },
  })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), { mergePages: true })
  const lines = text.slice(text.indexOf('Pouczenie i podpisy'))
  expect(lines.match(/Joanna Przykładna/g)).toHaveLength(1)
  for (const name of ['Karolina', 'Mirosław']) expect(lines).toContain(name)
})

test('what was printed is no paper for a partner, whatever one person agreed to', async () => {
  const id = await drawnUp()
  await print(id)
  const [{ file }] = (await app.rows<{ file: string }>(
    'select printed_file_id as file from contracts.social_contract where id = $1',
    [id],
  )) as [{ file: string }]
  const { ask: magda } = await app.as('magda')
  expect((await joanna('GET', `/api/files/${file}`)).status).toBe(200)
  expect((await magda('GET', `/api/files/${file}`)).status).toBe(404)
  const { items } = (await magda('GET', `/api/cases/${family}/timeline?limit=100`)).json as {
    items: { verb: string; subjectId: string }[]
  }
  expect(items.map(({ verb }) => verb)).toContain('team.accepted')
  expect(items.map(({ subjectId }) => subjectId)).not.toContain(file)
})

test('a print that nobody signed may be taken back; one that somebody signed may not', async () => {
  const id = await drawnUp()
  await print(id)
  expect((await deed(id, 'take-back')).status).toBe(200)
  expect(await contract(id)).toMatchObject({ state: 'draft', hash: null })
  await print(id)
  await sign(id, 'Karolina')
  expect((await deed(id, 'take-back')).json).toMatchObject({ code: 'somebody-signed' })
})

test('everybody signs the printed words, on a day that has come, in the app only for oneself', async () => {
  const id = await drawnUp()
  expect((await sign(id, 'Karolina')).json).toMatchObject({ code: 'not-printed-yet' })
  await print(id)
  expect((await sign(id, 'Karolina', 'paper', addDays(today(), 1))).json).toMatchObject({
    code: 'in-the-future',
  })
  expect((await sign(id, 'Karolina', 'in_app')).json).toMatchObject({ code: 'only-oneself-in-the-app' })
  expect((await sign(id, 'Karolina')).status).toBe(200)
  expect((await sign(id, 'Karolina')).json).toMatchObject({ code: 'already-signed' })
  expect((await sign(id, 'Joanna', 'in_app')).status).toBe(200)
  expect(await contract(id), 'one signature lacks').toMatchObject({ state: 'printed' })
  expect((await sign(id, 'Mirosław')).status).toBe(200)
  expect(await contract(id)).toMatchObject({ state: 'signed' })
})

test('who cannot declare their will is not waited for', async () => {
  const id = await drawnUp({
    signatories: [signatory('karolina'), signatory('stanislawa', { cannotDeclareWill: true })],
  })
  await print(id)
  await sign(id, 'Karolina')
  expect((await sign(id, 'Joanna', 'in_app')).status).toBe(200)
  expect(await contract(id)).toMatchObject({ state: 'signed' })
})

test('the head approves what somebody else drew up; with that the amended contract ends and a review is planned', async () => {
  const id = await drawnUp({ amendsId: approved })
  expect((await approve(id, danuta)).json).toMatchObject({ code: 'contract-not-signed' })
  await print(id)
  for (const name of ['Karolina', 'Mirosław', 'Joanna']) await sign(id, name)
  expect((await approve(id, joanna)).status, 'no head').toBe(404)
  const standIn = randomUUID()
  const given = await danuta('POST', '/api/institutions/mine/delegations', {
    body: { id: standIn, workerId: workerId('joanna'), part: 'stand_in', until: addDays(today(), 3) },
  })
  expect(given.status, given.text).toBe(200)
  expect((await approve(id, joanna)).json, 'standing in, who drew it up').toMatchObject({
    code: 'not-by-who-drew-it-up',
  })
  expect((await approve(id, danuta)).status).toBe(200)
  expect((await contract(id)).state).toBe('approved')
  expect((await contract(approved)).state).toBe('amended')
  expect((await everything()).reviews.filter(({ contractId }) => contractId === id)).toMatchObject([
    { due: addDays(today(), 60) },
  ])
  expect((await approve(id, danuta)).json, 'once').toMatchObject({ code: 'contract-not-signed' })
})
