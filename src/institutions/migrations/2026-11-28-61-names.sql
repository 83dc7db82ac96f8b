-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table institutions.head rename constraint head_check to confirmed_by_somebody_else;
