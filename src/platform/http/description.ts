import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { sessionCookie } from '../identity/session-token.ts'
import type { Endpoint } from './contract.ts'
import { isDeed } from './once.ts'
import type { Route } from './routes-of.ts'

/** How the API describes itself: OpenAPI 3.1, each operation made of its contract. */
export function description(routes: Route[], url: string): FastifyDynamicSwaggerOptions {
  const endpoints = new Map(routes.map(({ name, endpoint }) => [name, endpoint]))
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Splot',
        version: '1',
        description: 'What the web app of Splot asks and does.',
      },
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: sessionCookie(url),
            description:
              'The session of whoever signed in. A deed also says where it comes from: a browser by itself (`Sec-Fetch-Site`), a program in `Origin`.',
          },
        },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (made) => {
      if (!('openapiObject' in made)) return made.swaggerObject
      const { openapiObject: document } = made
      for (const methods of Object.values(document.paths ?? {}))
        for (const operation of Object.values(methods as Record<string, Operation>)) {
          const endpoint = endpoints.get(operation.operationId)
          if (endpoint) Object.assign(operation, told(endpoint, operation))
        }
      return { ...document, components: { ...document.components, schemas: { Problem: problem } } } as never
    },
  }
}

type Operation = { operationId: string; parameters?: object[]; responses?: object }

/** What a contract says of its operation besides the shapes. */
const told = (endpoint: Endpoint, { parameters = [], responses }: Operation) => ({
  ...((endpoint.who === 'anybody' || endpoint.who === 'guest') && { security: [] }),
  ...(endpoint.upload && { requestBody: aFile }),
  parameters: [...parameters, ...headersOf(endpoint)],
  responses: {
    ...responses,
    default: {
      description: `What did not work, as a problem (RFC 9457). ${
        endpoint.problems
          ? `Codes of its own: ${endpoint.problems.join(', ')}.`
          : 'It has no codes of its own.'
      }`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  ...(endpoint.problems && { 'x-problems': endpoint.problems }),
})

const header = (name: string, required: boolean, description: string, schema: object) => ({
  in: 'header',
  name,
  required,
  description,
  schema: { type: 'string', ...schema },
})

const headersOf = (endpoint: Endpoint) => [
  ...(endpoint.who === undefined || endpoint.who === 'worker'
    ? [
        header(
          'Acting-As',
          false,
          'The worker in whose name it is asked, of those that the person is; else the one chosen last. 409 acting-as-another when they work there no more.',
          { format: 'uuid' },
        ),
      ]
    : []),
  ...(isDeed(endpoint)
    ? [
        header(
          'Idempotency-Key',
          false,
          'Sent again with the same key a deed is done once and answers with the same ids: 409 key-used-otherwise when the key came with something else.',
          { pattern: '^[A-Za-z0-9_-]{8,100}$' },
        ),
      ]
    : []),
  ...(endpoint.version
    ? [
        header(
          'If-Match',
          endpoint.version === 'needed',
          `The \`version\` that the change starts from${
            endpoint.version === 'needed' ? ' (428 version-needed without it)' : ''
          }: 409 changed-meanwhile, with how it is now in \`current\`, when it is another by then.`,
          { pattern: '^(W/)?"?[0-9]{1,9}"?$' },
        ),
      ]
    : []),
]

const aFile = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    },
  },
}

const words = { type: 'string' }
const problem = {
  type: 'object',
  required: ['status', 'code', 'title', 'detail'],
  properties: {
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: {
      ...words,
      description:
        'Stable. Of any operation: not-signed-in (401), no-work, factor-needed, foreign-origin (403), not-found (404, also for what one may not see), not-allowed (409), too-large (413), invalid, invalid-field, unreadable (400), too-many, enough-today (429), internal (500), unavailable, crowded (503), full (507).',
    },
    title: { ...words, description: 'For a person, in their language.' },
    detail: { ...words, description: 'What to do about it.' },
    field: { ...words, description: 'The first field that it is about: `items.0.due`.' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: words, message: words },
      },
    },
    current: { type: 'object', description: 'How the record is now, when it changed meanwhile.' },
  },
}
