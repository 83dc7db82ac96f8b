-- Whom of a partnership the asking worker may know by a PESEL: intake everybody whom they are not kept from, others whom
-- they see. To all others it is an unknown number, and nothing tells them that it is not.
create function households.known_by(pesel_index bytea, partnership uuid) returns setof households.person
language sql stable security definer set search_path = '' as $$
  select p.* from households.person p where p.partnership_id = partnership and p.pesel_index = known_by.pesel_index
    and (households.i_take_in(partnership) and not households.i_am_barred_from(p.id) or p.id in (select households.people_i_see()))
  order by p.apart, p.id limit 1
$$;

-- Somebody whose number another already bears, whom this worker does not know: a person apart.
create function households.is_borne(pesel_index bytea, partnership uuid, but uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from households.person p where p.partnership_id = partnership and p.pesel_index = is_borne.pesel_index and p.id <> but)
$$;

-- Puts a new person into a household, or one already known in the partnership (found by search or by PESEL).
-- Answers the id of the person: the known one when the PESEL is known to who adds them. Null when refused.
create function households.add_person(member_id uuid, household uuid, person uuid, given text, family text, born date,
  born_year int, sex text, expected boolean, pesel_sealed bytea, pesel_index bytea) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  partnership uuid;
  by_number uuid;
  by_id households.person;
  known uuid;
  left_on date;
begin
  select h.partnership_id into partnership from households.household h where h.id = household;
  if partnership is null or household <> all ((select access.my_scopes('keep'))::uuid[]) then return null; end if;
  -- One number is one person: who comes second with it waits for the first.
  perform pg_advisory_xact_lock(hashtextextended(encode(add_person.pesel_index, 'hex'), 0)) where add_person.pesel_index is not null;
  select k.id into by_number from households.known_by(add_person.pesel_index, partnership) k;
  select p.* into by_id from households.person p where p.id = person and p.partnership_id = partnership
    and (households.i_take_in(partnership) and not households.i_am_barred_from(p.id) or p.id in (select households.people_i_see()));
  -- Chosen is one person, and the number is another's.
  if by_id.id is not null and add_person.pesel_index is not null and by_id.pesel_index is distinct from add_person.pesel_index then
    raise exception 'this PESEL is not of who was chosen' using errcode = 'SP001', schema = 'households', constraint = 'pesel_of_who_was_chosen';
  end if;
  known := coalesce(by_number, by_id.id);
  if known is null then
    -- An id that is somebody's whom they do not see says nothing of them.
    known := case when exists (select from households.person p where p.id = person) then gen_random_uuid() else person end;
    insert into households.person (id, partnership_id, given_name, family_name, birth_date, birth_year, sex, expected, pesel_sealed, pesel_index, apart)
    values (known, partnership, given, family, born, born_year, add_person.sex, add_person.expected, add_person.pesel_sealed, add_person.pesel_index,
      households.is_borne(add_person.pesel_index, partnership, known));
    insert into households.name (person_id, partnership_id, kind, shown) select known, partnership, 'current', p.name from households.person p where p.id = known;
  end if;
  -- Two people were typed with one number: neither may vanish in the other.
  if known <> person and exists (
    select from households.member m where m.household_id = household and m.person_id = known and upper_inf(m.period)) then
    raise exception 'somebody with this PESEL lives there' using errcode = 'SP001', schema = 'households', constraint = 'pesel_lives_here';
  end if;
  -- Who moved out and comes back lives here from today, or from the day after they left.
  select max(upper(m.period)) into left_on from households.member m where m.household_id = household and m.person_id = known;
  insert into households.member (id, household_id, person_id, period)
  select member_id, household, known, daterange(case when left_on is not null then greatest(left_on, splot.today_pl()) end, null)
  where not exists (select from households.member m where m.household_id = household and m.person_id = known and upper_inf(m.period));
  return known;
end $$;
grant execute on function households.add_person(uuid, uuid, uuid, text, text, date, int, text, boolean, bytea, bytea) to splot_app;

-- Keeps or corrects the PESEL of somebody, with the birth and sex that it tells. Answers null, or who is known by it already.
create function households.keep_pesel(person uuid, expected_version int, pesel_sealed bytea, pesel_index bytea, born date, sex text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  p households.person;
  known uuid;
begin
  if person not in (select households.people_i_keep()) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(encode(keep_pesel.pesel_index, 'hex'), 0));
  select x.* into p from households.person x where x.id = person and x.version = expected_version for update;
  if not found then return null; end if;
  select k.id into known from households.known_by(keep_pesel.pesel_index, p.partnership_id) k where k.id <> person;
  if known is not null then return known; end if;
  update households.person x set pesel_sealed = keep_pesel.pesel_sealed, pesel_index = keep_pesel.pesel_index, birth_date = born, birth_year = null,
    sex = keep_pesel.sex,
    apart = households.is_borne(keep_pesel.pesel_index, p.partnership_id, person), version = x.version + 1
  where x.id = person;
  return person;
end $$;
grant execute on function households.keep_pesel(uuid, int, bytea, bytea, date, text) to splot_app;

-- A corrected name becomes the current one; the one before stays known as an earlier one.
create function households.rename(person uuid, new_name text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if person not in (select households.people_i_keep()) then return; end if;
  -- Who had a part of that name only (a newborn) was called nothing else before.
  update households.name n set kind = 'earlier' where n.person_id = person and n.kind = 'current'
    and strpos(' ' || new_name || ' ', ' ' || n.shown || ' ') = 0
    and not exists (select from households.name o where o.person_id = person and o.kind = 'earlier' and o.shown = n.shown);
  delete from households.name n where n.person_id = person and n.kind = 'current';
  insert into households.name (person_id, partnership_id, kind, shown)
    select p.id, p.partnership_id, 'current', new_name from households.person p where p.id = person;
end $$;
grant execute on function households.rename(uuid, text) to splot_app;

-- What somebody is called whom intake or their keeper was told of by a PESEL.
create function households.name_told(person uuid) returns text
language sql stable security definer set search_path = '' as $$
  select p.name from households.person p where p.id = person
    and (households.i_take_in(p.partnership_id) and not households.i_am_barred_from(p.id) or p.id in (select households.people_i_see()))
$$;
grant execute on function households.name_told(uuid) to splot_app;
