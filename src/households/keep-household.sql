-- Puts a new person into a household, or one already known in the partnership (found by search or by PESEL).
-- Answers the id of the person: the known one when the PESEL is known here already. Null when refused.
-- Who is not the intake of the leading institution adds new people only, without a PESEL: else the answer would tell
-- whom the partnership knows. Whom the asking worker is kept from is unknown to them: the person is entered apart, and
-- whoever sees both learns that they are one.
create function households.add_person(member_id uuid, household uuid, person uuid, given text, family text, born date,
  born_year int, sex text, pesel_sealed bytea, pesel_index bytea) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  partnership uuid;
  known uuid;
begin
  select h.partnership_id into partnership from households.household h where h.id = household;
  if partnership is null or household <> all ((select access.my_scopes('keep'))::uuid[]) then return null; end if;
  if not households.i_take_in(partnership) and add_person.pesel_index is not null then return null; end if;
  -- One number is one person: who comes second with it waits for the first.
  perform pg_advisory_xact_lock(hashtextextended(encode(add_person.pesel_index, 'hex'), 0)) where add_person.pesel_index is not null;
  if households.i_take_in(partnership) then
    select p.id into known from households.person p
    where p.partnership_id = partnership and (p.id = person or p.pesel_index = add_person.pesel_index)
      and not households.i_am_barred_from(p.id)
    order by p.pesel_index = add_person.pesel_index desc nulls last, p.id = person desc, p.apart, p.id limit 1;
  else
    select p.id into known from households.person p where p.id = person and p.id in (select households.people_i_see());
  end if;
  if known is null then
    -- An id that is somebody's whom they do not see says nothing of them.
    known := case when exists (select from households.person p where p.id = person) then uuidv7() else person end;
    insert into households.person (id, partnership_id, given_name, family_name, birth_date, birth_year, sex, pesel_sealed, pesel_index, apart)
    values (known, partnership, given, family, born, born_year, add_person.sex, add_person.pesel_sealed, add_person.pesel_index,
      exists (select from households.person p where p.partnership_id = partnership and p.pesel_index = add_person.pesel_index));
    insert into households.name (person_id, partnership_id, kind, shown) values (known, partnership, 'current', given || ' ' || family);
  end if;
  -- Two people were typed with one number: neither may vanish in the other.
  if known <> person and exists (
    select from households.member m where m.household_id = household and m.person_id = known and upper_inf(m.period)) then
    raise exception 'somebody with this PESEL lives there' using errcode = 'SP001', schema = 'households', constraint = 'pesel_lives_here';
  end if;
  -- Who moved out and comes back lives here from the day after they left.
  insert into households.member (id, household_id, person_id, period)
  select member_id, household, known, daterange((
    select max(upper(m.period)) from households.member m where m.household_id = household and m.person_id = known), null)
  where not exists (select from households.member m where m.household_id = household and m.person_id = known and upper_inf(m.period));
  return known;
end $$;
grant execute on function households.add_person(uuid, uuid, uuid, text, text, date, int, text, bytea, bytea) to splot_app;

-- A corrected name becomes the current one; the one before stays known as an earlier one.
create function households.rename(person uuid, new_name text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if person not in (select households.people_i_keep()) then return; end if;
  update households.name n set kind = 'earlier' where n.person_id = person and n.kind = 'current'
    and not exists (select from households.name o where o.person_id = person and o.kind = 'earlier' and o.shown = n.shown);
  delete from households.name n where n.person_id = person and n.kind = 'current';
  insert into households.name (person_id, partnership_id, kind, shown)
    select p.id, p.partnership_id, 'current', new_name from households.person p where p.id = person;
end $$;
grant execute on function households.rename(uuid, text) to splot_app;
