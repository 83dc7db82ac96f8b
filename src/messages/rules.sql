-- Who reads a matter. In a case its readers who are on the team, as long as they are, and whoever coordinates; of an institution
-- that is a reader all of its people on the team. In a partnership its readers who work in a full member; of an institution whoever
-- answers for it, while nobody of those may its head. An institution outside of a case's team reads the one message that was
-- written to it, until the matter is settled. What of a matter is open to a reader, each message says (access.sql).
insert into access.scope_rule (kind, rule, hold, turn) values
  ('case', 'messages.grants_in_cases', null, 2),
  ('letter', 'messages.grants_of_letters', 'messages.hold_letters', 2),
  ('partnership', 'messages.grants_in_partnerships', 'messages.hold_facts', 2);
insert into access.reads values
  ('messages.grants_in_cases', 'cases.grants_to_team', null),
  ('messages.grants_in_cases', 'messages.reader', null),
  ('messages.grants_in_cases', 'messages.matter', null),
  ('messages.grants_of_letters', 'cases.grants_to_team', 'messages.letters_in'),
  ('messages.grants_of_letters', 'cases.opening', 'messages.letters_in'),
  ('messages.grants_of_letters', 'messages.matter', 'messages.letters_in'),
  ('messages.grants_of_letters', 'messages.addressee', null),
  ('messages.grants_of_letters', 'institutions.head', 'messages.letters_to_heads'),
  ('messages.grants_of_letters', 'institutions.delegation', 'messages.letters_to_stand_ins'),
  ('messages.grants_of_letters', 'partnerships.answering', 'messages.letters_to_members'),
  ('messages.grants_in_partnerships', 'messages.matter', null),
  ('messages.grants_in_partnerships', 'messages.reader', null),
  ('messages.grants_in_partnerships', 'institutions.worker', 'messages.matters_of_workers'),
  ('messages.grants_in_partnerships', 'institutions.head', 'messages.matters_of_heads'),
  ('messages.grants_in_partnerships', 'institutions.delegation', 'messages.matters_of_stand_ins'),
  ('messages.grants_in_partnerships', 'partnerships.answering', 'messages.matters_of_members');

select access.fact('messages.matter', 'scope_id', 'closed_at');
select access.fact('messages.reader', 'scope_id', 'period');
select access.fact('messages.addressee', 'message_id', 'outside');

-- Whoever answers for a member in a partnership; while nobody of those may in a place, its head.
create function messages.answering(partnership uuid, institution uuid, place uuid) returns table (worker_id uuid, valid tstzmultirange)
language sql stable security definer set search_path = '' rows 2 as $$
  with answers as materialized (
    select a.worker_id, a.valid from partnerships.answers_for(partnership, institution) a
  )
  select a.worker_id, a.valid from answers a
  union all
  select h.worker_id, h.valid * partnerships.membership_valid(partnership, institution) - coalesce((
    select range_agg(a.valid - coalesce(b.valid, '{}')) from answers a left join access.barred b on b.scope_id = place and b.worker_id = a.worker_id), '{}')
  from institutions.headed(institution) h
$$;

