-- Classes of data about a family.
insert into access.class (name, opened_by_institution) values
  ('file', true), ('whereabouts', false), ('health', true), ('addiction', true), ('justice', true),
  -- How a household is called, and in which place it is: for who heads the institution that leads.
  ('named', false);

-- Sight of people ------------------------------------------------------------------------------------------------

create function households.people_i_see() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
  select m.person_id from households.member m where m.household_id = any ((select access.my_whole_scopes('file'))::uuid[])
  union
  -- A grant about somebody opens that person only where they belong to the household.
  select m.person_id from households.member m
  where m.household_id = any (array(
      select g.scope_id from access.granted g
      where g.worker_id = access.me() and 'file' = any (g.classes) and g.about_id is not null
        and (access.within() is null or g.scope_id = any (access.within()))))
    and access.pair(m.household_id, m.person_id) = any ((select access.my_pairs('file'))::uuid[])
$$;
grant execute on function households.people_i_see() to splot_app;

-- Is this somebody of that household? For rules of things that name a person.
create function households.belongs_to(person uuid, household uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from households.member m where m.person_id = person and m.household_id = household) $$;

create function households.people_i_keep() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as
$$ select m.person_id from households.member m where m.household_id = any ((select access.my_scopes('keep'))::uuid[]) $$;
grant execute on function households.people_i_keep() to splot_app;

create function households.people_of(household uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 6 as
$$ select person_id from households.member where household_id = household and household = any ((select access.my_scopes('file'))::uuid[]) $$;
grant execute on function households.people_of(uuid) to splot_app;

-- Am I excluded from a household of somebody, and do not see them in another? Then they are unknown to me.
create function households.i_am_barred_from(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from households.member m join access.barred b on b.scope_id = m.household_id
      where m.person_id = person and b.worker_id = access.me() and b.valid @> now())
    and not exists (select from households.member m join access.granted g on g.scope_id = m.household_id
      where m.person_id = person and g.worker_id = access.me() and 'file' = any (g.classes) and g.valid @> clock_timestamp()
        and (g.about_id is null or g.about_id = person))
$$;

-- Age ------------------------------------------------------------------------------------------------------------

-- Age and majority are told here alone, for pages, papers and rules. A year of somebody's life is over as its last day begins,
-- and where that year has no 29 February, on the 28th (civil code art. 112). Of whom the year of birth alone is known, whatever
-- its last day would tell: nobody is taken for older than is known. After a death age stands still.

-- The day on which somebody is or was as old as that.
create function households.turns(born date, born_year int, years int) returns date
language sql immutable parallel safe set search_path = '' return
  (coalesce(born, make_date(born_year, 12, 31)) + make_interval(years => years))::date;

create function households.age(born date, born_year int, died_on date) returns int
language sql stable parallel safe set search_path = '' return (
  select case when y.years is not null then greatest(0, y.years - (households.turns(born, born_year, y.years) > y.day)::int) end
  from (select d.day, extract(year from d.day)::int - coalesce(extract(year from born)::int, born_year) as years
    from (select least(splot.today_pl(), died_on) as day) d) y);

-- Whether somebody is a child; null while nobody knows how old they are. Who is not born yet is one.
create function households.is_child(born date, born_year int, expected boolean, died_on date) returns boolean
language sql stable parallel safe set search_path = '' return expected or households.turns(born, born_year, 18) > least(splot.today_pl(), died_on);
grant execute on function households.turns(date, int, int), households.age(date, int, date), households.is_child(date, int, boolean, date) to splot_app;

-- Who died lives nowhere from the day after; where the day was a mistake, they live again where they did.
create function households.lives_no_more() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update households.member m set period = daterange(lower(m.period), null), version = version + 1
  where m.person_id = new.id and upper(m.period) = old.died_on + 1
    and not exists (select from households.member o where o.person_id = m.person_id and o.household_id = m.household_id and lower(o.period) > old.died_on);
  update households.member m set period = m.period * daterange(null, new.died_on, '[]'), version = version + 1
  where m.person_id = new.id and not m.period <@ daterange(null, new.died_on, '[]');
  return null;
end $$;
create trigger lives_no_more after update on households.person for each row when (old.died_on is distinct from new.died_on)
  execute function households.lives_no_more();

-- Who lives there, who has authority over whom, and how old somebody is are facts that sight follows: others read them
-- (access.reads).
select access.fact('households.member', 'household_id');
select access.fact('households.relation', 'household_id');
select access.fact('households.person', 'id', 'birth_date', 'birth_year', 'expected', 'died_on');
