-- A search is known to have led somewhere also where the concern leaves nothing in the case.
alter table concerns.people_search add column attached_to uuid;
