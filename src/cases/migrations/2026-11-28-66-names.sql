-- Constraints over several columns say what they hold; those of one column bear its name already.
alter table cases."case" rename constraint case_check to voided_with_a_reason;
alter table cases.concern rename constraint concern_check to answered_with_its_instant;
alter table cases.concern rename constraint concern_check1 to answered_with_a_reason;
alter table cases.entry_request rename constraint entry_request_check to answer_with_its_instant;
alter table cases.entry_request rename constraint entry_request_check1 to declined_with_a_reason;
alter table cases.exclusion rename constraint exclusion_check to lifted_after_it_began;
alter table cases.exclusion rename constraint exclusion_check1 to lifted_with_a_reason;
alter table cases.opening rename constraint opening_check to closed_with_a_reason;
alter table cases.team_member rename constraint team_member_check to answer_with_its_instant;
alter table cases.team_member rename constraint team_member_check1 to invited_then_answered_then_left;
alter table cases.team_member rename constraint team_member_check2 to left_only_when_accepted;
alter table cases.team_member rename constraint team_member_check3 to declined_with_a_reason;
