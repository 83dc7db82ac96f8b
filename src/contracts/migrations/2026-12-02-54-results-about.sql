-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the household.
alter table contracts.evaluation add about uuid[];
update contracts.evaluation set about = cases.ever_in(scope_id);
alter table contracts.evaluation alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
