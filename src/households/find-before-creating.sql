-- Search before create: answers only the intake of the partnership's leading institution. Letters, sound and, when
-- given, the blind index of a PESEL. `likeness` is 1 for the same PESEL.
create function households.find_before_creating(partnership uuid, asked text, born date, pesel bytea)
returns table (person_id uuid, given_name text, family_name text, birth_date date, birth_year int, also_known text, likeness real)
language plpgsql stable security definer set search_path = '' as $$
declare wanted text := splot.sought(asked);
begin
  if not households.i_take_in(partnership) then return; end if;
  return query
    with close as (
      select n.person_id, max(greatest(extensions.similarity(n.folded, wanted),
        case when n.sounds && extensions.daitch_mokotoff(wanted) then 0.4 else 0 end)) as likeness,
        string_agg(distinct n.shown, ', ') filter (where n.kind <> 'current') as also
      from households.name n
      where n.partnership_id = partnership
        and (n.folded operator(extensions.%) wanted or n.sounds && extensions.daitch_mokotoff(wanted))
      group by n.person_id
    )
    select p.id, p.given_name, p.family_name, p.birth_date, p.birth_year, c.also,
      (case when p.pesel_index = pesel then 1
        else coalesce(c.likeness, 0) * case when p.birth_date = born then 1 when p.birth_date is null or born is null then 0.9 else 0.6 end
      end)::real
    from households.person p left join close c on c.person_id = p.id
    where p.partnership_id = partnership and (c.person_id is not null or p.pesel_index = pesel)
      and not households.i_am_barred_from(p.id)
    order by 7 desc, p.id limit 20;
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
