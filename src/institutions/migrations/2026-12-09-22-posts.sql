-- Which part of a full-time post somebody has: the law counts full-time posts (art. 110(11) of the social assistance act). Unsaid until
-- the head says it.
alter table institutions.worker add post numeric(3, 2) constraint part_of_a_post check (post > 0 and post <= 1);
