import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// On the practice family Próbni: Joanna coordinates, Marta is her colleague at the centre and not on the team, Magda
// (school) is on the team with consents, Danuta heads the centre and administers the installation.

const family = idOf('probni/case')
const responses = `/api/scopes/${family}/responses`
let app: PracticeApp
const people: Record<string, Ask> = {}
let opinion: string

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  for (const key of ['joanna', 'marta', 'magda', 'danuta']) people[key] = (await app.as(key)).ask
  const { json } = await people.joanna!('GET', '/api/questionnaires')
  opinion = (json as { id: string; url: string }[]).find(({ url }) => url.endsWith('family-opinion'))!.id
})
afterAll(() => app.stop())

const begun = async (by = 'joanna') => {
  const id = randomUUID()
  const answered = await people[by]!('POST', responses, { body: { id, questionnaireId: opinion } })
  return { id, answered }
}
const kept = (by: string, id: string, status: string, item: unknown[], version = 1) =>
  people[by]!('PUT', `${responses}/${id}`, {
    body: { status, item },
    headers: { 'if-match': String(version) },
  })
const day = { linkId: 'given', item: [{ linkId: 'given.day', answer: [{ valueDate: '2026-11-24' }] }] }
const how = { linkId: 'given.how', answer: [{ valueCoding: { code: 'together' } }] }
const heard = { linkId: 'how.heard', answer: [{ valueCoding: { code: 'yes' } }] }
const seenBy = async (by: string, id: string) => (await people[by]!('GET', `${responses}/${id}`)).status

describe('filling a questionnaire in', () => {
  test('is begun, put aside and finished; its sum is shown beside the answers', async () => {
    const { id, answered } = await begun()
    expect(answered.status, answered.text).toBe(200)
    expect((await kept('joanna', id, 'in-progress', [heard])).status).toBe(200)
    const finished = await kept('joanna', id, 'completed', [day, how, heard], 2)
    expect(finished.status, finished.text).toBe(200)
    const { json } = await people.joanna!('GET', `${responses}/${id}`)
    expect(json).toMatchObject({
      status: 'completed',
      mine: true,
      score: { sum: 3, most: 21 },
      item: [
        {
          linkId: 'given',
          text: 'Rozmowa',
          item: [{ linkId: 'given.day', answer: [{ valueDate: '2026-11-24' }] }, { linkId: 'given.how' }],
        },
        { linkId: 'how' },
      ],
    })
  })

  test('is not finished while something required is missing; each question is named', async () => {
    const { id } = await begun()
    const refused = await kept('joanna', id, 'completed', [heard])
    expect(refused.status).toBe(400)
    expect(refused.json).toMatchObject({
      code: 'answers-do-not-fit',
      fields: [{ field: 'given.day' }, { field: 'given.how', message: 'Odpowiedz na to pytanie.' }],
    })
  })

  test('takes no answer that is not among the options, even while it is put aside', async () => {
    const { id } = await begun()
    const wrong = { linkId: 'how.heard', answer: [{ valueCoding: { code: 'excellent' } }] }
    expect((await kept('joanna', id, 'in-progress', [wrong])).json).toMatchObject({
      code: 'answers-do-not-fit',
      fields: [{ field: 'how.heard' }],
    })
  })

  test('goes only onwards: what is finished is amended, and the earlier answers stay in the journal', async () => {
    const { id } = await begun()
    await kept('joanna', id, 'completed', [day, how])
    expect((await kept('joanna', id, 'in-progress', [day, how], 2)).json).toMatchObject({
      code: 'already-finished',
    })
    expect((await kept('joanna', id, 'amended', [day, how, heard], 2)).status).toBe(200)
    const [entry] = await app.rows<{ fields: string[] }>(
      `select fields from journal.entry where subject_id = $1 and verb = 'questionnaire.amended'`,
      [id],
    )
    expect(entry!.fields).toEqual(['title', 'earlier'])
  })

  test('of a version that somebody changed meanwhile answers with how it is now', async () => {
    const { id } = await begun()
    await kept('joanna', id, 'in-progress', [heard])
    expect((await kept('joanna', id, 'in-progress', [], 1)).json).toMatchObject({
      code: 'changed-meanwhile',
      current: { version: 2 },
    })
  })

  test('that was only begun may be thrown away', async () => {
    const { id } = await begun()
    expect((await people.joanna!('DELETE', `${responses}/${id}`)).status).toBe(200)
    expect(await seenBy('joanna', id)).toBe(404)
  })
})

