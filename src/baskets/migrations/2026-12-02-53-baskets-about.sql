-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the household.
alter table baskets.goal add about uuid[];
update baskets.goal f set about = coalesce((select array_agg(distinct m.person_id order by m.person_id) from cases."case" c join households.member m using (household_id) where c.id = f.scope_id), array[f.scope_id]);
alter table baskets.goal alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
alter table baskets.item add about uuid[];
update baskets.item f set about = coalesce((select array_agg(distinct m.person_id order by m.person_id) from cases."case" c join households.member m using (household_id) where c.id = f.scope_id), array[f.scope_id]);
alter table baskets.item alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
alter table baskets.gap add about uuid[];
update baskets.gap f set about = coalesce((select array_agg(distinct m.person_id order by m.person_id) from cases."case" c join households.member m using (household_id) where c.id = f.scope_id), array[f.scope_id]);
alter table baskets.gap alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
alter table baskets.frozen_item add about uuid[];
update baskets.frozen_item f set about = coalesce((select array_agg(distinct m.person_id order by m.person_id) from cases."case" c join households.member m using (household_id) where c.id = f.scope_id), array[f.scope_id]);
alter table baskets.frozen_item alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
