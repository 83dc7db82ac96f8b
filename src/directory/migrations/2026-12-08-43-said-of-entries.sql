-- What somebody doubts, in short words besides; and what became of it: it holds, it was changed, the service is closed.
alter table directory.doubt
  add column words text check (length(words) between 2 and 200),
  add column answer text,
  add constraint known_answer check (answer in ('holds', 'changed', 'closed')),
  add constraint answered_when_settled check (answer is null or settled_at is not null);
create index doubt_of_worker on directory.doubt (asked_by, asked_at);

-- That who keeps an entry was written to because nobody had confirmed it since then: once for each time it was checked.
create table directory.reminder (
  service_id uuid not null references directory.service,
  checked_at timestamptz not null,
  reminded_at timestamptz not null default now(),
  primary key (service_id, checked_at)
);

-- How it came out that something is not there.
alter table directory.unmet_need
  add column why text not null default 'search',
  add constraint known_why check (why in ('search', 'no_places', 'no_service'));
