import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { dayInPoland } from '../platform/database/instants.ts'
import type { directoryContract, Filters } from './contract.ts'
import type { Trip } from './reach.ts'

type Answer<Name extends keyof typeof directoryContract> = z.output<
  (typeof directoryContract)[Name]['answer']
>

export type Point = { latitude: number; longitude: number; factor: number; locality: string; commune: string }

export const whereServices = sql<Answer<'whereServices'>>`
  with mine as materialized (select terc from directory.my_communes()),
  named as (
    select s.terc, s.name, s.terc in (select terc from mine) as is_mine from territory.unit_state s
    where s.valid @> splot.today_pl() and length(s.terc) = 7 and left(s.terc, 4) in (select left(terc, 4) from mine))
  select coalesce((select jsonb_agg(jsonb_build_object('terc', n.terc, 'name', n.name) order by n.name collate "pl-x-icu") from named n where n.is_mine), '[]') as communes,
    coalesce((select jsonb_agg(jsonb_build_object('terc', n.terc, 'name', n.name) order by n.name collate "pl-x-icu") from named n where not n.is_mine), '[]') as around,
    (select jsonb_build_object('commune', l.commune, 'locality', l.name) from territory.locality l where l.commune = i.seat and l.name = i.locality limit 1) as here,
    case when directory.my_keeping() is not null then jsonb_build_object('partnerships', coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name) from partnerships.partnership p
      where p.id = any (directory.my_kept_partnerships())), '[]')) end as keeps
  from institutions.institution i where i.id = institutions.my_institution()`

/** A locality as somebody names it, with how much longer roads are there than a straight line. */
export const localityByName = (commune: string, locality: string) => sql<Point>`
  select l.latitude, l.longitude, l.name as locality, l.commune,
    directory.factor_at(l.commune) as factor
  from territory.locality l where l.commune = ${commune} and l.name = ${locality} order by l.id limit 1`

/** Of what names a service, or none: that service is no confidential one. */
export const notConfidential = (service: string) =>
  sql`(${sql.ref(service)} is null or exists (select from directory.service s where s.id = ${sql.ref(service)} and not s.confidential))`

const organizationName = sql`coalesce(i.short_name, i.name, o.name)`
/** Free places first, then those for which one waits, those of which nothing is known, and none. */
const placesOrder = sql`case p.state when 'free' then 0 when 'waiting' then 1 when 'none' then 3 else 2 end`
const placesThatHold = sql`left join directory.places p on p.service_id = s.id and p.replaced_at is null`
const placesJson = sql`case when p.id is not null then jsonb_build_object('state', p.state, 'free', p.free, 'waitDays', p.wait_days, 'until', p.until,
  'saidOn', ${dayInPoland('p.said_at')}) end`

/** Words of a search: each must begin a word of what is found, in whichever form; or, spelt wrongly, be like one. */
const byWords = (wanted: string | undefined, alike: boolean): RawBuilder<unknown> => {
  const words = (wanted ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2)
  return words.length ? sql`s.id in (select directory.by_words(${words}::text[], ${alike}))` : sql`true`
}

