-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the household.
alter table baskets.goal add about uuid[];
update baskets.goal set about = cases.ever_in(scope_id);
alter table baskets.goal alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
alter table baskets.item add about uuid[];
update baskets.item set about = cases.ever_in(scope_id);
alter table baskets.item alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
alter table baskets.gap add about uuid[];
update baskets.gap set about = cases.ever_in(scope_id);
alter table baskets.gap alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
alter table baskets.frozen_item add about uuid[];
update baskets.frozen_item set about = cases.ever_in(scope_id);
alter table baskets.frozen_item alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
