-- Kinds of services belong to the directory; the basket, where they were first needed, refers to them as before.
alter table baskets.service_group set schema directory;
alter table baskets.service_unit set schema directory;
alter table baskets.service_kind set schema directory;
update codes.list set name = replace(name, 'baskets.', 'directory.') where name in ('baskets.service_group', 'baskets.service_unit', 'baskets.service_kind');
