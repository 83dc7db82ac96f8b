-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the household.
update worklist.task set about = cases.ever_in(scope_id);
alter table worklist.task alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
