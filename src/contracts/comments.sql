-- What each table holds; psql shows it with \d+.
comment on table contracts.cooperation_plan is 'A plan made from a frozen version of the basket.';
comment on table contracts.social_contract is 'draft → printed → signed → approved → amended / ended';
comment on table contracts.signature is
  'Who is to sign a contract, and whether they did: of which print, when and how.';
comment on table contracts.evaluation is
  'Per action of the plan: what came of it. It goes back into part II of the contract.';
comment on table contracts.review is 'A day on which the plan is looked at together, and what was said.';
comment on column contracts.social_contract.printed_items is
  'Items of the frozen basket that stand on the printed contract; null where all do.';
comment on table contracts.sent_back is 'A signed contract that its head sent back to be mended, why, and until it is printed anew.';
comment on table contracts.progress is 'How a service of a contract in force goes, said by who does it: the last word counts.';
comment on column contracts.social_contract.said_nothing is
  'Fields of its form of which somebody said that there is nothing to say: without that an empty one holds the print back.';
