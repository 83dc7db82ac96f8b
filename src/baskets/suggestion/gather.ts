import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Point, timetable } from '../../directory/questions.ts'
import type { Trip } from '../../directory/reach.ts'
import type { Work } from '../../platform/http/work.ts'
import type { basketsContract } from '../contract.ts'
import { limitsOf, needsOf } from '../limits.ts'
import { itemsOf } from '../questions.ts'
import { type Conflict, conflictsOf, type Places } from './conflicts.ts'
import type { FamilyLimits, Gathered, NeededKind, Service } from './gathered.ts'
import { minuteOf } from './hours.ts'

/** As far as services are looked for from where the family lives, in kilometres by road; what comes home comes from anywhere. */
const within = 60

/** Beside what the search asks of a service, what is shown of it. */
export type Described = Service & {
  placesSaid: {
    state: 'free' | 'waiting' | 'none'
    free: number | null
    waitDays: number | null
    until: string | null
    saidOn: string
  } | null
  checkedOn: string
  asked: boolean
}

/** All that a suggestion for this case is made of, as far as its coordinator may know it; a digest of that; and what was put aside. */
export async function gather(work: Work, scopeId: string) {
  const limits = familyLimits(await work.all(limitsOf(scopeId)))
  const needs = (await work.all(neededIn(scopeId))).map(({ met: _, ...need }, _n, all) => ({
    ...need,
    goal: [...new Set(all.map(({ goalId }) => goalId))].indexOf(need.goalId),
  }))
  const { commune, from, left, busy, aside } = await work.mustFind(aroundCase(scopeId))
  const kinds = [...new Set(needs.map(({ kind }) => kind))]
  const found = kinds.length ? await work.all(servicesOf(scopeId, kinds, from, commune)) : []
  const services = found.filter(({ asked }) => asked)
  const days = services.flatMap(({ locations }) =>
    locations.flatMap(({ hours }) => hours.map(({ weekday }) => weekday)),
  )
  const gathered: Gathered = {
    needs,
    limits,
    left,
    services,
    home: from && nameOf(from),
    timetables: await timetablesOf(
      work,
      limits,
      from,
      days.filter((day) => !limits.days.includes(day)),
    ),
    busy,
  }
  const facts = digestOf(gathered)
  return {
    gathered,
    services,
    notInSplot: found.length - services.length,
    facts,
    aside: aside.filter((each) => each.facts === facts).map((each) => each.services),
  }
}

/** What of a basket does not go together in time, as far as the reader knows its items and what limits the family. */
export async function conflictsIn(work: Work, scopeId: string, said: Said[]): Promise<Conflict[]> {
  const items = (await work.all(itemsOf(scopeId))).filter(({ weekly }) => weekly.length > 0)
  if (!items.length) return []
  const limits = familyLimits(said)
  const { from = null } = (await work.find(aroundCase(scopeId))) ?? {}
  const places = await work.all(
    placesOf(
      items.flatMap(({ serviceId }) => serviceId ?? []),
      from,
    ),
  )
  return conflictsOf({
    items,
    places: new Map(places.map(({ serviceId, ...where }) => [serviceId, where])),
    limits,
    home: from && nameOf(from),
    timetables: await timetablesOf(
      work,
      limits,
      from,
      items.flatMap(({ weekly }) => weekly.map(({ weekday }) => weekday)),
    ),
  })
}

const nameOf = ({ commune, locality }: Point) => `${commune}/${locality}`

/** Departures of days of the week, those of alike days once; none are needed by whoever has a car. */
async function timetablesOf(work: Work, limits: FamilyLimits, from: Point | null, days: number[]) {
  const timetables: Gathered['timetables'] = []
  if (!limits.noCar || !from || !days.length) return timetables
  for (const { weekday, trips } of await work.all(departuresOn(days, from))) {
    const same = timetables.find((other) => JSON.stringify(other.trips) === JSON.stringify(trips))
    if (same) same.weekdays.push(weekday)
    else timetables.push({ weekdays: [weekday], trips })
  }
  return timetables
}

