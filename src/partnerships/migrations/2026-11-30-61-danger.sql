-- How long a danger may lie unread before it goes on, and to which institutions, in this order.
alter table partnerships.rules_of_work
  add danger_minutes int not null default 60 check (danger_minutes between 10 and 240),
  add danger_next uuid[] not null default '{}' check (cardinality(danger_next) <= 5);
