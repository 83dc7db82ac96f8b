-- Writes a message into a matter: to readers of it, who become such by being written to; or one message to institutions
-- outside (`letters`), without a name. In a partnership nothing is written but what bears no name.
create function messages.write_message(the_id uuid, the_matter uuid, of_class text, whom uuid[], said text, quoting uuid, by_hour timestamptz,
  institutions_asked uuid[], workers_asked uuid[], letters uuid[]) returns text
language plpgsql security definer set search_path = '' as $$
declare
  t messages.matter;
  obstacle text;
begin
  select * into t from messages.matter m where m.id = the_matter;
  if not found then return 'not-found'; end if;
  obstacle := messages.add_readers(t.id, institutions_asked, workers_asked);
  if obstacle is not null then return obstacle; end if;
  if not messages.is_case(t.scope_id) and of_class <> 'request' then return 'only-without-names'; end if;
  if letters <> '{}' then
    if of_class <> 'request' then return 'only-without-names'; end if;
    perform messages.hold_place(t.scope_id, letters);
    if exists (select from unnest(letters) i where not messages.may_be_written_to(t.scope_id, i)) then return 'cannot-be-written-to'; end if;
  end if;
  if by_hour <= clock_timestamp() or by_hour > clock_timestamp() + interval '7 days' then return 'hour-is-over'; end if;
  if by_hour is not null and cardinality(institutions_asked) + cardinality(letters) = 0 then return 'urgent-to-somebody'; end if;
  insert into messages.message (id, matter_id, scope_id, institution_id, author_id, class, about, words, quotes, answer_at)
    values (the_id, t.id, t.scope_id, institutions.my_institution(), access.me(), of_class, whom, said, quoting, by_hour);
  insert into messages.addressee (message_id, matter_id, scope_id, institution_id, worker_id, outside)
    select distinct the_id, t.id, t.scope_id, a.i, a.w, false from unnest(institutions_asked, workers_asked) a (i, w)
    union all
    select distinct the_id, t.id, t.scope_id, i, null::uuid, true from unnest(letters) i;
  -- Nobody waits for an answer of somebody who reads nothing of it.
  if by_hour is not null and exists (
    select from messages.addressee a join messages.message m on m.id = a.message_id
    where a.message_id = the_id and not a.outside and not exists (
      select from institutions.worker w where w.institution_id = a.institution_id and (a.worker_id is null or w.id = a.worker_id)
        and w.period @> clock_timestamp() and messages.is_read_by(m, w.id))) then return 'urgent-and-unread'; end if;
  perform messages.tell_readers(the_id);
  return null;
end $$;
grant execute on function messages.write_message(uuid, uuid, text, uuid[], text, uuid, timestamptz, uuid[], uuid[], uuid[]) to splot_app;

-- Tells by letter that a message waits: those it is written to, or all who read it where it is to nobody in particular. What
-- is urgent is asked, and told by that.
create function messages.tell_readers(the_message uuid) returns void
language sql security definer set search_path = '' as $$
  select asks.notify_once('message', w.id, m.matter_id, m.scope_id)
  from messages.message m join access.granted g on g.scope_id = m.scope_id and g.about_id = m.matter_id and 'reads' = any (g.classes) and g.valid @> clock_timestamp()
  join institutions.worker w on w.id = g.worker_id
  where m.id = the_message and m.answer_at is null and w.id <> m.author_id and messages.is_read_by(m, w.id)
    and (not exists (select from messages.addressee a where a.message_id = m.id)
      or exists (select from messages.addressee a where a.message_id = m.id and a.institution_id = w.institution_id and (a.worker_id is null or a.worker_id = w.id)))
  group by w.id, m.matter_id, m.scope_id
$$;

-- Its author edits what was written within ten minutes; what stood there is kept.
create function messages.edit_message(the_message uuid, expected_version int, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m messages.message;
  t messages.matter;
begin
  select * into m from messages.message x where x.id = the_message and x.author_id = access.me();
  select * into t from messages.matter x where x.id = m.matter_id;
  if not found or not messages.begin_deed(t) then return 'not-found'; end if;
  select * into m from messages.message x where x.id = the_message;
  if clock_timestamp() > m.written_at + interval '10 minutes' then return 'time-is-over'; end if;
  if m.version <> expected_version then return 'changed-meanwhile'; end if;
  insert into messages.earlier (message_id, matter_id, scope_id, words) values (m.id, m.matter_id, m.scope_id, m.words);
  update messages.message set words = said, edited_at = clock_timestamp(), version = version + 1 where id = m.id;
  return null;
end $$;
grant execute on function messages.edit_message(uuid, int, text) to splot_app;

-- What I have read so far of a matter.
create function messages.mark_read(the_matter uuid, upto timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into messages.read_mark (matter_id, worker_id, scope_id, until)
    select t.id, access.me(), t.scope_id, upto from messages.matter t
    where t.id = the_matter and access.pair(t.scope_id, t.id) = any ((select access.my_pairs('reads'))::uuid[])
  on conflict (matter_id, worker_id) do update set until = excluded.until, at = clock_timestamp() where messages.read_mark.until < excluded.until;
  perform asks.needs_no_notice('message', the_matter);
end $$;
grant execute on function messages.mark_read(uuid, timestamptz) to splot_app;

-- What became of a message that I read: agreed in words, or a thing made of it.
create function messages.came_of(the_id uuid, the_message uuid, of_kind text, said text, thing uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m messages.message;
  t messages.matter;
begin
  select * into m from messages.message x where x.id = the_message;
  select * into t from messages.matter x where x.id = m.matter_id;
  if not found or not messages.begin_deed(t) or not messages.is_read_by(m, access.me()) then return 'not-found'; end if;
  insert into messages.outcome (id, message_id, matter_id, scope_id, kind, words, thing_id, made_by)
    values (the_id, m.id, m.matter_id, m.scope_id, of_kind, said, thing, access.me());
  return null;
end $$;
grant execute on function messages.came_of(uuid, uuid, text, text, uuid) to splot_app;

-- What is told of such a thing, as its slice says it to whoever may read it.
create function messages.told_of(of_kind text, thing uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare told jsonb;
begin
  execute format('select %s($1)', messages.teller_of(of_kind)) into told using thing;
  return told;
end $$;
create function messages.teller_of(of_kind text) returns text
language sql stable security definer set search_path = '' as $$ select k.told_by from messages.outcome_kind k where k.code = of_kind $$;
grant execute on function messages.teller_of(text) to splot_app;
grant execute on function messages.told_of(text, uuid) to splot_app;
