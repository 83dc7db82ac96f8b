-- A draft is served while its writer holds something in each place that it is about.
alter table drafts.draft add scope_ids uuid[] not null default '{}';
update drafts.draft set scope_ids = array[split_part(form, '/', 2)::uuid]
where form ~ '^(case|household)/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(/|$)';

-- In which table, and in which column of it, the place of a thing stands that a form is about; by the first word of its name.
create table drafts.source (
  kind text not null,
  thing text not null,
  place text not null,
  key text not null default 'id',
  primary key (kind, thing)
);
