-- A grant says which rule gave it, so that a rule can be derived alone. All are derived anew after this.
truncate access.granted;
alter table access.granted add column rule text not null;

-- What a rule reads, and which of its scopes a change of that touches. Filled anew by the slices that own the rules.
alter table access.scope_rule
  add column keeps boolean not null default false,
  add column turn int not null default 1,
  add constraint scope_rule_once unique (rule);
create table access.reads (
  rule text not null constraint reads_of_rule references access.scope_rule (rule) on delete cascade,
  fact text not null,
  touched text,
  constraint reads_pkey primary key (rule, fact)
);
