-- Search before create: answers only the intake of the partnership's leading institution. Names that are alike and, when
-- given, the blind index of a PESEL. `likeness` is 1 for the same PESEL.
create function households.find_before_creating(partnership uuid, asked text, born date, pesel bytea)
returns table (person_id uuid, name text, birth_date date, birth_year int, also_known text, likeness real)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not households.i_take_in(partnership) then return; end if;
  return query
    with alike as materialized (select * from households.alike(array[partnership], asked, born => born))
    select p.id, p.name, p.birth_date, p.birth_year,
      (select string_agg(n.shown, ', ' order by n.shown) from households.name n where n.person_id = p.id and n.kind <> 'current'),
      (case when p.pesel_index = pesel then 1
        else coalesce(a.likeness, 0) * case when p.birth_date = born then 1 when p.birth_date is null or born is null then 0.9 else 0.6 end
      end)::real as likeness
    from (select a.person_id as id from alike a union
      select k.id from households.person k where k.partnership_id = partnership and k.pesel_index = pesel) f
    join households.person p using (id) left join alike a on a.person_id = p.id
    where not households.i_am_barred_from(p.id)
    order by 6 desc, p.id limit 20;
end $$;
grant execute on function households.find_before_creating(uuid, text, date, bytea) to splot_app;

-- Do I take in concerns for the institution that leads this partnership?
create function households.i_take_in(partnership uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.partnership p
    where p.id = partnership and p.leading_institution_id = institutions.i_take_in_for())
$$;
grant execute on function households.i_take_in(uuid) to splot_app;

-- Notes that I was told who somebody is: their households were looked at.
create function households.note_told(person uuid) returns void
language sql security definer set search_path = '' as $$
  insert into journal.look (worker_id, institution_id, scope_id, page)
  select w.id, w.institution_id, m.household_id, 'people-search'
  from institutions.worker w, (select distinct household_id from households.member where person_id = note_told.person) m
  where w.id = access.me() on conflict do nothing
$$;
grant execute on function households.note_told(uuid) to splot_app;