const departuresOn = (days: number[], from: Point) => sql<{ weekday: number; trips: Trip[] }>`
  select d.day as weekday, t.trips from unnest(${[...new Set(days)]}::int[]) d (day) cross join lateral (${timetable(sql.raw('d.day'), from)}) t
  order by d.day`

/** The same facts, the same digest: of what the search is made of, without the days that only pass. */
const digestOf = ({ services, ...rest }: Gathered) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        rest,
        (services as Described[]).map(({ checkedAgo: _, places: __, ...service }) => service),
      ]),
    )
    .digest('hex')

type Said = Pick<
  z.output<typeof basketsContract.composing.answer>['limits'][number],
  'kind' | 'number' | 'weekdays' | 'at' | 'language'
>

function familyLimits(said: Said[]): FamilyLimits {
  const of = (kind: string) => said.find((limit) => limit.kind === kind)
  const at = of('back_by')?.at
  return {
    hours: of('hours')?.number ?? null,
    journeys: of('journeys')?.number ?? null,
    money: of('money')?.number ?? null,
    days: of('days')?.weekdays ?? [],
    backBy: at ? minuteOf(at) : null,
    language: of('language')?.language ?? null,
    noCar: Boolean(of('no_car')),
    outsideVillage: Boolean(of('outside_village')),
  }
}

/** What is needed and not in the basket yet, in the family's order. */
const neededIn = (scopeId: string) => sql<Omit<NeededKind, 'goal'> & { met: boolean }>`
  select n.id, n."goalId", n."serviceKind" as kind, n.person ->> 'id' as person, n.times, n.minutes, n.met,
    households.age(p.birth_date, p.birth_year, p.died_on) as age
  from (${needsOf(scopeId)}) n join baskets.need w on w.id = n.id join baskets.goal g on g.id = w.goal_id
  left join households.person p on p.id = (n.person ->> 'id')::uuid
  where not n.met order by g.priority, g.id, w.added_at, w.id`

/** Where services are that one goes to; what comes home, or takes one there, needs no way. */
const placesOf = (services: string[], from: Point | null) => sql<Places & { serviceId: string }>`
  select s.id as "serviceId", jsonb_agg(jsonb_build_object('place', l.commune || '/' || l.locality, 'km', ${kmFrom(from)})) as places
  from directory.service s join directory.service_at_location l on l.service_id = s.id
  where s.id = any (${services}) and not s.own_transport and not 'home_visit' = any (s.accessibility) group by s.id`

const kmFrom = (from: Point | null) =>
  from
    ? sql`(directory.straight_km(l.latitude, l.longitude, ${from.latitude}, ${from.longitude}) * ${from.factor})::float8`
    : sql`null::float8`

/**
 * Of a case: where the family sets out, as far as the reader may know; what is left of the money for families; when what is in
 * the basket takes place, and whose time it takes (of each whom it is for, or everybody's); and what was put aside.
 */
const aroundCase = (scopeId: string) => sql<{
  commune: string | null
  from: Point | null
  left: number | null
  busy: Gathered['busy']
  aside: { facts: string; services: string }[]
}>`
  select h.commune, (select to_jsonb(p) from (
      select l.latitude, l.longitude, l.name as locality, l.commune, directory.factor_at(l.commune) as factor from territory.locality l
      where l.commune = h.commune and l.name = coalesce(h.locality, (select a.locality from households.address a where a.household_id = h.id))
      order by l.id limit 1) p) as "from",
    baskets.budget_left(c.partnership_id)::float8 as left,
    coalesce((select jsonb_agg(jsonb_build_object('weekday', t.weekday, 'begins', ${minute('t.begins')}, 'ends', ${minute('t.ends')},
        'person', x.person_id) order by t.weekday, t.begins, x.person_id)
      from baskets.item_time t join baskets.item i on i.id = t.item_id left join baskets.item_person x on x.item_id = i.id
      where t.scope_id = c.id and i.removed_at is null and t.ends is not null), '[]') as busy,
    coalesce((select jsonb_agg(jsonb_build_object('facts', a.facts, 'services', a.services)) from baskets.put_aside a where a.scope_id = c.id), '[]') as aside
  from cases."case" c left join households.household h on h.id = c.household_id where c.id = ${scopeId}`

