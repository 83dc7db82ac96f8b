import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { idOf } from '../../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../../proof/app.ts'
import { endpointsTold } from '../../proof/endpoints.ts'
import type { Schema } from '../../proof/examples.ts'

// What the API says of itself, and that it holds to it.

let app: PracticeApp
let joanna: Ask
let danuta: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  danuta = (await app.as('danuta')).ask
})
afterAll(() => app.stop())

type Operation = {
  security?: object[]
  parameters?: { in: string; name: string; required: boolean }[]
  requestBody?: { content: object }
  responses: Record<string, { description: string; content: Record<string, { schema: { $ref?: string } }> }>
}
const household = () => `/api/households/${idOf('probni/household')}`

describe('the description', () => {
  const told = async (method: string, path: string) => {
    const { json } = await joanna('GET', '/api/openapi.json')
    const document = json as unknown as {
      paths: Record<string, Record<string, Operation>>
      security: object[]
      components: { securitySchemes: object; schemas: object }
    }
    return { document, operation: document.paths[path]![method]! }
  }
  const headersOf = ({ parameters = [] }: Operation) =>
    parameters
      .filter((each) => each.in === 'header')
      .map(({ name, required }) => (required ? name : `${name}?`))

  test('says who is let in: by the session, or anybody', async () => {
    const { document, operation } = await told('get', '/api/session')
    expect(document.security).toEqual([{ session: [] }])
    expect(document.components.securitySchemes).toMatchObject({
      session: { type: 'apiKey', in: 'cookie', name: expect.stringContaining('splot') },
    })
    expect(operation.security).toBeUndefined()
    const invitation = await told('get', '/api/invitation/{token}')
    expect(invitation.operation.security).toEqual([])
  })

  test('says of each operation how problems are told, and which are its own', async () => {
    const { document, operation } = await told('post', '/api/households/{id}/people')
    expect(document.components.schemas).toMatchObject({
      Problem: { required: ['status', 'code', 'title', 'detail'] },
    })
    expect(operation.responses.default!.description).toContain('pesel-lives-here')
    for (const methods of Object.values(document.paths))
      for (const each of Object.values(methods))
        expect(each.responses.default!.content['application/problem+json']!.schema.$ref).toBe(
          '#/components/schemas/Problem',
        )
  })

  test('says where a key and a version are taken, and where a version is needed', async () => {
    const of = async (method: string, path: string) => headersOf((await told(method, path)).operation)
    expect(await of('get', '/api/households/{id}')).toEqual(['Acting-As?'])
    expect(await of('post', '/api/households/{id}/people')).toEqual(['Acting-As?', 'Idempotency-Key?'])
    expect(await of('patch', '/api/households/{id}')).toEqual(['Acting-As?', 'Idempotency-Key?', 'If-Match'])
    expect(await of('put', '/api/households/{id}/address')).toContain('If-Match?')
    const body = { label: 'Próbni' }
    expect((await joanna('PATCH', household(), { body })).json).toMatchObject({ code: 'version-needed' })
  })

  test('says that a file comes in a form', async () => {
    const { operation } = await told('post', '/api/scopes/{scopeId}/files')
    expect(Object.keys(operation.requestBody!.content)).toEqual(['multipart/form-data'])
  })
})

describe('a code', () => {
  /** Where bodies take a code of no list: who reads it refuses it at its field itself. */
  const free = [
    'consents.recordBasis',
    'referrals.answerPoint',
    'referrals.withdraw',
    'referrals.guestAnswers',
  ]

  test('is one of its list, as the description says, or refused at its field', async () => {
    const open = endpointsTold(app.server)
      .filter(({ body }) => body && holds(body, ({ pattern }) => pattern === '^[a-z][a-z0-9_]{0,60}$'))
      .map(({ name }) => name)
    expect(open).toEqual(free)
    const listed = endpointsTold(app.server).find(({ name }) => name === 'households.addRelation')!
    expect(listed.body!.properties!.kind!.enum).toContain('mother')
    const [one, other] = await app.rows<{ id: string }>(
      'select person_id as id from households.member where household_id = $1 limit 2',
      [idOf('probni/household')],
    )
    const related = (more: object) =>
      joanna('POST', `${household()}/relations`, {
        body: { id: randomUUID(), personId: one!.id, toPersonId: other!.id, kind: 'sibling', ...more },
      })
    for (const field of ['kind', 'authority'])
      expect((await related({ [field]: 'nobody_knows' })).json).toMatchObject({ status: 400, field })
  })

  test('of a commune that is none is refused at its field', async () => {
    const changed = await joanna('PATCH', household(), {
      body: { label: 'Próbni', commune: '9999999' },
      headers: { 'if-match': '1' },
    })
    expect(changed.json).toMatchObject({ status: 400, code: 'unknown-commune', field: 'commune' })
    const founded = await danuta('POST', '/api/partnerships', {
      body: {
        id: randomUUID(),
        membershipId: randomUUID(),
        name: 'Zmyślone Partnerstwo',
        variant: 'rural',
        area: ['9999999'],
      },
    })
    expect(founded.json).toMatchObject({ status: 400, field: expect.stringMatching(/area|variant/) })
  })
})

const holds = (schema: Schema, is: (each: Schema) => boolean): boolean =>
  is(schema) ||
  [
    ...Object.values(schema.properties ?? {}),
    schema.items,
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ].some((inner) => inner && holds(inner, is))

test('a word of a query that nobody knows is named', async () => {
  const asked = await joanna('GET', '/api/territory/communes?name=oksa&limt=5')
  expect(asked.json).toMatchObject({
    status: 400,
    fields: [{ field: 'limt', message: 'Nie znamy tego pola.' }],
  })
})