function condition(filters: Filters, from: Point | undefined): RawBuilder<unknown> {
  const { group, kind, problem, targetGroup, age, weekday, at, language } = filters
  const all: RawBuilder<unknown>[] = [sql`s.closed_at is null`, sql`not s.confidential`]
  if (kind) all.push(sql`s.kind = ${kind}`)
  if (group) all.push(sql`s.kind in (select k.code from directory.service_kind k where k."group" = ${group})`)
  if (problem)
    all.push(sql`s.kind in (select k.code from directory.service_kind k where ${problem} = any (k.helps))`)
  // What names nobody is for everybody.
  if (targetGroup)
    all.push(sql`(s.target_groups = '{}' or s.target_groups && array[${targetGroup}, 'whole_family'])`)
  if (age !== undefined)
    all.push(sql`coalesce(s.min_age, 0) <= ${Number(age)} and coalesce(s.max_age, 200) >= ${Number(age)}`)
  if (language) all.push(sql`${language} = any (s.languages)`)
  if (filters.free) all.push(sql`s.cost = 'free'`)
  if (filters.neutral) all.push(sql`s.neutral_place`)
  if (filters.freePlaces) all.push(sql`p.state = 'free'`)
  if (weekday || at)
    // Limited, it is asked of each service that is left, by its index; else the hours of the whole country are read.
    all.push(sql`(select true from directory.schedule h where h.service_id = s.id
      and (${weekday ?? null}::int is null or h.weekday = ${weekday ?? null}) and (${at ?? null}::time is null or h.opens <= ${at ?? null} and ${at ?? null} < h.closes)
      and (h.valid_from is null or h.valid_from <= splot.today_pl()) and (h.valid_to is null or h.valid_to >= splot.today_pl()) limit 1)`)
  if (from) {
    all.push(sql`(not exists (select from directory.service_area a where a.service_id = s.id)
      or exists (select from directory.service_area a where a.service_id = s.id and ${from.commune}::text like a.terc || '%'))`)
    if (filters.outsideMyVillage)
      all.push(sql`exists (select from directory.service_at_location l where l.service_id = s.id)
        and not exists (select from directory.service_at_location l where l.service_id = s.id and l.commune = ${from.commune} and l.locality = ${from.locality})
        and not exists (select from directory.organization o join institutions.institution i on i.id = o.institution_id
          where o.id = s.organization_id and i.seat = ${from.commune} and i.locality = ${from.locality})`)
    if (filters.within) {
      // A degree of latitude is 111 km, one of longitude in Poland at least 62.
      const straight = filters.within / from.factor
      all.push(sql`(s.id in (
          select l.service_id from directory.service_at_location l
          where l.latitude between ${from.latitude - straight / 111} and ${from.latitude + straight / 111}
            and l.longitude between ${from.longitude - straight / 62} and ${from.longitude + straight / 62}
            and directory.straight_km(l.latitude, l.longitude, ${from.latitude}, ${from.longitude}) <= ${straight})
        or not s.id in (select l.service_id from directory.service_at_location l))`)
    }
  }
  return sql.join(all, sql` and `)
}

export type Listed = Omit<Answer<'services'>['items'][number], 'way'> & { total: number; alike: boolean }

/**
 * A page of services. A row's key is its place in the order: free places first, then what was checked latest. Where
 * nothing is found by the words, what is spelt like them is.
 */
export const servicesListed = (
  filters: Filters & { after?: string | undefined; limit: number },
  from: Point | undefined,
) => {
  const which = condition(filters, from)
  const ordered = (alike: boolean) => sql`
    select s.id, ${alike}::boolean as alike, ${placesOrder} as ord, date '2100-01-01' - ${dayInPoland('s.checked_at')} as age
    from directory.service s ${placesThatHold} where ${which} and ${byWords(filters.wanted, alike)}`
  const [ord, age, id] = /^(\d)-(\d{1,6})-([0-9a-f-]{36})$/.exec(filters.after ?? '')?.slice(1) ?? []
  const distance = from
    ? sql`directory.straight_km(l.latitude, l.longitude, ${from.latitude}, ${from.longitude}) * ${from.factor}`
    : sql`null::float8`
  return sql<Listed>`
    with exact as materialized (${ordered(false)}),
    found as materialized (select * from exact ${
      filters.wanted
        ? sql`union all select * from (${ordered(true)}) a where not exists (select from exact)`
        : sql``
    }),
    page as (select *, ord || '-' || age || '-' || id as key, (select count(*)::int from found) as total from found
      where ${id ? sql`(ord, age, id) > (${Number(ord)}::int, ${Number(age)}::int, ${id}::uuid)` : sql`true`} order by ord, age, id limit ${filters.limit + 1})
    select s.id, page.key, page.total, page.alike, s.name, s.kind, ${organizationName} as organization, coalesce((
        select f.number from directory.phone f where f.service_id = s.id order by f.n limit 1), i.phone) as phone,
      near.place, coalesce(near.many, false) as "manyPlaces", coalesce((
        select jsonb_agg(distinct jsonb_build_object('weekday', h.weekday, 'nth', h.nth, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI')))
        from directory.schedule h where h.service_at_location_id = near.id), '[]') as hours,
      ${placesJson} as places, ${dayInPoland('s.checked_at')} as "checkedOn", s.cost, s.own_transport as "ownTransport", s.neutral_place as "neutralPlace"
    from page join directory.service s on s.id = page.id ${placesThatHold}
    join directory.organization o on o.id = s.organization_id left join institutions.institution i on i.id = o.institution_id
    left join lateral (
      select l.id, count(*) over () > 1 as many, jsonb_build_object('locality', l.locality, 'commune', l.commune, 'latitude', l.latitude, 'longitude', l.longitude,
        'km', round((${distance})::numeric, 1)) as place
      from directory.service_at_location l where l.service_id = s.id order by ${distance}, l.n limit 1) near on true
    order by page.ord, page.age, page.id`
}

export const confidentialPhones = sql<Answer<'confidentialPhones'>[number]>`
  select id, kind, number, whose from directory.confidential_phones()`

