grant usage on schema messages to splot_app, splot_jobs;

-- A matter, its title in neutral words, is seen by its readers, and so is who they are and how far each has read.
create policy matter_is_seen on messages.matter for select to splot_app
  using (access.pair(scope_id, id) = any ((select access.my_pairs('reads'))::uuid[]));
create policy reader_is_seen on messages.reader for select to splot_app
  using (access.pair(scope_id, matter_id) = any ((select access.my_pairs('reads'))::uuid[]));
create policy read_mark_is_seen on messages.read_mark for select to splot_app
  using (access.pair(scope_id, matter_id) = any ((select access.my_pairs('reads'))::uuid[]));

-- A message is an entry of its institution: of the readers, those of that institution see it, and those to whom it opens its
-- class about each person; what bears no name and no kind of trouble (class request), all of them. An institution outside
-- sees the one message that was written to it.
select access.rule($$
  create policy message_is_seen on messages.message for select to splot_app using (
    access.pair(scope_id, matter_id) = any ((select access.my_pairs('reads'))::uuid[])
      and (class = 'request' or {own} or {about by institution_id until written_at})
    or class = 'request' and {scope letter on id})
$$);

-- What belongs to a message is seen with it; outside, only what concerns one's own institution.
select access.rule($$
  create policy addressee_is_seen on messages.addressee for select to splot_app using (
    access.pair(scope_id, matter_id) = any ((select access.my_pairs('reads'))::uuid[])
      and exists (select from messages.message m where m.id = message_id)
    or outside and institution_id = (select institutions.my_institution()) and {scope letter on message_id})
$$);
create policy earlier_is_seen on messages.earlier for select to splot_app using (
  access.pair(scope_id, matter_id) = any ((select access.my_pairs('reads'))::uuid[])
  and exists (select from messages.message m where m.id = message_id));
create policy outcome_is_seen on messages.outcome for select to splot_app using (
  access.pair(scope_id, matter_id) = any ((select access.my_pairs('reads'))::uuid[])
  and exists (select from messages.message m where m.id = message_id));

-- What is attached is read by whom its message is read, and nowhere else.
create policy attachment_is_seen on messages.attachment for select to splot_app using (
  access.pair(scope_id, matter_id) = any ((select access.my_pairs('reads'))::uuid[])
  and exists (select from messages.message m where m.id = message_id));
create policy attachment_of_message_is_seen on files.file for select to splot_app
  using (class = 'letters' and exists (select from messages.attachment a where a.file_id = file.id));
create policy attachment_of_message_is_added on files.file for insert to splot_app with check (
  added_by = access.me() and class = 'letters' and exists (select from messages.attachment a where a.file_id = file.id and a.scope_id = file.scope_id));

grant select on messages.attachment to splot_app;
grant select on messages.matter, messages.reader, messages.message, messages.earlier, messages.addressee, messages.read_mark,
  messages.outcome to splot_app;
select access.names_people('messages.message');
