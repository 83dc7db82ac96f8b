-- People and households. A person belongs to one partnership; whatever leads to where somebody lives belongs to a
-- household and is seen only through a case about that household: a child of two households must not lead from the
-- father's case to the mother's address.
create schema households;
grant usage on schema households to splot_app, splot_jobs;

select codes.create_list('households.relation_kind', 'inverse text, sex text, neutral text');
select codes.create_list('households.authority_kind', 'represents_child boolean, check_order boolean');
select codes.create_list('households.contact_way_kind', 'channel text');

create table households.person (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  given_name text not null check (length(given_name) between 1 and 80),
  family_name text not null check (length(family_name) between 1 and 80),
  birth_date date check (birth_date between '1900-01-01' and '2200-01-01'),
  birth_year int check (birth_year between 1900 and 2200),
  sex text check (sex in ('female', 'male')),
  languages text[] not null default '{pl}',
  -- PESEL: encrypted by the app (AES-256-GCM), found by a keyed blind index within the partnership.
  pesel_sealed bytea,
  pesel_index bytea,
  version int not null default 1,
  check ((pesel_sealed is null) = (pesel_index is null)),
  unique (id, partnership_id)
);
create unique index pesel_within_partnership on households.person (partnership_id, pesel_index);

-- Every name that a person is or was known by, folded for search: without Polish letters, by trigrams and by sound.
create table households.name (
  person_id uuid not null,
  partnership_id uuid not null,
  kind text not null check (kind in ('current', 'maiden', 'earlier', 'other')),
  shown text not null check (length(shown) between 1 and 161),
  folded text generated always as (splot.folded(shown)) stored,
  sounds text[] generated always as (extensions.daitch_mokotoff(splot.folded(shown))) stored,
  primary key (person_id, kind, shown),
  foreign key (person_id, partnership_id) references households.person (id, partnership_id)
);
-- Beginning with the partnership: what others know by the same letters must cost a search nothing.
create index name_by_letters on households.name using gin (partnership_id, folded extensions.gin_trgm_ops);
create index name_by_sound on households.name using gin (partnership_id, sounds);

create table households.household (
  id uuid primary key references access.scope,
  partnership_id uuid not null references partnerships.partnership,
  label text not null check (length(label) between 1 and 120),
  commune text references territory.unit,
  locality text,
  version int not null default 1
);

-- Where it is. Protected: hidden also from prints and from team members who may know the rest.
create table households.address (
  household_id uuid primary key references households.household,
  line text not null check (length(line) between 1 and 200),
  how_to_get_there text,
  protected boolean not null default false,
  version int not null default 1
);

create table households.member (
  id uuid primary key,
  household_id uuid not null references households.household,
  person_id uuid not null references households.person,
  part text not null default 'supported' check (part in ('active', 'supported', 'informed')),
  lives_here boolean not null default true,
  runs_household boolean not null default true,
  period daterange not null default '[,)',
  version int not null default 1,
  exclude using gist (access.pair(household_id, person_id) with =, period with &&)
);
create index member_of_household on households.member (household_id);
create index member_person on households.member (person_id, household_id);

-- `person_id` is `kind` of `to_person_id`. Recorded within a household, so it leads nowhere else.
create table households.relation (
  id uuid primary key,
  household_id uuid not null references households.household,
  person_id uuid not null references households.person,
  to_person_id uuid not null references households.person,
  kind text not null references households.relation_kind,
  authority text references households.authority_kind,
  contact_forbidden boolean not null default false,
  check (person_id <> to_person_id),
  unique (household_id, person_id, to_person_id, kind)
);

create table households.contact_way (
  id uuid primary key,
  household_id uuid not null references households.household,
  person_id uuid references households.person,
  kind text not null references households.contact_way_kind,
  value text not null check (length(value) between 1 and 200),
  safe boolean not null default true,
  hours text,
  who_must_not_know text,
  version int not null default 1
);
create index contact_way_of on households.contact_way (household_id);

-- Sight of people ------------------------------------------------------------------------------------------------

