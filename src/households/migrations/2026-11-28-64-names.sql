-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table households.person rename constraint person_check to pesel_with_its_index;
alter table households.relation rename constraint relation_check to to_somebody_else;
