-- What each table holds; psql shows it with \d+.
comment on table baskets.goal is
  'What the family wants to change in one domain, in its own words, and how one will know.';
comment on table baskets.item is
  'What is done for a goal: by an institution, by people of the household (`performer_ids`), or both. An institution is asked, and the family: two answers that do not wait for each other. `goal_class` repeats its goal''s class: who sees an item holds both.';
comment on table baskets.item_person is 'For whom an item is: one person of the household each.';
comment on table baskets.gap is
  'A need that no service answers, kept as a gap of the commune (counted without the family).';
comment on table baskets.version is
  'A frozen version holds the items that both sides said yes to, as they were, and never changes.';
comment on table baskets.frozen_item is 'An item of a frozen version, as it was.';
comment on column baskets.item.family_version is
  'Rises with what the family is offered and with what it says: an institution''s plain yes or no leaves it.';
comment on column baskets.item.point_id is 'What its institution is asked for now, and answered; null while nobody is asked.';
comment on table baskets.asking is 'Each time an institution was asked for an item: the point that holds what was asked, answered and done.';
comment on column baskets.item.asked_what is 'What was asked, with asked_frequency, asked_starts and asked_ends, where the institution answered with a change of it.';
comment on column baskets.item.family_said_by is 'Who of the household said it; nobody where nobody wrote down who.';
comment on column baskets.item.performer_ids is 'Who of the household does it; an item without an institution has somebody here.';
comment on column baskets.item.indicator is 'How one will know that it was done.';
comment on column baskets.item.cost_grosz is 'Null while nobody said what it costs; zero when it was said to be free.';
comment on table baskets.joined_referral is 'A referral from outside that its sender joined to a case: an entry of their institution about somebody of its household.';
comment on table baskets.family_limit is 'What limits a family in what it can take up, one of a kind at a time; said anew, the earlier one is over. `number`: hours or journeys a week, or złoty a month.';
comment on table baskets.need is 'What is needed for a goal: a kind of service, for whom (nobody named: the whole family), how often a week, and how many minutes if anybody knows.';
comment on table baskets.item_time is 'When in the week an item takes place; the end is null where nobody knows it.';
comment on table baskets.put_aside is 'Suggestions that were put aside: a digest of the facts that they came of, and of their services; they come again with other facts.';
comment on column baskets.item.service_id is 'Which service of the directory it is, where it was chosen there.';
comment on column baskets.goal.priority is 'The place in the family''s order; 1 comes first.';
comment on table baskets.budget is 'The money of a partnership for families, and for when it is; the latest holds. What is committed is read from items, told in sums alone.';
comment on table baskets.payment is 'What was paid for an item, and who entered it.';
