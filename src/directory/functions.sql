-- The institution for which I keep entries: I head it, stand in, or answer for it in a partnership.
create function directory.my_keeping() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare mine constant uuid := institutions.my_institution();
begin
  if mine is null then return null; end if;
  if institutions.i_head() is not null then return mine; end if;
  return (select mine where exists (
    select from partnerships.membership m, lateral partnerships.answers_for(m.partnership_id, mine) a
    where m.institution_id = mine and a.worker_id = access.me() and a.valid @> clock_timestamp()));
end $$;
grant execute on function directory.my_keeping() to splot_app;

-- Partnerships whose entries I keep: those that the institution leads for which I keep.
create function directory.my_kept_partnerships() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select p.id from partnerships.partnership p where p.leading_institution_id = directory.my_keeping())
$$;
grant execute on function directory.my_kept_partnerships() to splot_app;

-- Communes of my partnerships, and the one where my institution is.
create function directory.my_communes() returns table (terc text)
language sql stable security definer set search_path = '' as $$
  select a.terc from partnerships.area a where a.partnership_id = any ((select partnerships.my_partnerships())::uuid[]) and length(a.terc) = 7
  union select i.seat from institutions.institution i where i.id = institutions.my_institution() and length(i.seat) = 7
$$;
grant execute on function directory.my_communes() to splot_app;

-- Services that are shown to those alone who keep them, as far as I do.
create function directory.my_confidential() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select s.id from directory.service s where s.confidential
    and (s.institution_id = directory.my_keeping() or s.partnership_id = any (directory.my_kept_partnerships())))
$$;
grant execute on function directory.my_confidential() to splot_app;

-- Services whose entries I keep.
create function directory.my_services() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select s.id from directory.service s where s.institution_id = directory.my_keeping()
    union select s.id from directory.service s where s.partnership_id = any (directory.my_kept_partnerships()))
$$;
grant execute on function directory.my_services() to splot_app;

-- Do I keep this entry?
create function directory.i_keep(service uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from directory.service s where s.id = service
    and (s.institution_id = directory.my_keeping() or s.partnership_id = any (directory.my_kept_partnerships())))
$$;
grant execute on function directory.i_keep(uuid) to splot_app;

-- Who does not want to be found is found by a phone alone: told to whoever takes in or coordinates, of what serves the communes of
-- their partnerships, with the kind of help and nothing of whose it is or where.
create function directory.confidential_phones() returns table (id uuid, kind text, number text, whose text)
language sql stable security definer set search_path = '' as $$
  select p.id, s.kind, p.number, p.whose
  from directory.service s join directory.phone p on p.service_id = s.id
  where s.confidential and s.closed_at is null
    and (institutions.i_take_in_for() is not null or institutions.coordinates(institutions.me()))
    and (not exists (select from directory.service_area a where a.service_id = s.id) or exists (
      select from directory.service_area a join partnerships.area h on h.terc like a.terc || '%' or a.terc like h.terc || '%'
      where a.service_id = s.id and h.partnership_id in (select partnerships.i_take_part_in())))
  order by s.kind, s.id, p.n
$$;
grant execute on function directory.confidential_phones() to splot_app;

