-- Who does it: an institution, people of the household, or both. And a cost is unsaid until somebody says it: the zeros of
-- before came of an empty field.
alter table baskets.item
  alter provider_id drop not null,
  alter service_kind drop not null,
  alter cost_grosz drop not null, alter cost_grosz drop default,
  alter family_cost_grosz drop not null, alter family_cost_grosz drop default,
  alter funding drop not null, alter funding drop default,
  add performer_ids uuid[] not null default '{}',
  add indicator text check (length(indicator) <= 500);
update baskets.item set cost_grosz = null, family_cost_grosz = null, funding = null where cost_grosz = 0;
alter table baskets.item
  add constraint somebody_does_it check (provider_id is not null or cardinality(performer_ids) > 0),
  add constraint a_service_has_its_kind check ((provider_id is null) = (service_kind is null)),
  add constraint the_family_is_not_asked check (provider_id is not null or (worker_id is null and asked_at is null));

alter table baskets.frozen_item
  alter provider_id drop not null,
  alter service_kind drop not null,
  alter cost_grosz drop not null,
  alter family_cost_grosz drop not null,
  alter funding drop not null,
  add performer_ids uuid[] not null default '{}',
  add indicator text;
update baskets.frozen_item set cost_grosz = null, family_cost_grosz = null, funding = null where cost_grosz = 0;

alter type baskets.ready_item add attribute performer_ids uuid[], add attribute indicator text;
