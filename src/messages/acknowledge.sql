-- Says "I see it and take it", or that I cannot: whom a message is written to, or who of the institution it is written to. Who stands
-- in for them, and when the hour is over any colleague, as far as they read the matter. Somebody says it once.
create function messages.acknowledge(the_addressee uuid, said text, in_words text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  a messages.addressee;
  m messages.message;
  t messages.matter;
begin
  select * into a from messages.addressee x where x.id = the_addressee;
  select * into m from messages.message x where x.id = a.message_id;
  select * into t from messages.matter x where x.id = a.matter_id;
  if not found or a.institution_id is distinct from institutions.my_institution() then return 'not-found'; end if;
  if a.outside then
    if not messages.begin_letter(m) then return 'not-found'; end if;
  else
    if not messages.begin_deed(t) or not messages.is_read_by(m, access.me())
      or not (a.worker_id is null or a.worker_id = access.me() or a.worker_id in (select institutions.i_cover())
        or m.answer_at <= clock_timestamp()) then return 'not-found'; end if;
  end if;
  select * into t from messages.matter x where x.id = a.matter_id;
  if t.closed_at is not null then return 'matter-is-settled'; end if;
  update messages.addressee set answer = said, answered_at = clock_timestamp(), answered_by = access.me(), words = in_words
  where id = the_addressee and answer is null;
  if not found then return 'already-acknowledged'; end if;
  perform asks.notify('acknowledged', m.author_id, m.matter_id, m.scope_id);
  -- Who answers from outside writes nothing into the journal of the case: pages of the matter look again by this.
  perform pg_notify('splot_live', g.worker_id::text) from access.granted g
  where a.outside and g.scope_id = t.scope_id and g.about_id = t.id and 'reads' = any (g.classes) and g.valid @> clock_timestamp();
  return null;
end $$;
grant execute on function messages.acknowledge(uuid, text, text) to splot_app;

-- The same of somebody outside who reads this message alone.
create function messages.begin_letter(m messages.message) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if m.id <> all ((select access.my_scopes('letter'))::uuid[]) then return false; end if;
  perform messages.hold_place(m.scope_id);
  perform messages.hold_letters(array[m.id]);
  perform access.begin_anew_if_changed(m.id);
  perform from messages.matter h where h.id = m.matter_id for no key update;
  if m.id <> all ((select access.my_scopes('letter'))::uuid[]) then return false; end if;
  perform cases.must_be_open(m.scope_id);
  return true;
end $$;

-- What others said to my urgent messages since an instant, in matters that I still read.
create function messages.acknowledged_to_me(since timestamptz) returns table (id uuid, at timestamptz, verb text, institution_id uuid, words text, matter_id uuid)
language sql stable security definer set search_path = '' as $$
  select a.id, a.answered_at, case a.answer when 'take' then 'message.taken' else 'message.declined' end, a.institution_id, a.words, a.matter_id
  from messages.message m join messages.addressee a on a.message_id = m.id
  where m.author_id = access.me() and a.answered_by <> access.me() and a.answered_at > since
    and access.pair(m.scope_id, m.matter_id) = any ((select access.my_pairs('reads'))::uuid[])
$$;
grant execute on function messages.acknowledged_to_me(timestamptz) to splot_app;
