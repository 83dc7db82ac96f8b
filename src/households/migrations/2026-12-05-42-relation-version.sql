alter table households.relation add version int not null default 1;
