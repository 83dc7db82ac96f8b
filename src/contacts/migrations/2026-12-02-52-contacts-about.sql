-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the household.
alter table contacts.contact add about uuid[];
update contacts.contact set about = cases.ever_in(scope_id);
alter table contacts.contact alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
