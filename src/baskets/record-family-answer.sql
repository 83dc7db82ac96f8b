-- Records what the family says of an item, with how it said it: the coordinator, or a team member who asked them. It answers
-- to what it was offered, whatever the institution said meanwhile without changing it. Who of them said it is somebody who may
-- undertake something there, where anybody is named.
create function baskets.record_family_answer(the_item uuid, expected_version int, answer text, words text, how text, on_day date, said_by uuid[]) returns text
language plpgsql security definer set search_path = '' as $$
declare i baskets.item;
begin
  select * into i from baskets.item where id = the_item;
  if not cases.begin_deed(i.scope_id, 'team') then return 'not-found'; end if;
  select * into i from baskets.item where id = the_item and removed_at is null for update;
  -- A provider does not say yes to its own offer in the family's name.
  if not found or not (i.scope_id = any ((select access.my_scopes('coordinate'))::uuid[])
    or i.scope_id = any ((select access.my_scopes('team'))::uuid[]) and i.provider_id is distinct from institutions.my_institution()
      and i.scope_id = any ((select access.my_scopes(i.class))::uuid[]) and i.scope_id = any ((select access.my_scopes(i.goal_class))::uuid[])) then return 'not-found'; end if;
  if not said_by <@ array(select baskets.who_may_undertake(i.scope_id)) then return 'said-by-somebody-else'; end if;
  if i.family_version <> expected_version then return 'changed-meanwhile'; end if;
  update baskets.item set family_answer = answer, family_words = words, family_answered_how = how, family_answered_on = on_day, family_said_by = said_by, version = version + 1
  where id = the_item;
  return null;
end $$;
grant execute on function baskets.record_family_answer(uuid, int, text, text, text, date, uuid[]) to splot_app;
