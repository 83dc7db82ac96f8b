import { z } from 'zod'
import { day, endpoint, id, instant, withId } from '../platform/http/contract.ts'

/** Something in the standard's own shape; tests hold it to the standard's field tables. */
const entity = z.record(z.string(), z.unknown())
const page = z.object({
  total_items: z.int(),
  total_pages: z.int(),
  page_number: z.int(),
  size: z.int(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(entity),
})
const truth = z.enum(['true', 'false']).optional()
const pages = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  per_page: z.coerce.number().int().min(1).max(1000).default(50),
  search: z.string().trim().max(100).optional(),
  format: z.enum(['json']).optional(),
})
const ofServices = pages.extend({
  taxonomy_term_id: id.optional(),
  taxonomy_id: id.optional(),
  organization_id: id.optional(),
  modified_after: z.union([instant, day]).optional(),
  minimal: truth,
  full: truth,
  postcode: z
    .string()
    .regex(/^\d{2}-?\d{3}$/)
    .optional(),
  proximity: z.coerce.number().int().min(1).max(300_000).optional().describe('Metres from the postcode.'),
})

const open = { method: 'GET', who: 'anybody' } as const

/** What is public of the directory, in the standard Open Referral HSDS 3.0. */
export const hsdsContract = {
  hsds: endpoint({
    ...open,
    path: '/hsds/v3',
    summary: 'Which standard this is (Open Referral HSDS 3.0).',
    answer: z.object({ version: z.string(), profile: z.string(), openapi_url: z.string() }),
  }),
  hsdsServices: endpoint({
    ...open,
    path: '/hsds/v3/services',
    summary: 'HSDS: services, page by page; what must not be found is not here.',
    query: ofServices,
    answer: page,
  }),
  hsdsService: endpoint({
    ...open,
    path: '/hsds/v3/services/:id',
    summary: 'HSDS: one service with everything of it.',
    params: withId,
    answer: entity,
  }),
  hsdsOrganizations: endpoint({
    ...open,
    path: '/hsds/v3/organizations',
    summary: 'HSDS: organizations that give a service.',
    query: pages.extend({ full: truth, full_service: truth }),
    answer: page,
  }),
  hsdsOrganization: endpoint({
    ...open,
    path: '/hsds/v3/organizations/:id',
    summary: 'HSDS: one organization.',
    params: withId,
    answer: entity,
  }),
  hsdsPlaces: endpoint({
    ...open,
    path: '/hsds/v3/service_at_locations',
    summary: 'HSDS: services at their locations.',
    query: ofServices,
    answer: page,
  }),
  hsdsPlace: endpoint({
    ...open,
    path: '/hsds/v3/service_at_locations/:id',
    summary: 'HSDS: one service at one location.',
    params: withId,
    answer: entity,
  }),
  hsdsTaxonomies: endpoint({
    ...open,
    path: '/hsds/v3/taxonomies',
    summary: 'HSDS: the taxonomy of kinds of services.',
    query: pages,
    answer: page,
  }),
  hsdsTaxonomy: endpoint({
    ...open,
    path: '/hsds/v3/taxonomies/:id',
    summary: 'HSDS: one taxonomy.',
    params: withId,
    answer: entity,
  }),
  hsdsTerms: endpoint({
    ...open,
    path: '/hsds/v3/taxonomy_terms',
    summary: 'HSDS: kinds of services and their groups.',
    query: pages.extend({ taxonomy_id: id.optional(), top_only: truth, parent_id: id.optional() }),
    answer: page,
  }),
  hsdsTerm: endpoint({
    ...open,
    path: '/hsds/v3/taxonomy_terms/:id',
    summary: 'HSDS: one kind of service.',
    params: withId,
    answer: entity,
  }),
}

export type OfServices = z.output<typeof ofServices>
export type OfPages = z.output<typeof pages>
