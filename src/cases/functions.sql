-- How each deed on a case begins: whoever holds the class for it takes hold of what others might change meanwhile (in
-- the order of every deed: facts of institutions, then the household, then rows), and still holds the class then. In a
-- closed case nothing is done but what is meant for it.
create function cases.begin_deed(case_id uuid, class text, also uuid default null, closed_too boolean default false) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if case_id is null or case_id <> all ((select access.my_scopes(class))::uuid[]) then return false; end if;
  perform cases.hold_case(case_id, also);
  if case_id <> all ((select access.my_scopes(class))::uuid[]) then return false; end if;
  if not closed_too then perform cases.must_be_open(case_id); end if;
  return true;
end $$;

create function cases.hold_case(the_case uuid, also uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform cases.hold_facts(array[the_case], also);
  perform from households.household h where h.id = (select c.household_id from cases."case" c where c.id = the_case) for no key update;
  perform access.begin_anew_if_changed(the_case);
end $$;

-- Questions of the platform that only this slice can answer: who belongs to the household of a case today …
create function access.people_in(scope uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select distinct m.person_id from cases."case" c join households.member m on m.household_id = c.household_id
    where c.id = scope and m.period @> splot.today_pl() order by 1)
$$;

-- … and whether somebody does, or did.
create function access.must_be_people_of(scope uuid, people uuid[]) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select from unnest(people) id where id <> scope and not households.belongs_to(id, (select c.household_id from cases."case" c where c.id = scope))) then
    raise exception 'not somebody of this household' using errcode = 'SP001', schema = 'cases', constraint = 'about_the_household';
  end if;
end $$;

-- Whom a fact is about where its writer says nothing: adults, children or everybody, as the domain says it (`whom`); of what my
-- institution writes (`ours`), as its kind does where nothing else says it.
create function cases.whom_by_default(whom text, ours boolean) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(whom, case when ours then (
    select k.whom from institutions.institution i join institutions.institution_kind k on k.code = i.kind
    where i.id = institutions.my_institution()) end)
$$;
grant execute on function cases.whom_by_default(text, boolean) to splot_app;

-- Who these are today; where nobody is such, everybody.
create function cases.about_by_default(scope uuid, whom text, ours boolean) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  everybody constant uuid[] := access.people_in(scope);
  meant constant text := cases.whom_by_default(whom, ours);
begin
  if coalesce(meant, 'everybody') = 'everybody' then return everybody; end if;
  return coalesce(nullif(array(select id from unnest(everybody) id
    where case meant when 'adults' then consents.is_child(id) is not true else consents.is_child(id) end), '{}'), everybody);
end $$;
grant execute on function cases.about_by_default(uuid, text, boolean) to splot_app;

-- Which institutions on the team read, now, an opened entry of an institution (decision 016); told to that institution, and to
-- who coordinates, who also learns which do not. Of a text that is being written, `written` is now.
create function cases.read_by(scope uuid, class text, giver uuid, about uuid[], written timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case when may.coordinates or may.gives then jsonb_build_object(
    'reads', coalesce(jsonb_agg(r.name order by r.leads desc, r.name) filter (where r.reads), '[]'),
    'others', case when may.coordinates then coalesce(jsonb_agg(r.name order by r.name) filter (where not r.reads), '[]') end) end
  from (select scope = any ((select access.my_scopes('coordinate'))::uuid[]) as coordinates,
      giver = institutions.my_institution() and scope = any ((select access.my_scopes('team'))::uuid[]) as gives) may
  left join lateral (
    select coalesce(i.short_name, i.name) as name, bool_or(t.whole is not null) as leads,
      bool_or(i.id = giver or coalesce(t.whole, false) or access.opens_to(t.worker_id, scope, class, giver, about, written)) as reads
    from (
      select g.worker_id, bool_or(read_by.class = any (g.classes)) filter (where g.about_id is null) as whole
      from access.granted g where g.scope_id = scope and g.valid @> clock_timestamp()
      group by 1 having bool_or('team' = any (g.classes))) t
    join institutions.worker w on w.id = t.worker_id join institutions.institution i on i.id = w.institution_id
    group by i.id) r on true
  group by may.coordinates, may.gives
$$;
grant execute on function cases.read_by(uuid, text, uuid, uuid[], timestamptz) to splot_app;
