import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { todayInPoland } from '../platform/deadlines/today.ts'

/** A JSON schema as far as our contracts use it. */
export type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}

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

/** A value that a schema takes; with `all`, also what may be left out. Ids in it are new ones. */
export function exampleOf(schema: Schema, all = false): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.find((each) => each.type !== 'null')
  if (choice) return exampleOf(choice, all)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => all || schema.required?.includes(name))
          .map(([name, each]) => [name, exampleOf(each, all)]),
      )
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, all ? 1 : 0) }, () =>
        exampleOf(schema.items ?? {}, all),
      )
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'boolean':
      return true
    case 'string':
      return stringFor(schema)
    default:
      return {}
  }
}

function stringFor({ format, pattern, minLength = 0, maxLength }: Schema): string {
  if (format === 'uuid') return randomUUID()
  if (format === 'date') return todayInPoland()
  if (format === 'date-time') return new Date().toISOString()
  if (format === 'email') return `nikt-${randomUUID()}@cwiczenia.example`
  const candidates = [
    'Zupełnie zmyślone słowa',
    'other',
    '2602052',
    '26',
    'pl',
    'A'.repeat(43),
    'Zupełnie zmyślone słowa. '.repeat(20),
  ]
  const fitting = candidates.find(
    (each) =>
      each.length >= minLength &&
      each.length <= (maxLength ?? 1000) &&
      (!pattern || new RegExp(pattern, 'u').test(each)),
  )
  if (fitting === undefined) throw new Error(`no example for the pattern ${pattern}`)
  return fitting
}

/** Where the ids in addresses lie, by the segment before them: SQL over a case ($1) of the practice world. */
export const idsOfFamily: Record<string, string> = {
  cases: 'select $1::uuid as id',
  scopes: 'select $1::uuid as id',
  households: 'select household_id as id from cases."case" where id = $1',
  people: `select person_id as id from households.member where household_id in (select household_id from cases."case" where id = $1)`,
  members: `select id from households.member where household_id in (select household_id from cases."case" where id = $1)`,
  relations: `select id from households.relation where household_id in (select household_id from cases."case" where id = $1)`,
  'contact-ways': `select id from households.contact_way where household_id in (select household_id from cases."case" where id = $1)`,
  concerns: 'select id from concerns.concern where case_id = $1',
  invitations: `select id from cases.team_member where case_id = $1 order by answer is not null`,
  team: 'select id from cases.team_member where case_id = $1',
  handovers: 'select id from cases.handover where case_id = $1',
  exclusions: 'select id from cases.exclusion where case_id = $1',
  entries: 'select id from journal.entry where scope_id = $1 order by id',
  'entry-requests': 'select id from timeline.entry_request where scope_id = $1',
  contacts: 'select id from contacts.contact where scope_id = $1',
  bases: 'select id from consents.basis where scope_id = $1',
  assessments: 'select id from assessments.assessment where scope_id = $1',
  views: 'select id from assessments.view where scope_id = $1',
  agreed: 'select id from assessments.agreed where scope_id = $1',
  goals: 'select id from baskets.goal where scope_id = $1',
  items: 'select id from baskets.item where scope_id = $1',
  'asked-items': 'select id from baskets.item where scope_id = $1',
  asks: 'select subject_id as id from asks.ask where scope_id = $1',
  plans: 'select id from contracts.cooperation_plan where scope_id = $1',
  contracts: 'select id from contracts.social_contract where scope_id = $1',
  signatures: 'select id from contracts.signature where scope_id = $1',
  reviews: 'select id from contracts.review where scope_id = $1',
  tasks: 'select id from worklist.task where scope_id = $1',
  responses: 'select id from questionnaires.response where scope_id = $1',
  records: 'select id from oversight.record where scope_id = $1',
  files: 'select id from files.file where scope_id = $1',
}

/** The same for what belongs to a partnership ($1) and its institutions. */
export const idsOfPartnership: Record<string, string> = {
  partnerships: 'select $1::uuid as id',
  memberships: 'select id from partnerships.membership where partnership_id = $1 order by id',
  agreements: 'select id from partnerships.agreement where partnership_id = $1',
  'lead-offers': 'select id from partnerships.lead_offer where partnership_id = $1',
  appointments: `select a.id from partnerships.appointment a join partnerships.membership m on m.id = membership_id where partnership_id = $1 order by a.id`,
  rules: 'select id from partnerships.rules_of_work where partnership_id = $1',
  institutions: `select leading_institution_id as id from partnerships.partnership where id = $1`,
  workers: `select w.id from institutions.worker w join partnerships.partnership p on p.leading_institution_id = w.institution_id where p.id = $1 order by w.id`,
  delegations: `select d.id from institutions.delegation d join partnerships.partnership p on p.leading_institution_id = d.institution_id where p.id = $1`,
  'factor-resets': `select r.id from institutions.factor_reset r join partnerships.partnership p on p.leading_institution_id = r.institution_id where p.id = $1`,
}

/** Names in addresses that are nobody's secret, each with an example. */
export const openNames: Record<string, string> = {
  communes: '2602052',
  documents: 'invitation',
  drafts: 'zgloszenie',
  questionnaires: '00000000-0000-4000-8000-000000000000',
  // A session and an invitation's token are their owner's own: tested with sign-in and with workers.
  all: '00000000-0000-4000-8000-000000000000',
  invitation: 'A'.repeat(43),
}
