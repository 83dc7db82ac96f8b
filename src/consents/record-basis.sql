-- Does a rule of the table let this institution give these classes to that one for that long?
-- Answers null when it does, else a code of what is wrong.
create function consents.objection(rule_code text, from_institution uuid, to_institution uuid, wanted text[], period tstzrange) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  r consents.basis_rule;
  first_day date := (lower(period) at time zone 'Europe/Warsaw')::date;
  ends timestamptz := upper(period);
  fits_from boolean; fits_to boolean;
begin
  select * into r from consents.basis_rule where code = rule_code
    and (valid_from is null or valid_from <= splot.today_pl()) and (valid_to is null or valid_to >= splot.today_pl());
  if not found then return 'unknown-rule'; end if;
  select consents.fits(r."from", i.kind, k."group") into fits_from
    from institutions.institution i join institutions.institution_kind k on k.code = i.kind where i.id = from_institution;
  select consents.fits(r."to", i.kind, k."group") into fits_to
    from institutions.institution i join institutions.institution_kind k on k.code = i.kind where i.id = to_institution;
  if not coalesce(fits_from, false) then return 'not-for-this-giver'; end if;
  if not coalesce(fits_to, false) then return 'not-for-this-receiver'; end if;
  if not wanted <@ r.classes then return 'class-not-covered'; end if;
  -- Days are counted in Poland: the last one ends at midnight there, also across a change of the clock.
  if r.longest_days is not null and (ends is null or ends > splot.end_of_day(first_day + r.longest_days)) then return 'too-long'; end if;
  if r.valid_to is not null and (ends is null or ends > splot.end_of_day(r.valid_to)) then return 'too-long'; end if;
  return null;
end $$;
grant execute on function consents.objection(text, uuid, uuid, text[], tstzrange) to splot_app;

-- When a consent given about somebody ends at the latest: turning 18 asks anew, so what was given for a child ends with the
-- birthday; and with the day of a death.
create function consents.ends_at_latest(person uuid, since timestamptz) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select least(case when since < o.of_age then o.of_age end, splot.end_of_day(p.died_on))
  from households.person p, splot.start_of_day(households.turns(p.birth_date, p.birth_year, 18)) o (of_age) where p.id = person
$$;
grant execute on function consents.ends_at_latest(uuid, timestamptz) to splot_app;

create function consents.ends_in_time() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from consents.basis_rule r where r.code = new.rule and r.kind = 'consent') then return new; end if;
  perform from households.person p where p.id = new.about_id for share; -- a corrected birthday or a death waits, and comes after
  new.period := new.period * tstzrange(null, consents.ends_at_latest(new.about_id, lower(new.period)));
  return new;
end $$;

create trigger ends_in_time before insert on consents.basis for each row execute function consents.ends_in_time();

create function consents.life_corrected() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update consents.basis b set period = b.period * tstzrange(null, greatest(e.latest, now())), version = b.version + 1
  from consents.basis_rule r, consents.basis x cross join lateral consents.ends_at_latest(x.about_id, lower(x.period)) e (latest)
  where x.id = b.id and r.code = b.rule and r.kind = 'consent' and b.about_id = new.id and upper(b.period) > greatest(e.latest, now());
  update consents.disclosure d set period = d.period * b.period from consents.basis b
  where b.id = d.basis_id and b.about_id = new.id and not d.period <@ b.period;
  return null;
end $$;

create trigger bases_end_in_time after update on households.person for each row
  when ((old.birth_date, old.birth_year, old.died_on) is distinct from (new.birth_date, new.birth_year, new.died_on))
  execute function consents.life_corrected();

-- A child, by today's day in Poland.
create function consents.is_child(person uuid) returns boolean
language sql stable set search_path = '' as $$
  select coalesce(households.is_child(p.birth_date, p.birth_year, p.expected, p.died_on), false) from households.person p where p.id = person
$$;
grant execute on function consents.is_child(uuid) to splot_app;

