import type { FastifyInstance } from 'fastify'
import { deedsProofs } from './deeds.ts'
import { exampleOf, type Schema } from './examples.ts'

type Parameter = { name: string; in: string; required?: boolean; schema: Schema }

/** An endpoint as the OpenAPI document tells of it. */
export type Told = {
  name: string
  method: string
  /** With names in braces: `/api/cases/{id}`. */
  path: string
  /** The names in the path, each with the segment before it: `cases` for `{id}` above. */
  ids: { name: string; of: string; schema: Schema }[]
  query: Parameter[]
  body: Schema | undefined
}

/** `npm test -- <slice>` tries the endpoints of that slice alone. */
const slice = process.env.SPLOT_SLICE

/** How many of a kind must have been tried at least, when all are. */
export const atLeast = (count: number) => (slice ? 0 : count)

/** Every endpoint of the app, as its OpenAPI document tells. */
export function endpointsTold(server: FastifyInstance): Told[] {
  const paths = server.swagger().paths as unknown as Record<string, Record<string, Operation>>
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const parameters = operation.parameters ?? []
      return {
        name: operation.operationId,
        method: method.toUpperCase(),
        path,
        ids: [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(([, of, name]) => ({
          name: name!,
          of: of!,
          schema: parameters.find((each) => each.in === 'path' && each.name === name)!.schema,
        })),
        query: parameters.filter((each) => each.in === 'query'),
        body: operation.requestBody?.content['application/json']?.schema,
      }
    }),
  )
  return slice ? told.filter(({ name }) => name.startsWith(`${slice}.`)) : told
}

type Operation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** The address of an endpoint with these values in its path. */
export const addressOf = ({ path }: Told, values: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]!))

/** The same with a query that the endpoint takes; words that are searched for are `wanted`. */
export function withQuery(endpoint: Told, address: string, wanted = 'Anna'): string {
  const given = endpoint.query
    .filter(
      ({ required, schema }) => required || (schema.type === 'string' && !schema.format && isFree(schema)),
    )
    .filter(({ name }) => name !== 'after')
    .map(({ name, schema }) => [name, isFree(schema) ? wanted : String(exampleOf(schema))])
  return given.length ? `${address}?${new URLSearchParams(given)}` : address
}

const isFree = ({ pattern, format, enum: choice, type }: Schema) =>
  type === 'string' && !format && !choice && (!pattern || new RegExp(pattern, 'u').test('Dwa słowa'))

const proofs = await deedsProofs()
const gathered = (of: 'ofFamily' | 'ofPartnership' | 'open'): Record<string, string> =>
  Object.assign({}, ...proofs.map(({ ids }) => ids?.[of]))

/** Where the ids in addresses lie, by the segment before them: SQL over a case ($1) of the practice world. */
export const idsOfFamily = gathered('ofFamily')
/** The same for what belongs to a partnership ($1) and its institutions. */
export const idsOfPartnership = gathered('ofPartnership')
/** Names in addresses that are nobody's secret, each with an example. */
export const openNames = gathered('open')
/** What a rule of a body demands beyond its shape, by endpoint. */
export const bodies: Record<string, object> = Object.assign({}, ...proofs.map((proof) => proof.bodies))
/** Puts in what the practice family has none of, as its people would. */
export const putInWhatLacks = async (...given: Parameters<NonNullable<(typeof proofs)[number]['lacking']>>) =>
  (await Promise.all(proofs.map((proof) => proof.lacking?.(...given) ?? []))).flat()
