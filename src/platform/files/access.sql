grant usage on schema files to splot_app;

-- A file is seen like any fact of its class in its scope: about one person by those who may know about them. What belongs to a
-- message (class letters) is seen with it alone.
-- The team puts in files, and the head what they decided on; about somebody, whom the scope is about and they may know.
select access.rule($$
  create policy file_is_seen on files.file for select to splot_app using (
    {fact}
    or (class = 'pointer' and {scope pointer})
    or added_by = access.me() and class <> 'letters' and {scope pointer})
$$);
select access.rule($$
  create policy file_is_added on files.file for insert to splot_app with check (
    added_by = access.me() and ({scope team} or {scope head})
    and (about_id is null or about_id = '00000000-0000-0000-0000-000000000000' or files.is_about(scope_id, about_id) and {person file}))
$$);
create policy piece_is_seen on files.piece for select to splot_app using (
  exists (select from files.file where id = file_id));
create policy piece_is_added on files.piece for insert to splot_app with check (
  exists (select from files.file where id = file_id and added_by = access.me()));
grant select on files.file, files.piece to splot_app;
grant insert (id, scope_id, about_id, class, name, type, size, wrapped_key, added_by) on files.file to splot_app;
grant insert on files.piece to splot_app;