create function messages.grants_in_cases(asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with team as materialized (
    select g.scope_id, g.worker_id, w.institution_id, g.valid, 'coordinate' = any (g.classes) as coordinates
    from access.granted g join institutions.worker w on w.id = g.worker_id
    where g.scope_id = any (asked) and g.rule = 'cases.grants_to_team' and 'team' = any (g.classes)
      and exists (select from messages.matter m where m.scope_id = g.scope_id)
  )
  -- What stands in the journal about a matter is its readers' own.
  select r.scope_id, t.worker_id, r.matter_id, array['reads', 'own'], t.valid * tstzmultirange(r.period), '{"reason": "conversation"}'::jsonb
  from messages.reader r join team t on t.scope_id = r.scope_id and t.institution_id = r.institution_id and (r.worker_id is null or r.worker_id = t.worker_id)
  union all
  select m.scope_id, t.worker_id, m.id, array['reads', 'own'], t.valid, '{"reason": "coordinator"}'
  from messages.matter m join team t on t.scope_id = m.scope_id and t.coordinates where m.scope_id = any (asked)
$$;

-- Who is kept from the family is kept from what is written about it.
create function messages.grants_of_letters(asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select m.id, w.worker_id, m.id, array['letter'],
    w.valid * tstzmultirange(tstzrange(m.written_at, case when t.closed_at is not null then greatest(m.written_at, t.closed_at) end)) * cases.open_during(m.scope_id) - coalesce(b.valid, '{}'),
    '{"reason": "letter"}'::jsonb
  from messages.message m join messages.matter t on t.id = m.matter_id join messages.addressee a on a.message_id = m.id and a.outside
  join access.scope s on s.id = m.scope_id and s.kind = 'case'
  cross join lateral messages.answering(cases.partnership_of(m.scope_id), a.institution_id, m.scope_id) w
  left join access.barred b on b.scope_id = m.scope_id and b.worker_id = w.worker_id
  where m.id = any (asked)
$$;

create function messages.grants_in_partnerships(asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select r.scope_id, w.worker_id, r.matter_id, array['reads', 'own'], w.valid * tstzmultirange(r.period), '{"reason": "conversation"}'::jsonb
  from messages.reader r cross join lateral (
    select k.id, tstzmultirange(k.period) * partnerships.membership_valid(r.scope_id, r.institution_id) from institutions.worker k where k.id = r.worker_id
    union all
    select a.worker_id, a.valid from messages.answering(r.scope_id, r.institution_id, r.scope_id) a where r.worker_id is null) w (worker_id, valid)
  where r.scope_id = any (asked)
$$;

-- Institutions on whose membership and people sight of a matter in a partnership stands; and of a letter.
create function messages.hold_facts(scopes uuid[]) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  perform from institutions.institution i where i.id in (
    select r.institution_id from messages.reader r where r.scope_id = any (scopes)) order by i.id for share;
end $$;

create function messages.hold_letters(letters uuid[]) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  perform from institutions.institution i where i.id in (
    select a.institution_id from messages.addressee a where a.message_id = any (letters) and a.outside) order by i.id for share;
end $$;

-- What was written from cases to institutions outside.
create function messages.letters_in(cases_touched uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct a.message_id) from messages.addressee a where a.outside and a.scope_id = any (cases_touched)
$$;
create function messages.letters_to(institutions uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct a.message_id) from messages.addressee a join messages.matter t on t.id = a.matter_id and t.closed_at is null
  where a.outside and a.institution_id = any (institutions)
$$;
create function messages.letters_to_heads(heads uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select messages.letters_to(array(select h.institution_id from institutions.head h where h.id = any (heads)))
$$;
create function messages.letters_to_stand_ins(delegations uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select messages.letters_to(array(select d.institution_id from institutions.delegation d where d.id = any (delegations) and d.part = 'stand_in'))
$$;
create function messages.letters_to_members(memberships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select messages.letters_to(array(select m.institution_id from partnerships.membership m where m.id = any (memberships)))
$$;

-- In which partnerships institutions, or one of their workers, read a matter.
create function messages.matters_of(institutions uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct r.scope_id) from messages.reader r join partnerships.partnership p on p.id = r.scope_id
  where r.institution_id = any (institutions) and splot.is_or_will_be(r.period)
$$;
create function messages.matters_of_workers(workers uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select messages.matters_of(array(select w.institution_id from institutions.worker w where w.id = any (workers)))
$$;
create function messages.matters_of_heads(heads uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select messages.matters_of(array(select h.institution_id from institutions.head h where h.id = any (heads)))
$$;
create function messages.matters_of_stand_ins(delegations uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select messages.matters_of(array(select d.institution_id from institutions.delegation d where d.id = any (delegations) and d.part = 'stand_in'))
$$;
create function messages.matters_of_members(memberships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select messages.matters_of(array(select m.institution_id from partnerships.membership m where m.id = any (memberships)))
$$;
