-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table baskets.item rename constraint item_check to ends_after_it_starts;
alter table baskets.item rename constraint item_check1 to family_pays_no_more_than_it_costs;
alter table baskets.item rename constraint item_check2 to answered_only_when_asked;
alter table baskets.item rename constraint item_check3 to answer_with_its_instant;
alter table baskets.item rename constraint item_check4 to answered_after_asked;
alter table baskets.item rename constraint item_check5 to declined_with_a_reason;
alter table baskets.item rename constraint item_check6 to family_answered_somehow;
alter table baskets.item rename constraint item_check7 to returned_with_a_reason;