-- Is it known how old somebody is? Of whom it is not known nobody says that they are of age.
create function consents.age_known(person uuid) returns boolean
language sql stable set search_path = '' as $$
  select households.is_child(p.birth_date, p.birth_year, p.expected, p.died_on) is not null from households.person p where p.id = person
$$;
grant execute on function consents.age_known(uuid) to splot_app;

-- {"any": true} or {"kinds": [...]} or {"groups": [...]}
create function consents.fits(side jsonb, kind text, "group" text) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce((side ->> 'any')::boolean, false) or coalesce(side -> 'kinds' ? kind, false) or coalesce(side -> 'groups' ? "group", false)
$$;
grant execute on function consents.fits(jsonb, text, text) to splot_app;

create function consents.lives(person uuid) returns boolean
language sql stable set search_path = '' as $$ select p.died_on is null from households.person p where p.id = person $$;
grant execute on function consents.lives(uuid) to splot_app;

-- Who may give a consent about somebody: an adult for themselves; for a child, who has authority over it as recorded in
-- the household (not a contested one), for an adult only their legal guardian. Of whom it is not known how old they are,
-- nobody but who has authority over them. Nobody about who died, and who died gives none. Told to the team, and asked by the policy.
create function consents.may_sign(scope uuid, person uuid) returns table (signer uuid, authority text)
language sql stable security definer set search_path = '' as $$
  select person, null where consents.is_child(person) is not true and consents.age_known(person) and households.belongs_to(person, consents.household_of(scope))
    and consents.lives(person) and scope = any ((select access.my_scopes('team'))::uuid[])
  union
  select r.person_id, r.authority from households.relation r
  join households.authority_kind a on a.code = r.authority and a.represents_child
  where r.household_id = consents.household_of(scope) and r.to_person_id = person and consents.is_child(r.person_id) is not true
    and (consents.is_child(person) or not consents.age_known(person) or r.authority in ('guardianship', 'curatorship'))
    and consents.lives(person) and consents.lives(r.person_id)
    and scope = any ((select access.my_scopes('team'))::uuid[])
$$;
grant execute on function consents.may_sign(uuid, uuid) to splot_app;

-- Was it signed by those alone who may? A rule that is no consent asks for no signature.
create function consents.signed_rightly(rule text, scope uuid, person uuid, signed_by uuid[], court_order text) returns boolean
language sql stable security definer set search_path = '' as $$
  select case
    when not exists (select from consents.basis_rule r where r.code = signed_rightly.rule and r.kind = 'consent') then true
    when court_order is not null then cardinality(coalesce(signed_by, '{}')) = 0 and consents.is_child(person)
    else cardinality(signed_by) > 0 and signed_by <@ array(select m.signer from consents.may_sign(scope, person) m) end
$$;
grant execute on function consents.signed_rightly(text, uuid, uuid, uuid[], text) to splot_app;

-- A fact that opens and closes sight: others read it (access.reads). The table of rules is data that changes: what stands on
-- a rule changes with it.
select access.fact('consents.basis', 'scope_id');

create function consents.rule_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.changed('consents.basis', array(select distinct b.scope_id from consents.basis b where b.rule = new.code));
  return null;
end $$;

create trigger changes_bases after update on consents.basis_rule for each row when (old.standing is distinct from new.standing)
  execute function consents.rule_changed();

-- Bases that stand on a rule of the table, and when.
create function consents.standing()
returns table (id uuid, scope_id uuid, about_id uuid, from_institution_id uuid, to_institution_id uuid, classes text[], valid tstzrange)
language sql stable begin atomic
  select b.id, b.scope_id, b.about_id, b.from_institution_id, b.to_institution_id, b.classes, tstzrange(lower(b.period), least(upper(b.period), b.withdrawn_at))
  from consents.basis b
  where b.rule = any (array(select r.code from consents.basis_rule r where r.standing)) and lower(b.period) < coalesce(b.withdrawn_at, 'infinity');
end;