-- The beginning that a Polish word keeps in all its forms.
create function directory.stem(word text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(substring(word from '^(.{4,}?)(?:iego|owie|ami|ach|owi|ego|emu|ymi|imi|iej|iem|ych|ich|ow|om|em|ie|ia|io|ej|a|e|i|o|u|y)$'), word)
$$;
grant execute on function directory.stem(text) to splot_app;

-- Services that everybody may find by words: each begins a word of what a service is found by, or is like one. The longest is
-- asked of the index; a policy would be asked before it, row by row.
create function directory.by_words(words text[], alike boolean) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
declare folded constant text[] := array(select splot.sought(w) from unnest(words) w where splot.sought(w) is not null order by length(w) desc);
declare stems constant text[] := array(select '% ' || directory.stem(f) || '%' from unnest(folded) f);
begin
  if cardinality(folded) = 0 then return; end if;
  if alike then
    -- A letter of seven that is wrong leaves half of what makes the word.
    perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
    return query select s.id from directory.service s where not s.confidential and s.closed_at is null and folded[1] operator(extensions.<%) s.sought
      and not exists (select from unnest(folded[2:]) f where not f operator(extensions.<%) s.sought);
  else
    return query select s.id from directory.service s where not s.confidential and s.closed_at is null and s.sought like stems[1] and s.sought like all (stems);
  end if;
end $$;
grant execute on function directory.by_words(text[], boolean) to splot_app;

-- The straight line between two places, in kilometres.
create function directory.straight_km(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision) returns double precision
language sql immutable parallel safe return
  12742 * asin(sqrt(sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2));
grant execute on function directory.straight_km(double precision, double precision, double precision, double precision) to splot_app;

-- Where nobody said how much longer roads are.
create function directory.usual_road_factor() returns numeric language sql immutable parallel safe return 1.3;
grant execute on function directory.usual_road_factor() to splot_app;

-- How much longer roads are around a commune.
create function directory.factor_at(commune text) returns double precision language sql stable parallel safe set search_path = '' as $$
  select coalesce((select f.factor from directory.road_factor f where f.county = left(factor_at.commune, 4)), directory.usual_road_factor())::float8
$$;
grant execute on function directory.factor_at(text) to splot_app;

-- What a service is found by: its words, its kind with what people call it, who gives it, where.
create function directory.words_of(service uuid) returns text
language sql stable security definer set search_path = '' as $$
  select ' ' || splot.folded(concat_ws(' ', s.name, k.pl, k.en, k.words, g.pl, i.short_name, coalesce(i.name, o.name), s.for_whom, s.description, s.needs,
    (select string_agg(t.pl, ' ') from directory.target_group t where t.code = any (s.target_groups)),
    (select string_agg(concat_ws(' ', l.locality, l.name), ' ' order by l.n) from directory.service_at_location l where l.service_id = s.id)))
  from directory.service s join directory.service_kind k on k.code = s.kind join directory.service_group g on g.code = k."group"
  join directory.organization o on o.id = s.organization_id left join institutions.institution i on i.id = o.institution_id
  where s.id = service
$$;

-- Follows what is said of it. A service of a kind that speaks of violence is confidential, whatever its entry says.
create function directory.service_said() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.confidential := new.confidential or exists (select from directory.service_kind k where k.code = new.kind and k.class = 'violence');
  return new;
end $$;
create trigger said before insert or update on directory.service for each row execute function directory.service_said();

create function directory.find_by(services uuid[]) returns void
language sql security definer set search_path = '' as $$
  update directory.service s set sought = w.words
  from (select id, directory.words_of(id) as words from unnest(services) id) w where s.id = w.id and s.sought is distinct from w.words
$$;
create function directory.found_by() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform directory.find_by(array(select distinct c.id from changed c));
  return null;
end $$;
create function directory.found_at() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform directory.find_by(array(select distinct c.service_id from changed c));
  return null;
end $$;
create trigger found_when_added after insert on directory.service referencing new table as changed for each statement execute function directory.found_by();
create trigger found_when_changed after update on directory.service referencing new table as changed for each statement
  when (pg_trigger_depth() = 0) execute function directory.found_by();
create trigger found_at_when_added after insert on directory.service_at_location referencing new table as changed for each statement execute function directory.found_at();
create trigger found_at_when_changed after update on directory.service_at_location referencing new table as changed for each statement execute function directory.found_at();
create trigger found_at_when_left after delete on directory.service_at_location referencing old table as changed for each statement execute function directory.found_at();

-- One statement about free places holds; the one before is kept.
create function directory.places_said() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update directory.places p set replaced_at = clock_timestamp() where p.service_id = new.service_id and p.replaced_at is null;
  return new;
end $$;
create trigger said before insert on directory.places for each row execute function directory.places_said();

-- Whoever keeps it said that all of it holds: what was doubted is answered, by that or by the change that came with it.
create function directory.confirmed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update directory.service s set checked_at = new.confirmed_at where s.id = new.service_id;
  update directory.doubt d set settled_at = new.confirmed_at, answer = case when s.changed_at = now() then 'changed' else 'holds' end
  from directory.service s where s.id = new.service_id and d.service_id = s.id and d.settled_at is null;
  return null;
end $$;
create trigger confirmed after insert on directory.confirmation for each row execute function directory.confirmed();
create function directory.closed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update directory.doubt d set settled_at = now(), answer = 'closed' where d.service_id = new.id and d.settled_at is null;
  return null;
end $$;
create trigger closed after update on directory.service for each row when (old.closed_at is null and new.closed_at is not null)
  execute function directory.closed();

-- Whether I may doubt an entry now: each thing once until it is answered, and a few in a day.
create function directory.obstacle_to_doubt(service uuid, thing text) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when exists (select from directory.doubt d where (d.service_id, d.what, d.asked_by) = (service, thing, access.me()) and d.settled_at is null) then 'asked-already'
    when (select count(*) from directory.doubt d where d.asked_by = access.me() and d.asked_at > now() - interval '1 day') >= 12 then 'asks-too-much'
  end
$$;
grant execute on function directory.obstacle_to_doubt(uuid, text) to splot_app;

-- Who is written to about entries of an institution: those who answer for it in a partnership, else who heads it.
create function directory.keepers_of(institution uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with answer as (
    select distinct a.worker_id from partnerships.membership m cross join lateral partnerships.answers_for(m.partnership_id, institution) a
    where m.institution_id = institution and a.part <> 'duty' and a.valid @> clock_timestamp())
  select worker_id from answer
  union all
  select h.worker_id from institutions.head h where h.institution_id = institution and h.period @> clock_timestamp() and not exists (select from answer)
$$;

-- Tells whoever keeps entries that nobody has confirmed some of them for so many days: once for each time that an entry was checked,
-- and in one letter, which names none of them.
create function directory.remind_of_entries(days int) returns void
language plpgsql security definer set search_path = '' as $$
begin
  with old as (
    insert into directory.reminder (service_id, checked_at)
    select s.id, s.checked_at from directory.service s where s.closed_at is null and s.checked_at < now() - make_interval(days => days)
    on conflict do nothing returning service_id)
  insert into asks.notice (kind, worker_id, subject_id)
  select 'service-entries', k.worker, x.institution from (
    select distinct coalesce(s.institution_id, p.leading_institution_id) as institution
    from old o join directory.service s on s.id = o.service_id left join partnerships.partnership p on p.id = s.partnership_id) x
  cross join lateral directory.keepers_of(x.institution) k (worker)
  where not exists (select from asks.notice n where n.kind = 'service-entries' and n.worker_id = k.worker and n.told_at is null);
end $$;
grant execute on function directory.remind_of_entries(int) to splot_jobs;

-- Keeps that something is not there, told by what came of a referral or of a basket; nothing that speaks of violence.
create function directory.lacks(commune text, service_group text, service_kind text, why text) returns void
language sql security definer set search_path = '' as $$
  insert into directory.unmet_need (commune, service_group, service_kind, why)
  select lacks.commune, lacks.service_group, lacks.service_kind, lacks.why
  where lacks.commune is not null and coalesce(lacks.service_group, lacks.service_kind) is not null
    and not exists (select from directory.service_kind k where k.code = lacks.service_kind and k.class = 'violence')
$$;

-- Keeps that something is not there: codes and the commune; nothing that speaks of violence.
create function directory.note_unmet_need(commune text, service_group text, service_kind text, problem_kind text, target_group text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if institutions.me() is null then return 'not-allowed'; end if;
  if exists (select from directory.service_kind k where k.code = note_unmet_need.service_kind and k.class = 'violence')
    or exists (select from partnerships.problem_kind k where k.code = note_unmet_need.problem_kind and k.violence) then return 'speaks-of-violence'; end if;
  insert into directory.unmet_need (commune, service_group, service_kind, problem_kind, target_group)
  values (commune, service_group, service_kind, problem_kind, target_group);
  return null;
end $$;
grant execute on function directory.note_unmet_need(text, text, text, text, text) to splot_app;

-- How often something was looked for and not found in the communes of my partnerships, in a year: in bands, per commune. What came
-- of families (a refusal, a gap of a plan) from five on: one of a small commune would be known by it.
create function directory.unmet_needs() returns table (commune text, service_group text, service_kind text, problem_kind text, target_group text, why text, band text)
language sql stable security definer set search_path = '' as $$
  select n.commune, n.service_group, n.service_kind, n.problem_kind, n.target_group, n.why, splot.band(count(*))
  from directory.unmet_need n
  where n.noted_in > splot.today_pl() - 366 and n.commune in (
    select a.terc from partnerships.area a where a.partnership_id in (select partnerships.i_take_part_in()))
  group by 1, 2, 3, 4, 5, 6 having n.why = 'search' or count(*) >= 5
  order by array_position(array['from_50', 'from_20', 'from_10', 'from_5', 'under_5'], splot.band(count(*))), 1, 2, 3, 4, 5, 6
$$;
grant execute on function directory.unmet_needs() to splot_app;

-- Do I keep entries of a partnership that works in this county?
create function directory.i_keep_in_county(county text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.area a where a.partnership_id = any (directory.my_kept_partnerships()) and a.terc like i_keep_in_county.county || '%')
$$;
grant execute on function directory.i_keep_in_county(text) to splot_app;

-- The organization of an institution that I keep entries for; it gets one with its first service.
create function directory.organization_of(institution uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  if institution is distinct from directory.my_keeping() then return null; end if;
  insert into directory.organization (id, institution_id) values (institution, institution) on conflict do nothing;
  return institution;
end $$;
grant execute on function directory.organization_of(uuid) to splot_app;

-- Who keeps an entry of a partnership, by name, and which institution said how many places there are: known to everybody who reads it.
create function directory.name_of_keeper(partnership uuid) returns text
language sql stable security definer set search_path = '' as $$ select p.name from partnerships.partnership p where p.id = partnership
  and exists (select from directory.service s where s.partnership_id = p.id) $$;
grant execute on function directory.name_of_keeper(uuid) to splot_app;
create function directory.who_said(said uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(i.short_name, i.name) from directory.places p join institutions.worker w on w.id = p.said_by join institutions.institution i on i.id = w.institution_id
  where p.id = said
$$;
grant execute on function directory.who_said(uuid) to splot_app;

create function directory.who_set_factor(the_county text) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(i.short_name, i.name) from directory.road_factor f join institutions.worker w on w.id = f.set_by join institutions.institution i on i.id = w.institution_id
  where f.county = the_county
$$;
grant execute on function directory.who_set_factor(text) to splot_app;

-- The standard gives an id to what here has none of its own: made of what it belongs to and a word, the same each time.
create function directory.derived_id(of text, word text) returns uuid
language sql immutable parallel safe return overlay(overlay(md5(of || '/' || word) placing '8' from 13) placing '8' from 17)::uuid;
grant execute on function directory.derived_id(text, text) to splot_app;

-- What of the entries that I keep somebody doubts, each by itself; and in one line how many nobody confirmed for so many days.
create function directory.to_check(days int) returns table (id uuid, what text, state text, since date)
language sql stable security definer set search_path = '' rows 5 as $$
  with mine as materialized (
    select s.id, s.name, s.checked_at from directory.service s where s.closed_at is null and s.id = any (directory.my_services()))
  select m.id, m.name, min(d.what), min((d.asked_at at time zone 'Europe/Warsaw')::date)
  from mine m join directory.doubt d on d.service_id = m.id where d.settled_at is null group by m.id, m.name
  union all
  select institutions.my_institution(), count(*)::text, null, null from mine m where m.checked_at < now() - make_interval(days => days) having count(*) > 0
$$;
grant execute on function directory.to_check(int) to splot_app;

-- What a search finds, what was checked latest first; what must not be found is not.
create function directory.found(typed text) returns table (id uuid, name text, organization text, phone text)
language sql stable security definer set search_path = '' rows 6 as $$
  select s.id, s.name, coalesce(i.short_name, i.name, o.name), (select f.number from directory.phone f where f.service_id = s.id order by f.n limit 1)
  from directory.service s join directory.organization o on o.id = s.organization_id left join institutions.institution i on i.id = o.institution_id
  where s.id in (select directory.by_words(regexp_split_to_array(typed, '\s+'), false))
  order by s.checked_at desc, s.id limit 6
$$;
grant execute on function directory.found(text) to splot_app;

-- As which entry a service of a file stands here, for who keeps entries. An id that no entry bears of which they know becomes one of
-- their own, the same each time: nothing tells one that nobody has from one of an entry that is hidden from them.
create function directory.ids_for_import(given_ids text[]) returns table (given text, id uuid, state text)
language sql stable security definer set search_path = '' as $$
  with asked as (
    select g, case when g ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then g::uuid end as id, directory.derived_id(g, directory.my_keeping()::text) as own
    from unnest(given_ids) g),
  known as (
    select a.*, s.id is not null as is_there, s.confidential, s.id is not null and directory.i_keep(s.id) as mine,
      o.id is not null as own_is_there, o.confidential as own_confidential, o.id is not null and directory.i_keep(o.id) as own_mine
    from asked a left join directory.service s on s.id = a.id left join directory.service o on o.id = a.own)
  select k.g, case when k.is_there and (k.mine or not k.confidential) then k.id else k.own end,
    case when k.mine then case when k.confidential then 'confidential' else 'mine' end
      when k.is_there and not k.confidential then 'kept-by-another'
      when not k.own_is_there then 'free'
      when not k.own_mine then 'kept-by-another'
      when k.own_confidential then 'confidential' else 'mine' end
  from known k
$$;
grant execute on function directory.ids_for_import(text[]) to splot_app;

-- The same of the places of a service, in their order: an id that no place of this service bears becomes one of its own.
create function directory.place_ids_for_import(given_ids text[], services uuid[]) returns table (id uuid)
language sql stable security definer set search_path = '' as $$
  select coalesce(l.id, directory.derived_id(x.g, coalesce(x.service::text, '')))
  from unnest(given_ids, services) with ordinality as x (g, service, n)
  left join directory.service_at_location l on l.service_id = x.service and l.id::text = lower(x.g)
  order by x.n
$$;
grant execute on function directory.place_ids_for_import(text[], uuid[]) to splot_app;
