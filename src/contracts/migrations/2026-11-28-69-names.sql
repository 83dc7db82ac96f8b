-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table contracts.review rename constraint review_check to held_by_somebody;
alter table contracts.signature rename constraint signature_check to a_person_or_a_worker_signs;
alter table contracts.signature rename constraint signature_check1 to signed_on_a_day_somehow;
alter table contracts.signature rename constraint signature_check2 to a_social_worker_is_a_worker;
alter table contracts.social_contract rename constraint social_contract_check to printed_with_its_hash;
alter table contracts.social_contract rename constraint social_contract_check1 to approved_by_somebody_else;
alter table contracts.social_contract rename constraint social_contract_check2 to approved_by_somebody;
alter table contracts.social_contract rename constraint social_contract_check3 to ended_with_its_instant;
