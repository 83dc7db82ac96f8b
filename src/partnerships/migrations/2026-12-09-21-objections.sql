-- What an institution says beside its own number on the board of answer times: seen with it, a year at most.
create table partnerships.objection (
  id uuid primary key,
  membership_id uuid not null references partnerships.membership,
  words text not null check (length(words) between 2 and 300),
  said_by uuid not null references institutions.worker,
  period tstzrange not null default tstzrange(now(), now() + interval '1 year'),
  constraint a_year_at_most check (upper(period) <= lower(period) + interval '1 year'),
  constraint one_objection_at_a_time exclude using gist (membership_id with =, period with &&)
);
