-- Concerns stand on their own: a case does not know what it began with; the concern knows the case.
create schema concerns;

alter table cases.concern set schema concerns;
alter table cases.concern_urgency set schema concerns;
alter table cases.people_search set schema concerns;
update codes.list set name = 'concerns.concern_urgency' where name = 'cases.concern_urgency';

alter table concerns.concern add began boolean not null default false;
update concerns.concern k set began = true from cases."case" c where c.id = k.case_id and c.concern_id = k.id;
alter table concerns.concern
  add foreign key (case_id) references cases."case",
  add constraint began_a_case check (case_id is not null or not began);
create index concern_of_case on concerns.concern (case_id);
alter table cases."case" drop concern_id;
