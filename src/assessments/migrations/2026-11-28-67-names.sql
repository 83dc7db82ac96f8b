-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table assessments.agreed rename constraint agreed_check to level_or_why_none;
alter table assessments.agreed rename constraint agreed_check1 to level_one_with_today;
alter table assessments.view rename constraint view_check to level_or_why_none;
alter table assessments.assessment rename constraint assessment_check to fixed_with_its_day;