export const myServices = sql<Answer<'myServices'>[number]>`
  select s.id, s.name, ${organizationName} as organization, ${dayInPoland('s.checked_at')} as "checkedOn", s.closed_at is not null as closed, s.confidential,
    exists (select from directory.doubt d where d.service_id = s.id and d.settled_at is null) as doubted
  from directory.service s join directory.organization o on o.id = s.organization_id left join institutions.institution i on i.id = o.institution_id
  where s.institution_id = (select directory.my_keeping()) or s.partnership_id = any ((select directory.my_kept_partnerships())::uuid[])
  order by closed, doubted desc, s.checked_at, s.id limit 500`

export type Whole = Answer<'service'>
export const whole = (which: RawBuilder<unknown>) => sql<Whole>`
  select s.id, jsonb_build_object('id', o.id, 'name', coalesce(i.name, o.name), 'ours', o.institution_id is not null, 'phone', i.phone) as organization,
    case when s.institution_id is not null then jsonb_build_object('kind', 'institution', 'name', coalesce(k.short_name, k.name))
      else jsonb_build_object('kind', 'partnership', 'name', directory.name_of_keeper(s.partnership_id)) end as keeper,
    s.partnership_id as "partnershipId", s.kind, s.name, s.description, s.website, s.email, s.contact_name as "contactName", s.contact_title as "contactTitle",
    s.how_to_apply as "howToApply", s.referred_by as "referredBy", s.needs, s.cost, s.cost_grosz as "costGrosz", s.cost_words as "costWords", s.for_whom as "forWhom",
    s.min_age as "minAge", s.max_age as "maxAge", s.target_groups as "targetGroups", s.languages, s.accessibility, s.hours_words as "hoursWords",
    s.own_transport as "ownTransport", s.transport_words as "transportWords", s.neutral_place as "neutralPlace", s.confidential,
    coalesce((select jsonb_agg(jsonb_build_object('number', f.number, 'whose', f.whose) order by f.n) from directory.phone f where f.service_id = s.id), '[]') as phones,
    coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'commune', l.commune, 'communeName', u.name, 'locality', l.locality, 'address', l.address,
        'postalCode', l.postal_code, 'latitude', l.latitude, 'longitude', l.longitude, 'hours', coalesce((
          select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'nth', h.nth, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI'),
            'validFrom', h.valid_from, 'validTo', h.valid_to) order by h.weekday, h.opens) from directory.schedule h where h.service_at_location_id = l.id), '[]')) order by l.n)
      from directory.service_at_location l join territory.unit_state u on u.terc = l.commune and u.valid @> splot.today_pl() where l.service_id = s.id), '[]') as locations,
    coalesce((select jsonb_agg(jsonb_build_object('terc', a.terc, 'name', u.name) order by u.name) from directory.service_area a
      join territory.unit_state u on u.terc = a.terc and u.valid @> splot.today_pl() where a.service_id = s.id), '[]') as area,
    (select jsonb_build_object('state', p.state, 'free', p.free, 'waitDays', p.wait_days, 'until', p.until, 'saidOn', ${dayInPoland('p.said_at')},
        'by', directory.who_said(p.id))
      from directory.places p where p.service_id = s.id and p.replaced_at is null) as places,
    ${dayInPoland('s.checked_at')} as "checkedOn", ${dayInPoland('s.closed_at')} as "closedOn",
    coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'what', d.what, 'words', d.words, 'on', ${dayInPoland('d.asked_at')}, 'mine', coalesce(d.asked_by = (select access.me()), false), 'public', d.asked_by is null,
        'settledOn', ${dayInPoland('d.settled_at')}, 'answer', d.answer) order by d.asked_at) from directory.doubt d
      where d.service_id = s.id and (d.settled_at is null or d.settled_at > now() - interval '60 days')), '[]') as doubts,
    directory.i_keep(s.id) as "iKeep", s.version
  from directory.service s join directory.organization o on o.id = s.organization_id left join institutions.institution i on i.id = o.institution_id
  left join institutions.institution k on k.id = s.institution_id
  where ${which}`
export const serviceById = (id: string) => whole(sql`s.id = ${id}`)

/** Entries that I keep; what must not be found is never among them. */
export const isKept = sql`not s.confidential
  and (s.institution_id = (select directory.my_keeping()) or s.partnership_id = any ((select directory.my_kept_partnerships())::uuid[]))`
export const keptEntries = whole(isKept)

