-- What may become of a message is put here anew by the slices that own it.
delete from messages.outcome_kind;

-- Questions that deeds on messages ask.

-- Whether somebody reads a message as a reader of its matter: what the policy says, of any worker.
create function messages.is_read_by(m messages.message, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from access.granted g
      where g.scope_id = m.scope_id and g.worker_id = worker and g.about_id = m.matter_id and 'reads' = any (g.classes) and g.valid @> clock_timestamp())
    and (m.class = 'request'
      or exists (select from access.granted g where g.scope_id = m.scope_id and g.worker_id = worker and g.valid @> clock_timestamp()
        and ('own' = any (g.classes) and g.about_id = m.institution_id or m.class = any (g.classes) and g.about_id is null))
      or access.opens_to(worker, m.scope_id, m.class, m.institution_id, m.about, m.written_at))
$$;

-- Whether what an addressee is asked is open to somebody: a question of `asks`.
create function messages.is_open_to(the_addressee uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select messages.is_read_by(m, worker) from messages.addressee a join messages.message m on m.id = a.message_id where a.id = the_addressee
$$;

-- How each deed on a matter begins: what its sight stands on is held, then the matter, and whoever does it reads it then still.
-- In a closed case nothing is written.
create function messages.begin_deed(t messages.matter) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if access.pair(t.scope_id, t.id) <> all ((select access.my_pairs('reads'))::uuid[]) then return false; end if;
  perform messages.hold_place(t.scope_id);
  perform from messages.matter h where h.id = t.id for no key update;
  if access.pair(t.scope_id, t.id) <> all ((select access.my_pairs('reads'))::uuid[]) then return false; end if;
  perform cases.must_be_open(t.scope_id);
  return true;
end $$;

create function messages.hold_place(place uuid, also uuid[] default '{}') returns void
language plpgsql security definer set search_path = '' as $$
begin
  if messages.is_case(place) then perform cases.hold_case(place); end if;
  perform from partnerships.agreement a where a.partnership_id = place order by a.id for share;
  perform messages.hold_facts(array[place]);
  perform from institutions.institution i where i.id = any (also) order by i.id for share;
  perform access.begin_anew_if_changed(place);
end $$;

-- Whether a place is a case; else it is a partnership.
create function messages.is_case(place uuid) returns boolean
language sql stable security definer set search_path = '' as $$ select cases.partnership_of(place) is not null $$;
grant execute on function messages.is_case(uuid) to splot_app;

-- Whether nothing is waited for in a place any more: the case is closed, or was a mistake.
create function messages.is_over(place uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select cases.is_closed(place) or exists (select from cases."case" c where c.id = place and c.voided_at is not null)
$$;

-- Whether a worker, or somebody of an institution, may read matters of a place now: on the team of a case, at work in a full
-- member of a partnership.
create function messages.may_read(place uuid, institution uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select case when messages.is_case(place) then exists (
      select from access.granted g join institutions.worker w on w.id = g.worker_id
      where g.scope_id = place and w.institution_id = institution and (worker is null or w.id = worker) and 'team' = any (g.classes) and g.valid @> clock_timestamp())
    else partnerships.membership_valid(place, institution) @> clock_timestamp() and (worker is null or exists (
      select from institutions.worker w where w.id = worker and w.institution_id = institution and w.period @> clock_timestamp())) end
$$;

-- Whether an institution reads a matter already, or this worker of it does; whoever coordinates always does.
create function messages.reads_already(t messages.matter, institution uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from messages.reader r where r.matter_id = t.id and r.period @> now() and r.institution_id = institution
      and (r.worker_id is null or r.worker_id is not distinct from worker))
    or worker is not null and exists (select from access.granted g where g.scope_id = t.scope_id and g.worker_id = worker
      and 'coordinate' = any (g.classes) and g.valid @> clock_timestamp())
$$;

-- An institution outside of the team of a case that may be written one message: a full member of its partnership.
create function messages.may_be_written_to(place uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select messages.is_case(place) and not messages.may_read(place, institution, null)
    and partnerships.membership_valid(cases.partnership_of(place), institution) @> clock_timestamp()
$$;

-- Whom I may write to in a place: people on the team of a case, with their institutions; in a partnership its members and their
-- people; and, of a case, members outside of its team.
create function messages.people_of(place uuid)
returns table (institution_id uuid, institution text, kind text, worker_id uuid, name text, "position" text, coordinates boolean, outside boolean)
language sql stable security definer set search_path = '' rows 20 as $$
  with here as (
    select p.id as partnership_id, messages.is_case(place) as is_case from partnerships.partnership p
    where p.id = coalesce(cases.partnership_of(place), place)
      and (place = any ((select access.my_scopes('team'))::uuid[])) and (messages.is_case(place) or p.id in (select partnerships.i_work_in()))
  ), team as (
    select g.worker_id, bool_or('coordinate' = any (g.classes)) as coordinates from access.granted g, here h
    where h.is_case and g.scope_id = place and 'team' = any (g.classes) and g.valid @> clock_timestamp() group by 1
  )
  select i.id, coalesce(i.short_name, i.name), i.kind, w.id, w.given_name || ' ' || w.family_name, w.position, t.coordinates, false
  from team t join institutions.worker w on w.id = t.worker_id join institutions.institution i on i.id = w.institution_id
  union all
  select i.id, coalesce(i.short_name, i.name), i.kind, w.id, w.given_name || ' ' || w.family_name, w.position, false, h.is_case
  from here h join partnerships.membership m on m.partnership_id = h.partnership_id and m.period @> now()
  join institutions.institution i on i.id = m.institution_id
  left join institutions.worker w on not h.is_case and w.institution_id = i.id and w.period @> clock_timestamp()
  where partnerships.membership_valid(h.partnership_id, i.id) @> clock_timestamp()
    and (not h.is_case or i.id not in (select o.institution_id from team x join institutions.worker o on o.id = x.worker_id))
$$;
grant execute on function messages.people_of(uuid) to splot_app;

-- The place of a message in a matter that I read.
create function messages.place_of(the_message uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select m.scope_id from messages.message m
  where m.id = the_message and access.pair(m.scope_id, m.matter_id) = any ((select access.my_pairs('reads'))::uuid[])
$$;
grant execute on function messages.place_of(uuid) to splot_app;

-- The same of an addressee.
create function messages.place_of_addressee(the_addressee uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select messages.place_of(a.message_id) from messages.addressee a where a.id = the_addressee
$$;
grant execute on function messages.place_of_addressee(uuid) to splot_app;

-- A message that goes outside is a place of its own there: whoever reads it holds nothing in the case, and of two letters nobody
-- knows whether they are about one family.
create function messages.opens_letter() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from access.scope s where s.id = new.message_id) then perform access.open_scope(new.message_id, 'letter'); end if;
  return new;
end $$;
create trigger opens_letter before insert on messages.addressee for each row when (new.outside) execute function messages.opens_letter();

insert into partnerships.place_source values ('messages.partnership_of_letter');
create function messages.partnership_of_letter(place uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select cases.partnership_of(m.scope_id) from messages.message m join access.scope s on s.id = m.id where m.id = place
$$;
