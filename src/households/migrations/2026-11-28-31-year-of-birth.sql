-- Year and date of birth of a person tell the same year. Where they did not, the date is what was looked up.
update households.person set birth_year = null where birth_year <> extract(year from birth_date);
alter table households.person add constraint year_is_of_birth_date
  check (birth_date is null or birth_year is null or birth_year = extract(year from birth_date));
