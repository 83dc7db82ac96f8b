-- About which family a form is.
insert into drafts.source (kind, thing, place) values ('assessment', 'assessments.assessment', 'scope_id');
