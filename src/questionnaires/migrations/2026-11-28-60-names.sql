-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table questionnaires.response rename constraint response_check to completed_with_its_instant;
