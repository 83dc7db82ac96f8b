-- Who does a head's deeds in a case that nobody who heads may know of (decision 024) ------------------------------

-- Where everybody who heads the institution that leads a case, or stands in there, is kept from the family: whoever takes in
-- there holds the head's part in that case. Where nobody of them may either, and nobody coordinates: the head of the
-- institution that leads the partnership, if it is another one, or who stands in, appoints a coordinator and sees no more than
-- that there is the case. An institution that nobody heads is none of these.
create function cases.in_place_of_head(cases_asked uuid[])
returns table (case_id uuid, worker_id uuid, reason text, classes text[], valid tstzmultirange)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with led as materialized (
    select l.case_id, l.institution_id, l.period::tstzmultirange * cases.open_during(l.case_id) as valid
    from cases.lead l where l.case_id = any (cases.with_somebody_kept(cases_asked))
  ), head as materialized (
    select i.institution_id, h.worker_id, h.valid
    from (select distinct institution_id from led) i cross join lateral institutions.headed(i.institution_id) h
  ), headless as materialized (
    select l.case_id, l.institution_id, l.valid * (range_agg(h.valid * coalesce(b.valid, '{}')) - range_agg(h.valid - coalesce(b.valid, '{}'))) as valid
    from led l join head h using (institution_id) left join access.barred b on b.scope_id = l.case_id and b.worker_id = h.worker_id
    group by l.case_id, l.institution_id, l.valid
  ), taking_in as materialized (
    select h.case_id, h.institution_id, w.id as worker_id, h.valid * range_agg(d.period * w.period) - coalesce(b.valid, '{}') as valid
    from headless h join institutions.delegation d on d.institution_id = h.institution_id and d.part = 'duty'
    join institutions.worker w on w.id = d.worker_id left join access.barred b on b.scope_id = h.case_id and b.worker_id = w.id
    where not isempty(h.valid) group by h.case_id, h.institution_id, w.id, h.valid, b.valid
  )
  select t.case_id, t.worker_id, 'in-place-of-head', array['pointer', 'head'], t.valid from taking_in t
  union all
  select h.case_id, l.worker_id, 'leads-partnership', array['pointer', 'appoint'], l.valid * (h.valid
    - coalesce((select range_agg(t.valid) from taking_in t where t.case_id = h.case_id and t.institution_id = h.institution_id), '{}')
    - coalesce((select range_agg(k.period) from cases.coordinator k where k.case_id = h.case_id), '{}'))
  from headless h join cases."case" c on c.id = h.case_id
  join partnerships.partnership p on p.id = c.partnership_id and p.leading_institution_id <> h.institution_id
  cross join lateral institutions.headed(p.leading_institution_id) l where not isempty(h.valid)
$$;

-- Cases that are kept from somebody, or were: few.
create function cases.with_somebody_kept(cases_asked uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array(select distinct b.scope_id from access.barred b where b.scope_id = any (cases_asked))
$$;

create function cases.kept_in(partnerships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array(select distinct b.scope_id from cases."case" c join access.barred b on b.scope_id = c.id where c.partnership_id = any (partnerships))
$$;

-- A question of `asks` that only this slice can answer: the cases in which a worker who heads nothing is asked as the head is.
create function asks.in_place_of_head(worker uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select g.scope_id from access.granted g
  where g.worker_id = in_place_of_head.worker and g.rule = 'cases.grants_to_heads' and g.because ->> 'reason' = 'in-place-of-head' and g.valid @> clock_timestamp()
    and exists (select from institutions.delegation d where d.worker_id = in_place_of_head.worker and d.part = 'duty' and d.period @> clock_timestamp())
$$;