describe('a questionnaire that was filled in, as a file', () => {
  test('is one FHIR QuestionnaireResponse, for whoever reads it', async () => {
    const { id } = await begun()
    await kept('joanna', id, 'completed', [day, how, heard])
    const file = await people.joanna!('GET', `${responses}/${id}/response.json`)
    expect(file.headers['content-type']).toBe('application/fhir+json')
    const response = JSON.parse(file.text)
    expect(response).toMatchObject({
      resourceType: 'QuestionnaireResponse',
      id,
      questionnaire: expect.stringMatching(/^urn:splot:questionnaire:family-opinion\|\d/),
      status: 'completed',
      authored: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      item: [
        { linkId: 'given', item: [{ linkId: 'given.day', answer: [{ valueDate: '2026-11-24' }] }, {}] },
        { linkId: 'how', item: [{ linkId: 'how.heard', answer: [{ valueCoding: { code: 'yes' } }] }] },
      ],
    })
    expect((await people.danuta!('GET', `${responses}/${id}/response.json`)).status).toBe(404)
    const again = randomUUID()
    await people.joanna!('POST', responses, { body: { id: again, questionnaireId: opinion } })
    expect((await kept('joanna', again, 'completed', response.item)).status, 'is taken as it was given').toBe(
      200,
    )
  })
})

describe('who reads and writes it', () => {
  test('what is not finished is its author’s alone; finished, it is of those who hold the whole file', async () => {
    await people.joanna!('POST', `/api/cases/${family}/team`, {
      body: { people: [{ id: randomUUID(), workerId: (await app.as('marta')).workerId }] },
    })
    const [invitation] = await app.rows<{ id: string }>(
      `select id from cases.team_member where case_id = $1 and worker_id = $2 and answer is null`,
      [family, (await app.as('marta')).workerId],
    )
    const { id } = await begun()
    await kept('joanna', id, 'in-progress', [day, how])
    expect(await seenBy('marta', id), 'invited').toBe(404)
    await people.marta!('POST', `/api/invitations/${invitation!.id}/answer`, { body: { answer: 'accepted' } })
    expect(await seenBy('marta', id), 'on the team, while it is being written').toBe(404)
    await kept('joanna', id, 'completed', [day, how], 2)
    expect(await seenBy('marta', id), 'finished').toBe(200)
    expect((await kept('marta', id, 'amended', [day, how], 3)).status, 'neither author nor coordinator').toBe(
      403,
    )
  })

  test('a partner with a basis for everybody does not read what speaks of everybody, and fills nothing in', async () => {
    await app.rows(
      `insert into access.granted (scope_id, worker_id, about_id, classes, valid, because, rule)
       values ($1, $2, $1, '{file}', '{(,)}', '{"reason": "basis"}', 'cases.grants_by_basis')`,
      [family, workerId('magda')],
    )
    const { id } = await begun()
    await kept('joanna', id, 'completed', [day, how])
    expect(await seenBy('magda', id)).toBe(404)
    expect((await people.magda!('GET', responses)).json).toEqual([])
    expect((await kept('joanna', id, 'amended', [day, how, heard], 2)).status).toBe(200)
    const verbs = async (by: string) =>
      (
        (await people[by]!('GET', `/api/cases/${family}/timeline?limit=100`)).json as {
          items: { verb: string }[]
        }
      ).items.map(({ verb }) => verb)
    expect(await verbs('joanna')).toContain('questionnaire.amended')
    const told = await verbs('magda')
    expect(told, 'the shared file is open to the school').toContain('basket.frozen')
    expect(told.filter((verb) => verb.startsWith('questionnaire.'))).toEqual([])
    expect((await begun('magda')).answered.status).toBe(409)
  })

  test('the head who is not on the team sees none', async () => {
    expect((await people.danuta!('GET', responses)).json).toEqual([])
    expect((await begun('danuta')).answered.status).toBe(404)
  })

  test('the coordinator amends what a colleague filled in', async () => {
    const { id, answered } = await begun('marta')
    expect(answered.status, answered.text).toBe(200)
    await kept('marta', id, 'completed', [day, how])
    expect((await kept('joanna', id, 'amended', [day, how, heard], 2)).status).toBe(200)
  })
})

