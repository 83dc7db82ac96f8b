-- A person's days in the calendar of their telephone: read at an address that nobody guesses, of which only a digest is kept.
create schema day;

create table day.calendar (
  account_id uuid primary key references identity."user" on delete cascade,
  address bytea not null unique,
  opened_at timestamptz not null default now()
);
