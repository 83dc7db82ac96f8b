-- A letter of the day comes at the hour that each chooses, on working days or on every day.
alter table asks.wish
  add hour int not null default 7 constraint hour_of_a_day check (hour between 0 and 23),
  add every_day boolean not null default false;
