-- Its author attaches something to a message, in the minutes in which they may edit it. In a case what bears no name takes no paper:
-- nobody knows what a paper names. In a partnership it does.
create function messages.attach(the_file uuid, the_message uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m messages.message;
  t messages.matter;
begin
  select * into m from messages.message x where x.id = the_message and x.author_id = access.me();
  select * into t from messages.matter x where x.id = m.matter_id;
  if not found or not messages.begin_deed(t) then return 'not-found'; end if;
  if clock_timestamp() > m.written_at + interval '10 minutes' then return 'time-is-over'; end if;
  if m.class = 'request' and messages.is_case(m.scope_id) then return 'no-papers-without-names'; end if;
  if (select count(*) from messages.attachment a where a.message_id = m.id) >= 10 then return 'too-many-papers'; end if;
  -- What was kept elsewhere before never becomes a paper of this message, which its author may take out.
  if exists (select from files.file f where f.id = the_file) then return 'not-found'; end if;
  insert into messages.attachment (file_id, message_id, matter_id, scope_id) values (the_file, m.id, m.matter_id, m.scope_id);
  return null;
end $$;
grant execute on function messages.attach(uuid, uuid) to splot_app;

-- And takes it out within the same minutes: then it is nowhere.
create function messages.take_out(the_file uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m messages.message;
  t messages.matter;
begin
  select x.* into m from messages.message x join messages.attachment a on a.message_id = x.id
  where a.file_id = the_file and x.author_id = access.me();
  select * into t from messages.matter x where x.id = m.matter_id;
  if not found or not messages.begin_deed(t) then return 'not-found'; end if;
  if clock_timestamp() > m.written_at + interval '10 minutes' then return 'time-is-over'; end if;
  delete from messages.attachment where file_id = the_file;
  if not found then return 'not-found'; end if;
  delete from files.piece where file_id = the_file;
  delete from files.file where id = the_file and scope_id = m.scope_id and class = 'letters' and added_by = access.me();
  if not found then raise exception 'files: % is no paper of this message', the_file; end if;
  return null;
end $$;
grant execute on function messages.take_out(uuid) to splot_app;

-- The message of an attachment, in a matter that I read.
create function messages.message_with(the_file uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select m.id from messages.attachment a join messages.message m on m.id = a.message_id
  where a.file_id = the_file and access.pair(m.scope_id, m.matter_id) = any ((select access.my_pairs('reads'))::uuid[])
$$;
grant execute on function messages.message_with(uuid) to splot_app;
