-- Voids a note written by mistake: by its author, or by the coordinator where they read it.
create function contacts.void_contact(the_contact uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare c contacts.contact;
begin
  select * into c from contacts.contact where id = the_contact and voided_at is null
    and (author_id = institutions.me() and access.pair(scope_id, institution_id) = any ((select access.my_pairs('own'))::uuid[])
      or class <> 'violence' and scope_id = any ((select access.my_scopes('coordinate'))::uuid[]) and (
        access.pair(scope_id, institution_id) = any ((select access.my_pairs('own'))::uuid[])
        or opened_at is not null and scope_id = any ((select access.my_scopes(class))::uuid[]))) for update;
  if not found then return 'not-found'; end if;
  update contacts.contact set voided_at = now(), version = version + 1 where id = the_contact;
  return null;
end $$;
grant execute on function contacts.void_contact(uuid) to splot_app;
