import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/open.ts'
import { notFound } from '../platform/http/problem.ts'
import { asAnybody } from './as-anybody.ts'
import type { OfPages, OfServices } from './hsds-contract.ts'
import * as shape from './hsds-shapes.ts'

type Entity = Record<string, unknown>

async function one(database: Database, question: RawBuilder<{ item: Entity }>): Promise<Entity> {
  const [found] = await asAnybody(database, question)
  if (!found) throw notFound()
  return found.item
}

/** A page in the standard's envelope. `all`: rows with `item`, their `place` in the order, and `id`. */
async function pageOf(database: Database, { page, per_page: size }: OfPages, all: RawBuilder<unknown>) {
  const [found] = await asAnybody(
    database,
    sql<{ total: number; contents: Entity[] }>`
      with every as (${all}), page as (select * from every order by place, id limit ${size} offset ${(page - 1) * size})
      select (select count(*)::int from every) as total, coalesce((select jsonb_agg(item order by place, id) from page), '[]') as contents`,
  )
  const { total, contents } = found!
  return {
    total_items: total,
    total_pages: Math.ceil(total / size),
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page * size >= total,
    empty: contents.length === 0,
    contents,
  }
}

const isTrue = (said: 'true' | 'false' | undefined) => said === 'true'
const withWords = (column: RawBuilder<unknown>, search: string | undefined) =>
  search ? sql`${column} like '%' || splot.sought(${search}) || '%'` : sql`true`

/** The middle of the places with a postcode, which nobody else is asked for; where there is none, of those whose code begins alike. */
const near = (postcode: string | undefined, metres: number | undefined) => {
  if (!postcode) return sql`true`
  const code = postcode.includes('-') ? postcode : `${postcode.slice(0, 2)}-${postcode.slice(2)}`
  const middle = sql`(select avg(m.latitude) as lat, avg(m.longitude) as lon from directory.service_at_location m where not m.confidential and starts_with(m.postal_code, (
    select left(${code}, g.length) from generate_series(6, 4, -1) g (length)
    where exists (select from directory.service_at_location k where not k.confidential and starts_with(k.postal_code, left(${code}, g.length))) order by g.length desc limit 1)))`
  return metres
    ? sql`exists (select from directory.service_at_location l, ${middle} m where l.service_id = s.id and directory.straight_km(l.latitude, l.longitude, m.lat, m.lon) * 1000 <= ${metres})`
    : sql`exists (select from directory.service_at_location l where l.service_id = s.id and l.postal_code = ${code})`
}

/** Whether it is one of those that are asked for. Confidential is never one, whoever asks. */
const isAsked = (asked: OfServices) =>
  sql.join(
    [
      sql`not s.confidential`,
      asked.search
        ? sql`s.id in (select directory.by_words(regexp_split_to_array(${asked.search}, '\\s+'), false))`
        : sql`true`,
      asked.taxonomy_term_id ? shape.isOfTerm(asked.taxonomy_term_id) : sql`true`,
      asked.taxonomy_id ? sql`${asked.taxonomy_id}::uuid = ${shape.taxonomyId}` : sql`true`,
      asked.organization_id ? sql`s.organization_id = ${asked.organization_id}` : sql`true`,
      asked.modified_after ? sql`${shape.modified} >= ${asked.modified_after}::timestamptz` : sql`true`,
      near(asked.postcode, asked.proximity),
    ],
    sql` and `,
  )

const shown = sql`exists (select from directory.service s where s.organization_id = o.id and not s.confidential)`
const organizations = sql`directory.organization o left join institutions.institution i on i.id = o.institution_id`
const servicesOf = (full: boolean) => sql`(select jsonb_agg(x.item order by x.id) from (
  select s.id, ${full ? shape.fullService : shape.service} as item from directory.service s
  left join directory.places p on p.service_id = s.id and p.replaced_at is null
  where s.organization_id = o.id and not s.confidential) x)`