describe('questionnaires from elsewhere', () => {
  const brought = (version: string, more: object = {}) => ({
    questionnaire: {
      resourceType: 'Questionnaire',
      url: 'urn:zmyslone:sad',
      version,
      title: 'Zmyślona ankieta o sadzie',
      status: 'active',
      item: [{ linkId: 'trees', type: 'integer', text: 'Ile drzew?' }],
      ...more,
    },
  })
  const administration = '/api/administration/questionnaires'

  test('are looked at, taken in and handed out by the administrator; to others the place does not exist', async () => {
    for (const path of [administration, `${administration}/preview`])
      expect((await people.joanna!('POST', path, { body: brought('1') })).status).toBe(404)
    const preview = await people.danuta!('POST', `${administration}/preview`, { body: brought('1') })
    expect(preview.json).toMatchObject({ title: 'Zmyślona ankieta o sadzie', obstacles: [], leftOut: [] })
    expect((await people.danuta!('POST', administration, { body: brought('1') })).status).toBe(200)
    expect((await people.danuta!('POST', administration, { body: brought('1') })).json).toMatchObject({
      code: 'version-is-here',
    })
    const all = (await people.joanna!('GET', '/api/questionnaires')).json as { id: string; url: string }[]
    const { id } = all.find(({ url }) => url === 'urn:zmyslone:sad')!
    const file = await people.joanna!('GET', `/api/questionnaires/${id}/questionnaire.json`)
    expect(JSON.parse(file.text)).toEqual(brought('1').questionnaire)
  })

  test('are asked for what names them where the file does not, and taken in with it', async () => {
    const { url, version, status, ...unnamed } = brought('1').questionnaire
    const body = { questionnaire: { ...unnamed, title: 'Zmyślona ankieta o polu' } }
    const preview = await people.danuta!('POST', `${administration}/preview`, { body })
    expect(preview.json).toMatchObject({
      title: 'Zmyślona ankieta o polu',
      version: null,
      missing: ['url', 'version', 'status'],
      items: [{ linkId: 'trees' }],
      obstacles: [],
    })
    expect((await people.danuta!('POST', administration, { body })).json).toMatchObject({
      status: 400,
      code: 'not-named',
      field: 'url',
    })
    const named = { ...body, url: 'urn:zmyslone:pole', version, status }
    expect(
      (await people.danuta!('POST', administration, { body: { ...named, url: 'urn:z|2' } })).json,
    ).toMatchObject({
      status: 400,
      field: 'url',
    })
    expect((await people.danuta!('POST', administration, { body: named })).status).toBe(200)
    const all = (await people.joanna!('GET', '/api/questionnaires')).json as { url: string }[]
    expect(all.find(({ url }) => url === 'urn:zmyslone:pole')).toMatchObject({
      version: '1',
      status: 'active',
    })
  })

  test('are answered without anything being dropped: each answer that does not fit is named', async () => {
    const questionnaire = {
      ...brought('1').questionnaire,
      url: 'urn:zmyslone:ile',
      item: [
        { linkId: 'ile', type: 'integer', text: 'Ile?' },
        { linkId: 'uwagi', type: 'string', text: 'Uwagi?' },
      ],
    }
    await people.danuta!('POST', administration, { body: { questionnaire } })
    const all = (await people.joanna!('GET', '/api/questionnaires')).json as { id: string; url: string }[]
    const id = randomUUID()
    await people.joanna!('POST', responses, {
      body: { id, questionnaireId: all.find(({ url }) => url === 'urn:zmyslone:ile')!.id },
    })
    const refused = await kept('joanna', id, 'in-progress', [
      { linkId: 'ile', answer: [{ valueDecimal: 3 }] },
      { linkId: 'uwagi', answer: [{ valueString: 'pierwsza' }] },
      { linkId: 'uwagi', answer: [{ valueString: 'druga' }] },
    ])
    expect(refused.json).toMatchObject({
      status: 400,
      code: 'answers-do-not-fit',
      fields: [{ field: 'ile' }, { field: 'uwagi' }],
    })
  })

  test('outside of what Splot understands are refused, with the path to the item', async () => {
    const odd = brought('2', { item: [{ linkId: 'photo', type: 'attachment', text: 'Zdjęcie sadu' }] })
    const preview = await people.danuta!('POST', `${administration}/preview`, { body: odd })
    expect(preview.json).toMatchObject({
      title: null,
      obstacles: [{ path: 'item[0].type', problem: 'type-outside' }],
    })
    expect((await people.danuta!('POST', administration, { body: odd })).json).toMatchObject({
      code: 'not-understood',
    })
  })

  test('an older version is no longer filled in, and stays readable where it was', async () => {
    const inUse = async () =>
      (
        (await people.joanna!('GET', '/api/questionnaires')).json as {
          id: string
          url: string
          version: string
          newest: boolean
        }[]
      ).filter(({ url }) => url === 'urn:zmyslone:sad')
    const [first] = await inUse()
    const id = randomUUID()
    await people.joanna!('POST', responses, { body: { id, questionnaireId: first!.id } })
    await kept('joanna', id, 'completed', [{ linkId: 'trees', answer: [{ valueInteger: 3 }] }])
    await people.danuta!('POST', administration, { body: brought('2') })
    expect((await inUse()).filter(({ newest }) => newest).map(({ version }) => version)).toEqual(['2'])
    const again = await people.joanna!('POST', responses, {
      body: { id: randomUUID(), questionnaireId: first!.id },
    })
    expect(again.json).toMatchObject({ code: 'not-in-use' })
    expect(await seenBy('joanna', id)).toBe(200)
  })
})
