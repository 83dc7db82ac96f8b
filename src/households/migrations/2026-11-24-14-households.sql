-- People and households. A person belongs to one partnership; whatever leads to where somebody lives belongs to a
-- household and is seen only through a case about that household: a child of two households must not lead from the
-- father's case to the mother's address.
create schema households;

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
