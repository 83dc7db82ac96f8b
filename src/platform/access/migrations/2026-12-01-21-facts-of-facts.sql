-- What reads a fact is a rule, or a fact that is made of it and of others.
alter table access.reads drop constraint reads_of_rule;
alter table access.reads rename rule to reader;
