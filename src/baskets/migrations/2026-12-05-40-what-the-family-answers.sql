alter table baskets.item add family_version int not null default 1;
