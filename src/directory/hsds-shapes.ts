import { type RawBuilder, sql } from 'kysely'

// Our rows in the words of the standard (Open Referral HSDS 3.0, `data/hsds`); what is not known is left out.

const derived = (of: RawBuilder<unknown>, word: string) => sql`directory.derived_id(${of}::text, ${word})`
export const taxonomyId = sql`directory.derived_id('splot', 'service_kind')`
const termId = (code: RawBuilder<unknown>) => sql`directory.derived_id('service_kind', ${code})`
const groupId = (code: RawBuilder<unknown>) => sql`directory.derived_id('service_group', ${code})`

/** When something of it was said last. */
export const modified = sql`greatest(s.changed_at, s.checked_at, p.said_at)`
const instant = (at: RawBuilder<unknown>) =>
  sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export const from = sql`directory.service s left join directory.places p on p.service_id = s.id and p.replaced_at is null
  join directory.organization o on o.id = s.organization_id left join institutions.institution i on i.id = o.institution_id`

export const taxonomy = sql`jsonb_build_object('id', ${taxonomyId}, 'name', 'Splot: rodzaje usług',
  'description', 'Rodzaje usług i świadczeń oraz ich grupy, z list kodów Splotu.', 'version', '1')`

/** Kinds and their groups; kinds that speak of violence are given by nobody in public. */
export const terms = sql`(
  select ${groupId(sql`g.code`)} as id, jsonb_build_object('id', ${groupId(sql`g.code`)}, 'code', g.code, 'name', g.pl, 'description', g.pl, 'taxonomy', 'Splot: rodzaje usług',
    'taxonomy_id', ${taxonomyId}, 'language', 'pl') as term, g.pl as name, null::uuid as parent, g.position, 0 as depth
  from directory.service_group g
  union all
  select ${termId(sql`k.code`)}, jsonb_build_object('id', ${termId(sql`k.code`)}, 'code', k.code, 'name', k.pl, 'description', k.pl, 'parent_id', ${groupId(sql`k."group"`)},
    'taxonomy', 'Splot: rodzaje usług', 'taxonomy_id', ${taxonomyId}, 'language', 'pl'), k.pl, ${groupId(sql`k."group"`)}, k.position, 1
  from directory.service_kind k where k.class <> 'violence')`

export const isOfTerm = (id: string) =>
  sql`s.kind in (select k.code from directory.service_kind k where ${termId(sql`k.code`)} = ${id}::uuid or ${groupId(sql`k."group"`)} = ${id}::uuid)`

export const organization = sql`jsonb_strip_nulls(jsonb_build_object('id', o.id, 'name', coalesce(i.name, o.name), 'alternate_name', i.short_name,
  'description', coalesce(i.name, o.name), 'email', i.email))`

/** What every list of services tells of one. */
export const service = sql`jsonb_strip_nulls(jsonb_build_object('id', s.id, 'organization_id', s.organization_id, 'name', s.name, 'description', s.description, 'url', s.website,
  'email', s.email, 'status', case when s.closed_at is null then 'active' else 'inactive' end, 'application_process', s.how_to_apply,
  'fees_description', nullif(concat_ws(', ', case s.cost when 'free' then 'bezpłatnie' when 'paid' then 'odpłatnie' else 'zależy od dochodu' end, s.cost_words), ''),
  'wait_time', case p.state when 'free' then 'są wolne miejsca' when 'none' then 'brak miejsc' when 'waiting' then coalesce('ok. ' || p.wait_days || ' dni', 'trzeba czekać') end,
  'eligibility_description', s.for_whom, 'minimum_age', s.min_age, 'maximum_age', s.max_age,
  'assured_date', (s.checked_at at time zone 'Europe/Warsaw')::date, 'last_modified', ${instant(modified)}))`

const day = sql`(array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[h.weekday]`
// The hour as it is in Poland on the first day on which it holds.
const hour = (at: string) =>
  sql`to_char(h.${sql.ref(at)}, 'HH24:MI') || case when extract(hour from (coalesce(h.valid_from, splot.today_pl()) + time '12:00') - ((coalesce(h.valid_from, splot.today_pl()) + time '12:00') at time zone 'Europe/Warsaw' at time zone 'UTC')) = 2 then '+02:00' else '+01:00' end`

