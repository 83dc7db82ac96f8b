-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table worklist.task rename constraint task_check to not_done_with_a_reason;
