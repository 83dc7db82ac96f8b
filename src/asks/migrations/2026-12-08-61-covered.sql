-- Of some kinds who stands in for somebody answers in their place; of all others they are told that it waits.
alter table asks.kind add covered boolean not null default false;
alter table asks.told_to drop constraint known_step, add constraint known_step check (step between 0 and 5);
