-- Who bears one name only, has no given name yet, is not born yet, or died is a person too. How they are called is said here.
alter table households.person alter column given_name drop not null, alter column family_name drop not null;
alter table households.person add column name text not null
  generated always as (trim(coalesce(given_name, '') || ' ' || coalesce(family_name, ''))) stored;
alter table households.person add column expected boolean not null default false;
alter table households.person add column died_on date;
alter table households.person add constraint has_a_name check (given_name is not null or family_name is not null);
alter table households.person add constraint expected_is_not_born
  check (not expected or (birth_date is null and birth_year is null and pesel_index is null and died_on is null));
alter table households.person add constraint lived_before_dying
  check (died_on >= coalesce(birth_date, make_date(birth_year, 1, 1), '1900-01-01'));
create index person_by_birth on households.person (partnership_id, birth_date) where birth_date is not null;

-- A name is found by the sounds of its words and by keys made of them (names.sql).
drop index households.name_by_letters, households.name_by_sound;
alter table households.name drop column folded, drop column sounds;
alter table households.name add column words text[] not null default '{}';
alter table households.name add column keys tsvector not null default '';
create index name_by_keys on households.name using gin (partnership_id, keys) with (fastupdate = off);

-- Names that people call one another by, each group one given name.
create table households.everyday_name (
  given_name int not null,
  name text not null,
  sound text not null,
  stem text not null,
  primary key (given_name, name)
);
create index everyday_name_by_sound on households.everyday_name (sound);
create index everyday_name_by_stem on households.everyday_name (stem);
