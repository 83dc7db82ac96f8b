-- About which family a form is.
insert into drafts.source (kind, thing, place) values ('item', 'baskets.item', 'scope_id'), ('goal', 'baskets.goal', 'scope_id');

insert into consents.told_source values ('baskets.told_by_joined');
