-- An officer has no other part. Whoever was both is no officer any more; the head reads in their day that another is
-- to be named.
alter table institutions.delegation add column ended_because text check (ended_because in ('works_with_families'));
