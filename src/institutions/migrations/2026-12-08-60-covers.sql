-- Who does somebody's work while they are away: asked, and once they said yes, until the absence ends.
create table institutions.cover (
  id uuid primary key,
  absence_id uuid not null references institutions.absence,
  institution_id uuid not null,
  worker_id uuid not null,
  stand_in_id uuid not null,
  duty boolean not null default false,
  named_by uuid not null references institutions.worker,
  named_at timestamptz not null default now(),
  answer text,
  answered_at timestamptz,
  delegation_id uuid references institutions.delegation,
  ended_at timestamptz,
  ended_by uuid references institutions.worker,
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  foreign key (stand_in_id, institution_id) references institutions.worker (id, institution_id),
  constraint known_answer check (answer in ('yes', 'no')),
  constraint answered_at_an_instant check ((answer is null) = (answered_at is null)),
  constraint nobody_covers_themselves check (stand_in_id <> worker_id),
  constraint duty_with_a_yes check (delegation_id is null or duty and answer = 'yes')
);
create unique index one_cover_at_a_time on institutions.cover (absence_id) where answer is distinct from 'no' and ended_at is null;
create index cover_by_stand_in on institutions.cover (stand_in_id) where ended_at is null;
