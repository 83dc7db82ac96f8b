import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc, dayInPoland, lastDayInPoland } from '../platform/database/instants.ts'
import type { institutionsContract } from './contract.ts'

type Answer<Name extends keyof typeof institutionsContract> = z.output<
  (typeof institutionsContract)[Name]['answer']
>

export const myInstitution = sql<Omit<Answer<'mine'>, 'workers'>>`
  select i.id, i.kind, i.name, i.short_name as "shortName", i.locality, i.address, i.phone, i.email, i.version, i.factor_for_all as "factorForAll", i.duty_phone as "dutyPhone", i.residents,
    coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'begins', to_char(h.begins, 'HH24:MI'), 'ends', to_char(h.ends, 'HH24:MI')) order by h.weekday)
      from institutions.duty_hours h where h.institution_id = i.id), '[]') as "dutyHours",
    (select jsonb_build_object('terc', s.terc, 'name', s.name) from territory.unit_state s
      where s.terc = i.seat and s.valid @> splot.today_pl()) as seat,
    coalesce((select jsonb_agg(jsonb_build_object('terc', a.terc, 'name', coalesce(s.name, a.terc)) order by s.name collate "pl-x-icu")
      from institutions.area a left join territory.unit_state s on s.terc = a.terc and s.valid @> splot.today_pl()
      where a.institution_id = i.id), '[]') as area,
    case when institutions.i_head_myself() is not null then 'myself' when institutions.i_head() is not null then 'standing-in' end as "iHead"
  from institutions.institution i where i.id = institutions.my_institution()`

/** When nobody does the work that a cover `c` gives over. */
const restsOf = sql<Answer<'cover'>['rests']>`
  coalesce((select jsonb_agg(jsonb_build_object('from', r."from", 'until', r.until) order by r."from") from institutions.rests(c.id) r), '[]')`

export const myColleagues = sql<Answer<'mine'>['workers'][number]>`
  select w.id, w.given_name as "givenName", w.family_name as "familyName", w.position, w.social_worker as "socialWorker",
    w.service_number as "serviceNumber", w.phone, w.phone_hours as "phoneHours", w.email, w.version, o.post::float8 as post,
    ${dayInPoland('lower(w.period)')} as since, ${lastDayInPoland('upper(w.period)')} as until,
    exists (select from institutions.head h where h.worker_id = w.id and h.period @> now()
      and (h.named_by is not null or h.confirmed_by is not null)) as "isHead",
    (w.id = (select institutions.me()) or (select institutions.i_head()) is not null) as "mayChange",
    coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'part', d.part, 'until', ${lastDayInPoland('upper(d.period)')}) order by d.part)
      from institutions.delegation d where d.worker_id = w.id and d.period @> now()), '[]') as parts,
    coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'from', ${dayInPoland('lower(a.period)')}, 'until', ${lastDayInPoland('upper(a.period)')},
        'cover', case when c.id is not null then jsonb_build_object('id', c.id, 'workerId', c.stand_in_id, 'name', s.given_name || ' ' || s.family_name, 'duty', c.duty, 'agreed', c.answer is not null, 'rests', ${restsOf}) end) order by a.period)
      from institutions.absence a left join institutions.cover c on c.absence_id = a.id and c.answer is distinct from 'no' and c.ended_at is null
      left join institutions.worker s on s.id = c.stand_in_id
      where a.worker_id = w.id and upper(a.period) > now()), '[]') as absences,
    case when s.worker_id is not null then jsonb_build_object('done', s.signed_up, 'invitedUntil', ${atUtc('s.invited_until')}) end as "signUp"
  from institutions.worker w left join institutions.sign_ups() s on s.worker_id = w.id left join institutions.posts() o on o.worker_id = w.id
  where w.institution_id = institutions.my_institution()
  order by upper(w.period) desc nulls first, "isHead" desc, w.family_name collate "pl-x-icu", w.given_name collate "pl-x-icu", w.id`

export const coverById = (id: string) => sql<Answer<'cover'> & { workerId: string }>`
  select c.id, c.worker_id as "workerId", w.given_name || ' ' || w.family_name as worker, s.given_name || ' ' || s.family_name as "standIn", n.given_name || ' ' || n.family_name as "namedBy",
    ${dayInPoland('coalesce(lower(a.period), c.named_at)')} as "from", coalesce(${lastDayInPoland('upper(a.period)')}, ${dayInPoland('c.named_at')}) as until, c.duty,
    case when c.answer = 'no' then 'declined' when c.ended_at is not null or isempty(a.period) or upper(a.period) <= now() then 'over' when c.answer = 'yes' then 'agreed' else 'asked' end as state,
    c.stand_in_id = access.me() as mine, ${restsOf} as rests
  from institutions.cover c join institutions.absence a on a.id = c.absence_id join institutions.worker w on w.id = c.worker_id
  join institutions.worker s on s.id = c.stand_in_id join institutions.worker n on n.id = c.named_by where c.id = ${id}`

export const institutionsByName = (name: string, kind: string | undefined) => sql<
  Answer<'findInstitutions'>[number]
>`
  select i.id, i.kind, i.name, i.locality, s.name as seat
  from institutions.institution i
  left join territory.unit_state s on s.terc = i.seat and s.valid @> splot.today_pl()
  where i.period @> now() and (${kind ?? null}::text is null or i.kind = ${kind ?? null})
    and (splot.folded(i.name) like '%' || splot.sought(${name}) || '%'
      or splot.folded(i.name) operator(extensions.%) splot.sought(${name}))
  order by splot.folded(i.name) like splot.sought(${name}) || '%' desc,
    extensions.similarity(splot.folded(i.name), splot.sought(${name})) desc, i.name, i.id limit 12`

export const firstHeadsToConfirm = sql<Answer<'firstHeads'>[number]>`
  select f.institution_id as "institutionId", i.name as "institutionName", f.worker_id as "workerId", f.name, f.position,
    f.email, f.signed_up as "signedUp", ${atUtc('f.invited_until')} as "invitedUntil"
  from institutions.first_heads() f join institutions.institution i on i.id = f.institution_id order by i.name`

/** The name of whoever acts, and of their institution: for letters. */
export const meInWords = sql<{ name: string; position: string; institution: string }>`
  select w.given_name || ' ' || w.family_name as name, w.position, i.name as institution
  from institutions.worker w join institutions.institution i on i.id = w.institution_id where w.id = access.me()`
