-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table partnerships.agreement_party rename constraint agreement_party_check to signed_on_a_day_somehow;
alter table partnerships.lead_offer rename constraint lead_offer_check to offered_to_another_and_answered_whole;
alter table partnerships.rules_of_work rename constraint rules_of_work_check to silence_climbs_in_order;