const fullOrganization = (services: boolean) =>
  sql`${shape.organization} || jsonb_strip_nulls(jsonb_build_object('services', ${servicesOf(services)}))`

const placeOf = sql`directory.service s left join directory.places p on p.service_id = s.id and p.replaced_at is null
  join ${shape.placesFrom} on l.service_id = s.id`
const fullPlace = sql`${shape.place} || jsonb_build_object('service', ${shape.service})`

/** What is public of the directory, as the standard gives it. Read by whoever asks, signed in or not, alike. */
export const hsdsOf = (database: Database) =>
  ({
    services: (asked: OfServices) =>
      pageOf(
        database,
        asked,
        sql`select s.id, s.added_at as place, ${
          isTrue(asked.minimal)
            ? sql`jsonb_build_object('id', s.id, 'name', s.name, 'status', ${shape.service} ->> 'status', 'last_modified', ${shape.service} ->> 'last_modified')`
            : isTrue(asked.full)
              ? shape.fullService
              : sql`${shape.service} || jsonb_build_object('organization', ${shape.organization})`
        } as item from ${shape.from} where ${isAsked(asked)}`,
      ),
    service: (id: string) =>
      one(
        database,
        sql`select ${shape.fullService} as item from ${shape.from} where s.id = ${id} and not s.confidential`,
      ),
    organizations: (
      asked: OfPages & { full?: 'true' | 'false' | undefined; full_service?: 'true' | 'false' | undefined },
    ) =>
      pageOf(
        database,
        asked,
        sql`select o.id, coalesce(i.name, o.name) as place, ${
          isTrue(asked.full) || isTrue(asked.full_service)
            ? fullOrganization(isTrue(asked.full_service))
            : shape.organization
        } as item from ${organizations} where ${shown} and ${withWords(sql`splot.folded(coalesce(i.name, o.name))`, asked.search)}`,
      ),
    organization: (id: string) =>
      one(
        database,
        sql`select ${fullOrganization(false)} as item from ${organizations} where o.id = ${id} and ${shown}`,
      ),
    places: (asked: OfServices) =>
      pageOf(
        database,
        asked,
        sql`select l.id, s.added_at as place, ${
          isTrue(asked.minimal)
            ? sql`jsonb_build_object('id', l.id, 'service_id', s.id, 'location_id', l.location_id)`
            : fullPlace
        } as item from ${placeOf} where ${isAsked(asked)}`,
      ),
    place: (id: string) =>
      one(
        database,
        sql`select ${fullPlace} as item from ${placeOf} where l.id = ${id} and not s.confidential`,
      ),
    taxonomies: (asked: OfPages) =>
      pageOf(
        database,
        asked,
        sql`select ${shape.taxonomyId} as id, 0 as place, ${shape.taxonomy} as item where ${withWords(sql`'splot rodzaje uslug'`, asked.search)}`,
      ),
    taxonomy: (id: string) =>
      one(database, sql`select ${shape.taxonomy} as item where ${shape.taxonomyId} = ${id}::uuid`),
    terms: (
      asked: OfPages & {
        taxonomy_id?: string | undefined
        top_only?: 'true' | 'false' | undefined
        parent_id?: string | undefined
      },
    ) =>
      pageOf(
        database,
        asked,
        sql`select t.id, t.depth * 10000 + t.position as place, t.term as item from ${shape.terms} t
          where ${withWords(sql`splot.folded(t.name)`, asked.search)}
            and ${asked.taxonomy_id ? sql`${asked.taxonomy_id}::uuid = ${shape.taxonomyId}` : sql`true`}
            and ${asked.parent_id ? sql`t.parent = ${asked.parent_id}` : isTrue(asked.top_only) ? sql`t.parent is null` : sql`true`}`,
      ),
    term: (id: string) => one(database, sql`select t.term as item from ${shape.terms} t where t.id = ${id}`),
  }) as const
