-- Families that a head looked up at their desk: for which purpose, and which cases were shown; never the words.
create table families.look_up (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  worker_id uuid not null references institutions.worker,
  institution_id uuid not null references institutions.institution,
  purpose text not null check (purpose in ('calls', 'decision', 'complaint')),
  shown uuid[] not null
);
create index look_up_of_institution on families.look_up (institution_id, at desc);
alter table families.look_up enable row level security;
