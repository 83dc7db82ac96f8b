-- What is talked over: matters, who reads each, and what was written there. A matter belongs to a place: a case, or a partnership.
create schema messages;

create table messages.matter (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  title text not null check (length(title) between 3 and 120),
  started_by uuid not null,
  institution_id uuid not null references institutions.institution,
  started_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references institutions.worker,
  closing_words text check (length(closing_words) <= 500),
  version int not null default 1,
  foreign key (started_by, institution_id) references institutions.worker (id, institution_id),
  unique (id, scope_id),
  constraint settled_by_somebody check ((closed_at is null) = (closed_by is null)),
  constraint settled_in_words check (closing_words is null or closed_at is not null)
);
create index matter_in_scope on messages.matter (scope_id);

-- A worker, or an institution: whoever of it works there.
create table messages.reader (
  id uuid primary key default uuidv7(),
  matter_id uuid not null,
  scope_id uuid not null,
  institution_id uuid not null references institutions.institution,
  worker_id uuid,
  period tstzrange not null default tstzrange(now(), null),
  added_by uuid not null references institutions.worker,
  foreign key (matter_id, scope_id) references messages.matter (id, scope_id),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  constraint one_part_at_a_time exclude using gist (access.pair(matter_id, coalesce(worker_id, institution_id)) with =, period with &&)
);
create index reader_in_scope on messages.reader (scope_id);
create index reader_of_matter on messages.reader (matter_id);
create index reader_is_worker on messages.reader (worker_id);
create index reader_is_institution on messages.reader (institution_id);

create table messages.message (
  id uuid primary key,
  matter_id uuid not null,
  scope_id uuid not null,
  institution_id uuid not null references institutions.institution,
  author_id uuid not null,
  class text not null,
  about uuid[] not null default '{}',
  words text not null check (length(words) between 1 and 4000),
  quotes uuid,
  -- What is urgent is acknowledged by this hour.
  answer_at timestamptz,
  written_at timestamptz not null default clock_timestamp(),
  edited_at timestamptz,
  version int not null default 1,
  foreign key (matter_id, scope_id) references messages.matter (id, scope_id),
  foreign key (author_id, institution_id) references institutions.worker (id, institution_id),
  unique (id, matter_id, scope_id),
  constraint quotes_of_its_matter foreign key (quotes, matter_id, scope_id) references messages.message (id, matter_id, scope_id),
  constraint known_class check (class in ('request', 'file', 'health', 'addiction', 'justice')),
  constraint about_somebody check (cardinality(about) > 0),
  constraint answered_after_written check (answer_at > written_at)
);
create index message_of_matter on messages.message (matter_id, written_at desc, id desc);
create index message_in_scope on messages.message (scope_id);

-- What stood in a message before it was edited.
create table messages.earlier (
  id uuid primary key default uuidv7(),
  message_id uuid not null,
  matter_id uuid not null,
  scope_id uuid not null,
  words text not null,
  until timestamptz not null default clock_timestamp(),
  foreign key (message_id, matter_id, scope_id) references messages.message (id, matter_id, scope_id)
);
create index earlier_of_message on messages.earlier (message_id);

-- To whom a message is written: a worker or an institution that reads the matter, or an institution outside that reads this message alone.
create table messages.addressee (
  id uuid primary key default uuidv7(),
  message_id uuid not null,
  matter_id uuid not null,
  scope_id uuid not null,
  institution_id uuid not null references institutions.institution,
  worker_id uuid,
  outside boolean not null default false,
  answer text,
  answered_at timestamptz,
  answered_by uuid references institutions.worker,
  words text check (length(words) <= 1000),
  foreign key (message_id, matter_id, scope_id) references messages.message (id, matter_id, scope_id),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  constraint written_to_once unique nulls not distinct (message_id, institution_id, worker_id),
  constraint known_answer check (answer in ('take', 'cannot')),
  constraint answered_by_somebody check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  constraint words_of_an_answer check (words is null or answer is not null),
  constraint outside_is_an_institution check (not outside or worker_id is null)
);
create index addressee_of_message on messages.addressee (message_id);
create index addressee_in_scope on messages.addressee (scope_id);
create index addressee_outside on messages.addressee (institution_id) where outside;

-- Up to which message somebody has read a matter.
create table messages.read_mark (
  matter_id uuid not null,
  worker_id uuid not null references institutions.worker,
  scope_id uuid not null,
  until timestamptz not null,
  at timestamptz not null default clock_timestamp(),
  primary key (matter_id, worker_id),
  foreign key (matter_id, scope_id) references messages.matter (id, scope_id)
);

-- What became of a message: what was agreed, in words; or a thing of another slice.
create table messages.outcome (
  id uuid primary key,
  message_id uuid not null,
  matter_id uuid not null,
  scope_id uuid not null,
  kind text not null,
  words text check (length(words) between 2 and 300),
  thing_id uuid,
  made_by uuid not null references institutions.worker,
  made_at timestamptz not null default now(),
  foreign key (message_id, matter_id, scope_id) references messages.message (id, matter_id, scope_id),
  constraint agreed_in_words check ((kind = 'agreement') = (words is not null) and (words is null) = (thing_id is not null))
);
create index outcome_of_message on messages.outcome (message_id);

-- What may become of a message, and who tells of such a thing; filled anew with the rules.
create table messages.outcome_kind (
  code text primary key,
  told_by text not null
);
