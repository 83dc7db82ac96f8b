-- Joint work (decision 017): what sheets open, found out from who must sign, what they said, and until when.
select access.fact('consents.tick', 'scope_id');
select access.fact('consents.without', 'scope_id');

-- Who must all say yes before something about somebody is exchanged: an adult themselves, or their guardian; for a child (or
-- of whom nobody knows how old they are) everybody with authority over it whom the coordinator has not decided to go on
-- without. Null where nobody can: authority is contested, or a parent's was never written down.
create function consents.must_sign(scope uuid, person uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  with own as materialized (
    select r.person_id, r.authority, r.kind, a.represents_child from households.relation r left join households.authority_kind a on a.code = r.authority
    where r.household_id = consents.household_of(scope) and r.to_person_id = person
  )
  select nullif(case
    when consents.is_child(person) is not true and consents.age_known(person) then
      coalesce((select array_agg(distinct o.person_id) from own o where o.authority = 'guardianship'), array[person])
    when exists (select from own o where o.authority = 'contested'
        or o.authority is null and o.kind in ('mother', 'father', 'parent', 'adoptive_parent'))
      -- A parent is one also where it is written from the child's side.
      or exists (select from households.relation r join households.relation_kind k on k.code = r.kind
        where r.household_id = consents.household_of(scope) and r.person_id = person and k.inverse in ('parent', 'adoptive_parent')
          and not exists (select from own o where o.person_id = r.to_person_id and o.authority is not null)) then '{}'
    else array(select distinct o.person_id from own o where o.represents_child and consents.is_child(o.person_id) is not true
      and not exists (select from consents.without w where w.scope_id = scope and w.about_id = person
        and w.representative_id = o.person_id and w.ended_at is null)) end, '{}')
$$;

-- From when on somebody is of age for certain; null where nobody knows how old they are.
create function consents.of_age_from(p households.person) returns timestamptz
language sql stable return splot.start_of_day((coalesce(p.birth_date, make_date(p.birth_year, 12, 31)) + interval '18 years')::date);

-- When somebody whose authority over a child counts for nothing yet, being a child too, comes of age and must sign as well.
create function consents.signers_until(scope uuid, person uuid) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select min(consents.of_age_from(p))
  from households.relation r join households.authority_kind a on a.code = r.authority and a.represents_child
  join households.person p on p.id = r.person_id
  where r.household_id = consents.household_of(scope) and r.to_person_id = person and consents.is_child(r.person_id)
    and not exists (select from consents.without w where w.scope_id = scope and w.about_id = person
      and w.representative_id = r.person_id and w.ended_at is null)
$$;

-- What institutions exchange about whom, when: a row is open while each who must sign says yes, or a court ordered it, and
-- whoever it is about has not said no. `since`: only what is written from then on.
create function consents.exchanged(scope uuid)
returns table (about_id uuid, institution_id uuid, class text, since timestamptz, valid tstzmultirange)
language sql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with said as materialized (
    select t.about_id, t.institution_id, t.class, t.signer_id, range_agg(t.period) filter (where t.yes) as yes, range_agg(t.period) filter (where not t.yes) as no,
      max(lower(t.period)) filter (where t.yes and not t.earlier) as since
    from consents.tick t where t.scope_id = scope and t.yes is not null and splot.is_or_will_be(t.period)
    group by 1, 2, 3, 4
  ), signers as materialized (
    select p.about_id, consents.must_sign(scope, p.about_id) as must,
      tstzmultirange(tstzrange(null, consents.signers_until(scope, p.about_id))) as signing from (select distinct s.about_id from said s) p
  )
  select s.about_id, s.institution_id, s.class, max(s.since) filter (where s.signer_id is null or s.signer_id = any (g.must)),
    coalesce(range_agg(s.yes) filter (where s.signer_id is null), '{}')
      + (case when count(s.yes) filter (where s.signer_id = any (g.must)) = cardinality(g.must)
          then range_intersect_agg(s.yes) filter (where s.signer_id = any (g.must)) * g.signing else '{}' end
        - coalesce(range_agg(s.no) filter (where s.signer_id = s.about_id), '{}'))
  from said s join signers g using (about_id)
  group by s.about_id, s.institution_id, s.class, g.must, g.signing having count(s.yes) > 0
$$;

-- Ends ticks at this instant: those of an institution that leaves, of all when a case closes.
create function consents.end_ticks(scope uuid, institution uuid, because text) returns void
language sql security definer set search_path = '' as $$
  update consents.tick t set period = tstzrange(lower(t.period), greatest(now(), lower(t.period))), ended_because = because
  where t.scope_id = scope and (institution is null or t.institution_id = institution) and t.yes and upper(t.period) > now();
  update consents.sheet s set taken_back_at = now(), version = version + 1
  where s.scope_id = scope and institution is null and s.answered_at is null and s.taken_back_at is null
$$;

-- The register of joint work: from what people of an institution hold through it, a row a person, class and stretch of time.
-- What began stays; what was to begin or to end later is written anew.
create function consents.keep_register(scopes uuid[]) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  if not exists (select from consents.tick t where t.scope_id = any (scopes)) then return; end if;
  delete from consents.exchange e where e.scope_id = any (scopes) and lower(e.period) > now();
  with open as materialized (
    select g.scope_id, g.about_id, w.institution_id, class, unnest(range_agg(g.valid)) as period
    from access.granted g join institutions.worker w on w.id = g.worker_id, unnest(g.classes) class
    where g.scope_id = any (scopes) and g.because ->> 'reason' = 'joint-work' and not g.because ? 'giver'
    group by 1, 2, 3, 4
  ), ends as (
    update consents.exchange e set period = tstzrange(lower(e.period), u.upper)
    from (
      select k.id, coalesce((select upper(o.period) from open o
        where (o.scope_id, o.about_id, o.institution_id, o.class) = (k.scope_id, k.about_id, k.to_institution_id, k.class) and o.period @> now()),
        greatest(now(), lower(k.period) + interval '1 microsecond')) as upper
      from consents.exchange k where k.scope_id = any (scopes) and k.period @> now()) u
    where e.id = u.id and upper(e.period) is distinct from u.upper
  )
  insert into consents.exchange (scope_id, about_id, to_institution_id, class, period)
  select o.scope_id, o.about_id, o.institution_id, o.class, o.period * tstzrange(now(), null) from open o
  where (upper_inf(o.period) or upper(o.period) > now())
    and not (o.period @> now() and exists (select from consents.exchange k
      where (k.scope_id, k.about_id, k.to_institution_id, k.class) = (o.scope_id, o.about_id, o.institution_id, o.class) and k.period @> now()));
end $$;

-- What was ticked about a child ends at 18, whoever ticked it, also when a birthday is corrected. Of a child whose day of
-- birth is unknown, in the year in which they turn 18, it ends with the year: from then on they sign.
create function consents.tick_ends_at_majority() returns trigger language plpgsql security definer set search_path = '' as $$
declare p households.person;
begin
  if new.period is null or isempty(new.period) then return new; end if;
  select * into p from households.person where id = new.about_id for share;
  new.period := new.period * tstzrange(null, (
    select min(turns) from (values (consents.until_majority(p.id)), (consents.of_age_from(p))) m (turns) where turns > lower(new.period)));
  return new;
end $$;
create trigger ends_at_majority before insert or update of period on consents.tick for each row execute function consents.tick_ends_at_majority();

-- Who turns out to be of age, or a child, was asked as what they are not: all that was ticked about them ends.
create function consents.birthday_moves_ticks() returns trigger language plpgsql security definer set search_path = '' as $$
declare other constant boolean := coalesce(consents.of_age_from(old) <= now(), false) <> coalesce(consents.of_age_from(new) <= now(), false);
begin
  update consents.tick t set period = t.period * tstzrange(null, case when other then greatest(now(), lower(t.period))
    else greatest(consents.until_majority(new.id), now()) end)
  where t.about_id = new.id and upper(t.period) > now() and (other
    or lower(t.period) < consents.until_majority(new.id) and t.period @> greatest(consents.until_majority(new.id), now()));
  return null;
end $$;
create trigger ticks_end_at_majority after update on households.person for each row
  when ((old.birth_date, old.birth_year) is distinct from (new.birth_date, new.birth_year)) execute function consents.birthday_moves_ticks();

-- The boxes about which everybody who must sign agrees now, whether or not somebody there has a part yet; for who keeps the file.
create function consents.agreed(scope uuid) returns table (about_id uuid, institution_id uuid, class text, since timestamptz, until timestamptz)
language sql stable security definer set search_path = '' as $$
  select e.about_id, e.institution_id, e.class, e.since, (select upper(r) from unnest(e.valid) r where r @> now())
  from consents.exchanged(scope) e where e.valid @> now() and scope = any ((select access.my_whole_scopes('file'))::uuid[])
$$;
grant execute on function consents.agreed(uuid) to splot_app;