create function households.people_i_see() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
  select m.person_id from households.member m where m.household_id = any (array(select access.my_whole_scopes('file')))
  union
  -- A grant about somebody opens that person only where they belong to the household.
  select m.person_id from households.member m
  where m.household_id = any (array(
      select g.scope_id from access.granted g
      where g.worker_id = access.me() and 'file' = any (g.classes) and g.about_id is not null
        and (access.within() is null or g.scope_id = any (access.within()))))
    and access.pair(m.household_id, m.person_id) = any (array(select access.my_pairs('file')))
$$;

-- Is this somebody of that household? For rules of things that name a person.
create function households.belongs_to(person uuid, household uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from households.member m where m.person_id = person and m.household_id = household) $$;
revoke execute on function households.belongs_to(uuid, uuid) from public;

create function households.people_i_keep() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as
$$ select m.person_id from households.member m where m.household_id in (select access.my_scopes('keep')) $$;

create function households.people_of(household uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 6 as
$$ select person_id from households.member where household_id = household and household in (select access.my_scopes('file')) $$;

-- Am I excluded from a case about somebody's household? Then not even the search tells of them.
create function households.i_am_barred_from(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from households.member m join access.barred b on b.scope_id = m.household_id
    where m.person_id = person and b.worker_id = access.me() and b.valid @> now())
$$;
revoke execute on function households.i_am_barred_from(uuid) from public;

-- Search before create: answers only the intake of the partnership's leading institution. Letters, sound and, when
-- given, the blind index of a PESEL. `likeness` is 1 for the same PESEL.
create function households.find_before_creating(partnership uuid, asked text, born date, pesel bytea)
returns table (person_id uuid, given_name text, family_name text, birth_date date, birth_year int, also_known text, likeness real)
language plpgsql stable security definer set search_path = '' as $$
declare wanted text := splot.folded(asked);
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

-- Do I take in concerns for the institution that leads this partnership?
create function households.i_take_in(partnership uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.partnership p
    where p.id = partnership and p.leading_institution_id = institutions.i_take_in_for())
$$;

-- Puts a new person into a household, or one already known in the partnership (found by search or by PESEL).
-- Answers the id of the person: the known one when the PESEL is known here already. Null when refused.
-- Who is not the intake of the leading institution adds new people only, without a PESEL: else the answer would tell
-- whom the partnership knows.
create function households.add_person(member_id uuid, household uuid, person uuid, given text, family text, born date,
  born_year int, sex text, pesel_sealed bytea, pesel_index bytea) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  partnership uuid;
  known uuid;
begin
  select h.partnership_id into partnership from households.household h where h.id = household;
  if partnership is null or household not in (select access.my_scopes('keep')) then return null; end if;
  if households.i_take_in(partnership) then
    select p.id into known from households.person p
    where p.partnership_id = partnership and (p.id = person or p.pesel_index = add_person.pesel_index)
    order by p.pesel_index = add_person.pesel_index desc nulls last;
    if households.i_am_barred_from(known) then return null; end if;
  else
    if add_person.pesel_index is not null then return null; end if;
    select p.id into known from households.person p where p.id = person and p.id in (select households.people_i_see());
  end if;
  if known is null then
    insert into households.person (id, partnership_id, given_name, family_name, birth_date, birth_year, sex, pesel_sealed, pesel_index)
    values (person, partnership, given, family, born, born_year, add_person.sex, add_person.pesel_sealed, add_person.pesel_index)
    on conflict do nothing;
    if found then
      insert into households.name (person_id, partnership_id, kind, shown) values (person, partnership, 'current', given || ' ' || family);
      known := person;
    else
      -- The same person came from elsewhere at the same moment, or the id belongs to somebody unseen.
      select p.id into known from households.person p
      where p.partnership_id = partnership and p.pesel_index = add_person.pesel_index;
      if known is null then return null; end if;
    end if;
  end if;
  -- Who moved out and comes back lives here from the day after they left.
  insert into households.member (id, household_id, person_id, period)
  select member_id, household, known, daterange((
    select max(upper(m.period)) from households.member m where m.household_id = household and m.person_id = known), null)
  where not exists (select from households.member m where m.household_id = household and m.person_id = known and upper_inf(m.period));
  return known;
end $$;

grant execute on function households.people_i_see(), households.people_i_keep(), households.people_of(uuid),
  households.find_before_creating(uuid, text, date, bytea), households.i_take_in(uuid),
  households.add_person(uuid, uuid, uuid, text, text, date, int, text, bytea, bytea) to splot_app;
