-- Who reads what of reflection and supervision: who called it, who is invited and who comes in their place, as long as they work
-- in a member of the partnership. Meetings of a case or a partnership lie in its scope and need no rule of their own.
insert into access.scope_rule (kind, rule, turn) values ('meeting', 'meetings.grants_of', 2);
insert into access.reads values
  ('meetings.grants_of', 'meetings.meeting', 'meetings.own_scopes'),
  ('meetings.grants_of', 'meetings.invitee', 'meetings.own_scopes'),
  ('meetings.grants_of', 'partnerships.grants_of', 'meetings.of_partnerships');

select access.fact('meetings.meeting', 'scope_id', 'called_by');
select access.fact('meetings.invitee', 'scope_id', 'worker_id', 'stand_in_id');

create function meetings.grants_of(asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select m.scope_id, at_table.worker_id, null::uuid, array['pointer', 'file', 'team'], g.valid, '{"reason": "meeting"}'::jsonb
  from meetings.meeting m
  cross join lateral (
    select m.called_by as worker_id
    union select i.worker_id from meetings.invitee i where i.meeting_id = m.id
    union select i.stand_in_id from meetings.invitee i where i.meeting_id = m.id and i.stand_in_id is not null) at_table
  join access.granted g on g.scope_id = m.partnership_id and g.rule = 'partnerships.grants_of' and g.worker_id = at_table.worker_id and 'file' = any (g.classes)
  where m.id = any (asked) and m.scope_id = m.id
$$;

create function meetings.own_scopes(scopes uuid[]) returns uuid[]
language sql stable set search_path = '' as $$ select array_agg(s.id) from access.scope s where s.id = any (scopes) and s.kind = 'meeting' $$;

create function meetings.of_partnerships(partnerships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(m.id) from meetings.meeting m where m.partnership_id = any (partnerships) and m.scope_id = m.id
$$;