const address = sql`jsonb_strip_nulls(jsonb_build_object('id', ${derived(sql`l.id`, 'address')}, 'location_id', l.location_id, 'address_1', coalesce(l.address, l.locality), 'city', l.locality,
  'region', c.name, 'state_province', v.name, 'postal_code', coalesce(l.postal_code, ''), 'country', 'PL', 'address_type', 'physical'))`

const location = sql`jsonb_strip_nulls(jsonb_build_object('id', l.location_id, 'location_type', 'physical', 'name', coalesce(l.name, l.locality), 'latitude', l.latitude, 'longitude', l.longitude,
  'transportation', s.transport_words, 'addresses', jsonb_build_array(${address}),
  'accessibility', (select jsonb_agg(jsonb_build_object('id', directory.derived_id(l.location_id::text, a.code), 'location_id', l.location_id, 'description', a.pl) order by a.position)
    from directory.accessibility a where a.code = any (s.accessibility))))`

/** A service at one of its places, with its hours there; of `l`, its county `c` and voivodeship `v`. */
export const place = sql`jsonb_strip_nulls(jsonb_build_object('id', l.id, 'service_id', l.service_id, 'location_id', l.location_id, 'location', ${location}, 'schedules', (
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', h.id, 'service_at_location_id', l.id, 'service_id', h.service_id, 'location_id', l.location_id, 'valid_from', h.valid_from, 'valid_to', h.valid_to,
    'freq', case when h.nth is null then 'WEEKLY' else 'MONTHLY' end, 'interval', 1, 'wkst', 'MO',
    'byday', case when h.nth is null then ${day} when h.nth = 5 then '-1' || ${day} else h.nth || ${day} end,
    'opens_at', ${hour('opens')}, 'closes_at', ${hour('closes')})) order by h.weekday, h.opens)
  from directory.schedule h where h.service_at_location_id = l.id)))`

export const placesFrom = sql`directory.service_at_location l
  join territory.unit_state u on u.terc = l.commune and u.valid @> splot.today_pl()
  join territory.unit_state c on c.terc = u.parent and c.valid @> splot.today_pl() join territory.unit_state v on v.terc = c.parent and v.valid @> splot.today_pl()`

/** A service with everything of it. */
export const fullService = sql`${service} || jsonb_strip_nulls(jsonb_build_object('organization', ${organization},
  'phones', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', f.id, 'service_id', s.id, 'number', f.number, 'type', 'voice', 'description', f.whose)) order by f.n)
    from directory.phone f where f.service_id = s.id),
  'service_at_locations', (select jsonb_agg(${place} order by l.n) from ${placesFrom} where l.service_id = s.id),
  'service_areas', (select jsonb_agg(jsonb_build_object('id', directory.derived_id(s.id::text, a.terc), 'service_id', s.id, 'name', n.name, 'extent', a.terc, 'extent_type', 'text') order by a.terc)
    from directory.service_area a join territory.unit_state n on n.terc = a.terc and n.valid @> splot.today_pl() where a.service_id = s.id),
  'languages', (select jsonb_agg(jsonb_build_object('id', directory.derived_id(s.id::text, l.code), 'service_id', s.id, 'name', l.pl, 'code', l.code) order by l.position)
    from directory.language l where l.code = any (s.languages)),
  'cost_options', jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('id', ${derived(sql`s.id`, 'cost')}, 'service_id', s.id, 'option', s.cost, 'currency', case when s.cost <> 'depends' then 'PLN' end,
    'amount', case s.cost when 'free' then 0 else s.cost_grosz / 100.0 end, 'amount_description', s.cost_words))),
  'required_documents', case when s.needs is not null then jsonb_build_array(jsonb_build_object('id', ${derived(sql`s.id`, 'needs')}, 'service_id', s.id, 'document', s.needs)) end,
  'contacts', case when s.contact_name is not null then jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('id', ${derived(sql`s.id`, 'contact')}, 'service_id', s.id, 'name', s.contact_name, 'title', s.contact_title))) end,
  'attributes', jsonb_build_array(jsonb_build_object('id', ${derived(sql`s.id`, 'kind')}, 'link_id', s.id, 'taxonomy_term_id', ${termId(sql`s.kind`)}, 'link_entity', 'service',
    'taxonomy_term', (select t.term from ${terms} t where t.id = ${termId(sql`s.kind`)})))))`
