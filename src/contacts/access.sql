grant usage on schema contacts to splot_app, splot_jobs;

-- A contact is seen by its institution; opened, by those who hold its class for what that institution gave. What
-- touches violence stays with its author.
select access.rule($$
  create policy contact_is_seen on contacts.contact for select to splot_app using (voided_at is null and {entry})
$$);
select access.rule($$
  create policy contact_is_written on contacts.contact for insert to splot_app with check (
    author_id = access.me() and institution_id = (select institutions.my_institution()) and {own} and {scope team}
    and (class <> 'violence' or opened_at is null))
$$);
select access.rule($$
  create policy contact_is_mended on contacts.contact for update to splot_app
  using (author_id = access.me() and {own}) with check (author_id = access.me() and (class <> 'violence' or opened_at is null))
$$);

grant select on contacts.contact to splot_app;
-- When it was written is not the writer's to say.
grant insert (id, scope_id, institution_id, author_id, kind, happened_at, place, with_whom, what, next_step, class, about, opened_at)
  on contacts.contact to splot_app;
grant update (kind, happened_at, place, with_whom, what, next_step, class, about, opened_at, version) on contacts.contact to splot_app;
select access.names_people('contacts.contact');