const minute = (column: string) =>
  sql.raw(`(extract(hour from ${column}) * 60 + extract(minute from ${column}))::int`)

/** What anybody finds of these kinds around a place, and whether its owner may be asked in this case. */
const servicesOf = (scopeId: string, kinds: string[], from: Point | null, commune: string | null) => {
  const km = kmFrom(from)
  return sql<Described>`
    with near as materialized (
      select s.* from directory.service s
      where s.kind = any (${kinds}) and s.closed_at is null and not s.confidential
        and (${commune}::text is null or not exists (select from directory.service_area a where a.service_id = s.id)
          or exists (select from directory.service_area a where a.service_id = s.id and ${commune}::text like a.terc || '%'))
        and (not exists (select from directory.service_at_location l where l.service_id = s.id)
          or exists (select from directory.service_at_location l where l.service_id = s.id
            and ${from ? sql`${km} <= ${within}` : sql`(${commune}::text is null or left(l.commune, 4) = left(${commune}::text, 4))`}))),
    asked as materialized (
      select o.id, o.institution_id is not null and baskets.may_be_asked(${scopeId}, o.institution_id) as may
      from directory.organization o where o.id in (select organization_id from near))
    select s.id, s.kind, k.unit, s.name, coalesce(i.short_name, i.name, o.name) as provider, s.min_age as "minAge", s.max_age as "maxAge", s.languages,
      s.own_transport as "ownTransport", 'home_visit' = any (s.accessibility) as comes,
      coalesce(i.seat = ${from?.commune ?? null} and i.locality = ${from?.locality ?? null}, false) as "runHere",
      s.cost, s.cost_grosz as "costGrosz", asked.may as asked,
      case when p.id is not null then jsonb_build_object('free', p.free,
        'state', case when p.until is not null then 'waiting' else p.state end, 'waitDays', case when p.until is not null then greatest(p.until - splot.today_pl(), 0) else p.wait_days end) end as places,
      case when p.id is not null then jsonb_build_object('state', p.state, 'free', p.free, 'waitDays', p.wait_days, 'until', p.until,
        'saidOn', (p.said_at at time zone 'Europe/Warsaw')::date) end as "placesSaid",
      (s.checked_at at time zone 'Europe/Warsaw')::date::text as "checkedOn",
      splot.today_pl() - (s.checked_at at time zone 'Europe/Warsaw')::date as "checkedAgo",
      coalesce((select jsonb_agg(jsonb_build_object('place', l.commune || '/' || l.locality, 'locality', l.locality, 'km', round((${km})::numeric, 1),
          'here', coalesce(l.commune = ${from?.commune ?? null} and l.locality = ${from?.locality ?? null}, false), 'hours', coalesce((
            select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'nth', h.nth, 'opens', ${minute('h.opens')}, 'closes', ${minute('h.closes')})
              order by h.weekday, h.opens, h.nth)
            from directory.schedule h where h.service_at_location_id = l.id
              and coalesce(h.valid_to, splot.today_pl()) >= splot.today_pl() and coalesce(h.valid_from, splot.today_pl()) <= splot.today_pl() + 30), '[]')) order by l.n)
        from directory.service_at_location l where l.service_id = s.id), '[]') as locations
    from near s join asked on asked.id = s.organization_id join directory.organization o on o.id = s.organization_id
    join directory.service_kind k on k.code = s.kind
    left join institutions.institution i on i.id = o.institution_id left join directory.places p on p.service_id = s.id and p.replaced_at is null
    order by s.id`
}
