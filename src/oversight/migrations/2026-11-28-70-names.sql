-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table oversight.record rename constraint record_check to seen_by_somebody;
