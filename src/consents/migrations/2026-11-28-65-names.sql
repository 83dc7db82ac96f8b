-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table consents.basis rename constraint basis_check to to_another_institution;
alter table consents.basis rename constraint basis_check1 to withdrawn_after_it_began;
alter table consents.basis rename constraint basis_classes_check1 to no_violence_in_a_register;
