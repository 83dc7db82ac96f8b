-- Is there an open case about this household? Told to the intake of the leading institution only.
create function concerns.open_case_of(person uuid) returns table (case_id uuid, code text, household_id uuid, label text, coordinator text, i_coordinate boolean)
language sql stable security definer set search_path = '' as $$
  select c.id, c.code, h.id, h.label, w.given_name || ' ' || w.family_name, coalesce(k.worker_id = access.me(), false)
  from households.member m join households.household h on h.id = m.household_id
  join cases."case" c on c.household_id = h.id join cases.opening o on o.case_id = c.id and upper_inf(o.period)
  left join cases.coordinator k on k.case_id = c.id and k.period @> now() left join institutions.worker w on w.id = k.worker_id
  where m.person_id = person and households.i_take_in(h.partnership_id)
    and not exists (select from access.barred b where b.scope_id = h.id and b.worker_id = access.me() and b.valid @> now())
$$;
grant execute on function concerns.open_case_of(uuid) to splot_app;

-- Notes a search of people: for which concern, and the households and open cases of whom it showed. Each of them was
-- looked at.
create function concerns.note_search(concern uuid, people uuid[]) returns void
language sql security definer set search_path = '' as $$
  with me as (select w.id, w.institution_id from institutions.worker w where w.id = access.me()),
  household as (select distinct m.household_id as id from households.member m where m.person_id = any (people)),
  shown as (
    select h.id from household h
    union all
    select c.id from household h join cases."case" c on c.household_id = h.id
    where exists (select from cases.opening o where o.case_id = c.id and upper_inf(o.period))
  ),
  looked as (
    insert into journal.look (worker_id, institution_id, scope_id, page)
    select me.id, me.institution_id, s.id, 'people-search' from me, shown s on conflict do nothing
  )
  insert into concerns.people_search (worker_id, institution_id, concern_id, shown)
  select me.id, me.institution_id, concern, array(select s.id from shown s) from me
$$;
grant execute on function concerns.note_search(uuid, uuid[]) to splot_app;
