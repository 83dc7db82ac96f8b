-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the household.
alter table contracts.evaluation add about uuid[];
update contracts.evaluation f set about = coalesce((select array_agg(distinct m.person_id order by m.person_id) from cases."case" c join households.member m using (household_id) where c.id = f.scope_id), array[f.scope_id]);
alter table contracts.evaluation alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
