-- Whether somebody of the institution is there to answer what is asked of it in a case.
create function timeline.somebody_to_ask(the_case uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from access.granted g where g.scope_id = the_case and g.about_id = institution
    and 'own' = any (g.classes) and g.valid @> clock_timestamp())
$$;

-- That something was written which the coordinator may not read: when, what became of asking for it, and nothing else.
-- A request that nobody is there to answer any more has ended. What was opened since, or voided, is not locked; what touches violence does not appear here either.
create function timeline.locked_entries(case_id uuid, since timestamptz, until timestamptz)
returns table (id uuid, at timestamptz, asked_at timestamptz, answer text, decline_reason text, askable boolean)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  of_case constant uuid := locked_entries.case_id;
  justice boolean;
  own uuid[];
begin
  if not of_case = any (access.my_scopes('coordinate')) then return; end if;
  -- Most pages of most timelines hold nothing that could be locked.
  if not exists (select from journal.entry e
    where e.scope_id = of_case and e.class in ('own', 'justice') and e.at > since and e.at <= until) then return; end if;
  justice := of_case = any (access.my_scopes('justice'));
  own := access.my_pairs('own');
  return query
  select e.id, e.at, r.asked_at,
    case when r.asked_at is not null and r.answer is null and not timeline.somebody_to_ask(e.scope_id, e.institution_id) then 'ended' else r.answer end,
    r.decline_reason, not exists (select from timeline.past_asking p where p.subject_id = e.subject_id)
  from journal.entry e
  left join lateral (
    select q.asked_at, q.answer, q.decline_reason from timeline.entry_request q
    where q.scope_id = e.scope_id and q.subject_id = e.subject_id order by q.asked_at desc limit 1) r on true
  where e.scope_id = of_case and e.at > since and e.at <= until
    and (e.class = 'justice' and not justice
      or e.class = 'own' and access.pair(e.scope_id, e.institution_id) <> all (own)
        and split_part(e.verb, '.', 1) in (select o.thing from timeline.openable o)
        and not exists (select from journal.entry o where o.scope_id = e.scope_id and o.subject_id = e.subject_id
          and split_part(o.verb, '.', 2) in ('opened', 'voided')));
end $$;
grant execute on function timeline.locked_entries(uuid, timestamptz, timestamptz) to splot_app;

-- The coordinator asks for what is locked; whoever keeps it is asked, and need not say what it is.
create function timeline.ask_for_entry(id uuid, case_id uuid, entry uuid, why text) returns text
language plpgsql security definer set search_path = '' as $$
declare e journal.entry;
begin
  if not cases.begin_deed(case_id, 'coordinate') then return 'not-found'; end if;
  select j.* into e from journal.entry j where j.id = entry and j.scope_id = case_id;
  if not found or not exists (
    select from timeline.locked_entries(case_id, e.at - interval '1 microsecond', e.at) l where l.id = entry) then return 'not-found'; end if;
  if e.subject_id in (select p.subject_id from timeline.past_asking p) then return 'nothing-to-open'; end if;
  if not timeline.somebody_to_ask(case_id, e.institution_id) then return 'nobody-to-ask'; end if;
  if exists (select from timeline.entry_request r where r.subject_id = e.subject_id and r.answer is null) then return 'already-asked'; end if;
  insert into timeline.entry_request (id, scope_id, institution_id, entry_id, subject_id, why, asked_by)
  values (ask_for_entry.id, case_id, e.institution_id, entry, e.subject_id, why, access.me());
  return null;
end $$;
grant execute on function timeline.ask_for_entry(uuid, uuid, uuid, text) to splot_app;

-- Answered by one of the institution's people on the team. Gives an obstacle, or what the journal says of it.
create function timeline.answer_entry_request(the_request uuid, said text, reason text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  r timeline.entry_request;
  thing text;
  opener text;
  opened_class text;
  opened_values jsonb;
  its_table text;
begin
  select * into r from timeline.entry_request q where q.id = the_request and access.pair(q.scope_id, q.institution_id) = any ((select access.my_pairs('own'))::uuid[]);
  if not found or not cases.begin_deed(r.scope_id, 'team') then return '{"obstacle": "not-found"}'; end if;
  select * into r from timeline.entry_request q where q.id = the_request and access.pair(q.scope_id, q.institution_id) = any ((select access.my_pairs('own'))::uuid[]) for update;
  if not found then return '{"obstacle": "not-found"}'; end if;
  if r.answer is not null then return '{"obstacle": "entry-request-already-answered"}'; end if;
  if said = 'opened' then
    select split_part(e.verb, '.', 1), o.opens, o.fact into thing, opener, its_table
    from journal.entry e join timeline.openable o on o.thing = split_part(e.verb, '.', 1) where e.id = r.entry_id;
    if opener is not null then
      execute format('select class, said from %s($1, $2)', opener) using r.subject_id, r.institution_id into opened_class, opened_values;
    end if;
    if opened_class is null then return '{"obstacle": "cannot-be-opened"}'; end if;
  end if;
  update timeline.entry_request set answer = said, answered_by = access.me(), answered_at = now(), decline_reason = reason where id = the_request;
  return jsonb_build_object('scopeId', r.scope_id, 'thing', thing, 'subjectId', r.subject_id, 'class', opened_class, 'fact', its_table, 'values', opened_values);
end $$;
grant execute on function timeline.answer_entry_request(uuid, text, text) to splot_app;

-- The words of what is asked for, where its slice tells them: to the institution that keeps it, before it answers.
create function timeline.words_of_asked(the_request uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  r timeline.entry_request;
  teller text;
  told text;
begin
  select * into r from timeline.entry_request q where q.id = the_request and access.pair(q.scope_id, q.institution_id) = any ((select access.my_pairs('own'))::uuid[]);
  select o.words into teller from journal.entry e join timeline.openable o on o.thing = split_part(e.verb, '.', 1) where e.id = r.entry_id;
  if teller is not null then execute format('select %s($1, $2)', teller) using r.subject_id, r.institution_id into told; end if;
  return told;
end $$;
grant execute on function timeline.words_of_asked(uuid) to splot_app;

-- Whom a note or a view that is asked for is about, its class, and who will read it once it is open.
create function timeline.opened_of_asked(the_request uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r timeline.entry_request;
  its_table text;
  told jsonb;
begin
  select * into r from timeline.entry_request q where q.id = the_request and access.pair(q.scope_id, q.institution_id) = any ((select access.my_pairs('own'))::uuid[]);
  select o.fact into its_table from journal.entry e join timeline.openable o on o.thing = split_part(e.verb, '.', 1)
  where e.id = r.entry_id and o.thing <> 'task';
  if its_table is null then return null; end if;
  execute format($q$select jsonb_build_object('about', t.about, 'class', t.class,
    'readers', cases.read_by(t.scope_id, t.class, t.institution_id, t.about, t.written_at)) from %s t where t.id = $1 and t.institution_id = $2$q$, its_table)
    using r.subject_id, r.institution_id into told;
  return told;
end $$;
grant execute on function timeline.opened_of_asked(uuid) to splot_app;

create function timeline.open_asked_task(subject uuid, institution uuid) returns table (class text, said jsonb)
language sql volatile security definer set search_path = '' as $$
  update worklist.task t set class = 'file', version = t.version + 1
  where t.id = subject and t.institution_id = institution and t.class = 'own'
  returning t.class, jsonb_build_object('what', t.what)
$$;

insert into timeline.openable (thing, opens, fact) values ('task', 'timeline.open_asked_task', 'worklist.task')
on conflict (thing) do update set opens = excluded.opens, words = excluded.words, fact = excluded.fact;
