-- About which family a form is.
insert into drafts.source (kind, thing, place) values ('item', 'baskets.item', 'scope_id'), ('goal', 'baskets.goal', 'scope_id');
