-- About which family a form is.
insert into drafts.source (kind, thing, place) values ('item', 'baskets.item', 'scope_id'), ('goal', 'baskets.goal', 'scope_id');

insert into consents.told_source values ('baskets.told_by_joined');

-- A message becomes help in the basket; told to whoever may read the item, as long as it stands there.
insert into messages.outcome_kind (code, told_by) values ('item', 'baskets.told_of_item');

create function baskets.told_of_item(item uuid) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('words', i.what, 'who', coalesce(p.short_name, p.name))
  from baskets.item i left join institutions.institution p on p.id = i.provider_id where i.id = item and i.removed_at is null
$$;
grant execute on function baskets.told_of_item(uuid) to splot_app;