export const unmetNeeds = sql<Answer<'unmetNeeds'>[number]>`
  select n.commune, u.name as "communeName", n.service_group as "group", n.service_kind as kind, n.problem_kind as problem, n.target_group as "targetGroup", n.why, n.band
  from directory.unmet_needs() n join territory.unit_state u on u.terc = n.commune and u.valid @> splot.today_pl()`

/** How far from where one sets out a departure may stop to be of use, in degrees: some 80 km. */
const around = 1.2

/**
 * The timetable of a day of the week around a place, trip by trip: what runs then, and stops in order, each as place (commune
 * and locality), minute, and, where not both, whether one gets on and off there. In one value, for tens of thousands of rows cost more than
 * what they say.
 */
export const timetable = (weekday: number | RawBuilder<unknown>, from: Point) => sql<{ trips: Trip[] }>`
  select coalesce(json_agg(t.stops), '[]') as trips from (
    select json_agg(case when s.boards and s.alights then json_build_array(s.commune || '/' || s.locality, s.minute)
      else json_build_array(s.commune || '/' || s.locality, s.minute, s.boards, s.alights) end order by s.n) as stops
    from directory.trip t join directory.trip_stop s on s.trip_id = t.id
    where ${weekday} = any (t.weekdays) and (t.valid_from is null or t.valid_from <= splot.today_pl() + 7) and (t.valid_to is null or t.valid_to >= splot.today_pl())
      and s.latitude between ${from.latitude - around} and ${from.latitude + around} and s.longitude between ${from.longitude - around} and ${from.longitude + around}
    group by t.id) t`

export const departuresIn = (commune: string) => sql<Answer<'departures'>[number]>`
  select t.id, t.name, t.carrier, t.weekdays, t.valid_to as "validTo", t.institution_id is not distinct from (select directory.my_keeping()) as mine,
    (select jsonb_agg(jsonb_build_object('locality', s.locality, 'at', to_char(make_interval(mins => s.minute % 1440), 'HH24:MI')) order by s.n)
      from directory.trip_stop s where s.trip_id = t.id) as stops
  from directory.trip t where t.timetable_id is null and exists (select from directory.trip_stop s where s.trip_id = t.id and s.commune = ${commune})
  order by t.name, (select min(s.minute) from directory.trip_stop s where s.trip_id = t.id), t.id limit 500`

export const timetables = sql<Answer<'timetables'>[number]>`
  select t.id, t.name, t.valid_from as "validFrom", t.valid_to as "validTo", ${dayInPoland('t.brought_at')} as "broughtOn", coalesce(i.short_name, i.name) as "broughtBy",
    t.institution_id is not distinct from (select directory.my_keeping()) as mine,
    (select count(*)::int from directory.timetable_stop s where s.timetable_id = t.id) as stops,
    (select count(distinct r.name)::int from directory.trip r where r.timetable_id = t.id) as lines,
    (select count(*)::int from directory.trip r where r.timetable_id = t.id) as trips
  from directory.timetable t join institutions.institution i on i.id = t.institution_id order by mine desc, t.name, t.id limit 100`

/** Stops of a timetable by a part of their name, those first that lie furthest from the place in which they are said to be. */
export const timetableStops = (id: string, wanted: string | undefined) => sql<
  Answer<'timetableStops'>[number]
>`
  select s.id, s.name, s.commune, u.name as "communeName", s.locality, s.chosen, round(l.km::numeric, 1)::float8 as km
  from directory.timetable_stop s join territory.unit_state u on u.terc = s.commune and u.valid @> splot.today_pl()
  cross join lateral (select min(directory.straight_km(l.latitude, l.longitude, s.latitude, s.longitude)) as km from territory.locality l
    where l.commune = s.commune and l.name = s.locality) l
  where s.timetable_id = ${id} and ${wanted ? sql`splot.folded(s.name || ' ' || s.locality) like '%' || splot.sought(${wanted}) || '%'` : sql`true`}
  order by s.chosen, l.km desc, s.name, s.id limit 50`

export const roadFactors = sql<Answer<'roadFactors'>[number]>`
  select u.terc as county, u.name, coalesce(f.factor, directory.usual_road_factor())::float8 as factor,
    case when f.county is not null then jsonb_build_object('by', directory.who_set_factor(f.county), 'on', ${dayInPoland('f.set_at')}) end as said,
    directory.i_keep_in_county(u.terc) as "iKeep"
  from territory.unit_state u left join directory.road_factor f on f.county = u.terc
  where u.valid @> splot.today_pl() and u.terc in (select left(c.terc, 4) from directory.my_communes() c)
  order by u.name collate "pl-x-icu"`
