-- People of several institutions at one table: when and where, what they talk about, what they wrote down and settled.
create schema meetings;

-- `place`: in whose scope it is held: of a case, of a partnership, or of nobody but those who are invited.
select codes.create_list('meetings.meeting_kind', 'place text not null');

create table meetings.meeting (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  -- Without one, it is the meeting of a case.
  partnership_id uuid references partnerships.partnership,
  kind text not null references meetings.meeting_kind,
  called_by uuid not null,
  institution_id uuid not null references institutions.institution,
  called_at timestamptz not null default now(),
  place text check (length(place) between 2 and 200),
  link text check (length(link) between 8 and 500),
  minutes int not null,
  starts_at timestamptz,
  fixed_at timestamptz,
  begun_at timestamptz,
  ended_at timestamptz,
  approved_at timestamptz,
  approved_by uuid references institutions.worker,
  cancelled_at timestamptz,
  cancelled_because text check (length(cancelled_because) between 2 and 500),
  version int not null default 1,
  foreign key (called_by, institution_id) references institutions.worker (id, institution_id),
  unique (id, scope_id),
  constraint a_place_or_a_link check (place is not null or link is not null),
  constraint up_to_a_day check (minutes between 15 and 480),
  constraint fixed_with_a_time check ((starts_at is null) = (fixed_at is null)),
  constraint begun_when_fixed check (begun_at is null or starts_at is not null),
  constraint ended_after_begun check (ended_at is null or ended_at >= begun_at),
  constraint approved_after_ended check (approved_at is null or approved_at >= ended_at),
  constraint approved_by_somebody check ((approved_at is null) = (approved_by is null)),
  constraint cancelled_for_a_reason check ((cancelled_at is null) = (cancelled_because is null)),
  constraint cancelled_or_held check (cancelled_at is null or begun_at is null)
);
create index meeting_in_scope on meetings.meeting (scope_id, starts_at desc);
create index meeting_of_partnership on meetings.meeting (partnership_id);

create table meetings.proposed_date (
  id uuid primary key,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  starts_at timestamptz not null,
  foreign key (meeting_id, scope_id) references meetings.meeting (id, scope_id),
  unique (id, meeting_id, scope_id),
  unique (meeting_id, starts_at)
);
create index proposed_date_in_scope on meetings.proposed_date (scope_id);

-- Whom the meeting waits for, what they said, and whether they came.
create table meetings.invitee (
  id uuid primary key,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  worker_id uuid not null,
  institution_id uuid not null references institutions.institution,
  needed boolean not null,
  invited_at timestamptz not null default now(),
  dates_answered_at timestamptz,
  answer text,
  answered_at timestamptz,
  words text check (length(words) between 2 and 500),
  stand_in_id uuid references institutions.worker,
  attendance text,
  foreign key (meeting_id, scope_id) references meetings.meeting (id, scope_id),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  unique (meeting_id, worker_id),
  unique (id, meeting_id, scope_id),
  constraint known_answer check (answer in ('coming', 'remote', 'not')),
  constraint answered_at_an_instant check ((answer is null) = (answered_at is null)),
  constraint known_attendance check (attendance in ('present', 'remote', 'stand_in', 'excused', 'absent')),
  constraint stands_in_for_who_does_not_come check (stand_in_id is null or answer = 'not' or attendance = 'stand_in'),
  constraint nobody_stands_in_for_themselves check (stand_in_id <> worker_id)
);
create index invitee_in_scope on meetings.invitee (scope_id);
create index invitee_worker on meetings.invitee (worker_id);
create index invitee_stand_in on meetings.invitee (stand_in_id) where stand_in_id is not null;

create table meetings.availability (
  date_id uuid not null,
  invitee_id uuid not null,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  answer text not null,
  primary key (date_id, invitee_id),
  foreign key (date_id, meeting_id, scope_id) references meetings.proposed_date (id, meeting_id, scope_id),
  foreign key (invitee_id, meeting_id, scope_id) references meetings.invitee (id, meeting_id, scope_id),
  constraint known_availability check (answer in ('yes', 'if_need', 'no'))
);
create index availability_in_scope on meetings.availability (scope_id);

-- Room for the family: who of the household is asked, at which time and place they prefer, and whether they came.
create table meetings.family_seat (
  id uuid primary key,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  class text not null default 'file',
  about uuid[] not null default '{}',
  wish text check (length(wish) between 2 and 300),
  attendance text,
  foreign key (meeting_id, scope_id) references meetings.meeting (id, scope_id),
  constraint about_somebody check (cardinality(about) > 0),
  constraint of_the_file check (class = 'file'),
  constraint known_attendance check (attendance in ('present', 'remote', 'excused', 'absent'))
);
create index family_seat_in_scope on meetings.family_seat (scope_id);

create table meetings.point (
  id uuid primary key,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  n int not null,
  what text not null check (length(what) between 2 and 200),
  minutes int,
  class text not null,
  about uuid[] not null default '{}',
  -- What it came from, where it came from something open, and the day of that.
  source_kind text,
  source_id uuid,
  source_on date,
  put_by uuid not null references institutions.worker,
  put_at timestamptz not null default now(),
  -- Who left the room for it.
  kept_from uuid[] not null default '{}',
  done_at timestamptz,
  postponed_at timestamptz,
  -- What was written down, once the minutes were sent.
  words text check (length(words) <= 8000),
  foreign key (meeting_id, scope_id) references meetings.meeting (id, scope_id),
  unique (id, meeting_id, scope_id),
  constraint about_somebody check (cardinality(about) > 0),
  constraint never_of_violence check (class in ('team', 'file', 'health', 'addiction', 'justice')),
  constraint minutes_of_a_meeting check (minutes between 1 and 480),
  constraint a_source_has_a_kind check ((source_kind is null) = (source_id is null) and (source_id is not null or source_on is null))
);
create index point_in_scope on meetings.point (scope_id);
create index point_of_meeting on meetings.point (meeting_id, n);
create index point_from_source on meetings.point (source_id) where source_id is not null;

-- What several people write at once: the merged state, its words, and the last edits, each with its number.
create table meetings.note (
  point_id uuid primary key,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  seq int not null default 0,
  state bytea,
  words text not null default '' check (length(words) <= 8000),
  foreign key (point_id, meeting_id, scope_id) references meetings.point (id, meeting_id, scope_id)
);
create index note_in_scope on meetings.note (scope_id);
create index note_of_meeting on meetings.note (meeting_id);

create table meetings.note_edit (
  point_id uuid not null references meetings.note,
  seq int not null,
  scope_id uuid not null references access.scope,
  edit bytea not null,
  edited_by uuid not null references institutions.worker,
  primary key (point_id, seq)
);
create index note_edit_in_scope on meetings.note_edit (scope_id);

create table meetings.decision (
  id uuid primary key,
  point_id uuid not null,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  what text not null check (length(what) between 2 and 500),
  institution_id uuid not null references institutions.institution,
  worker_id uuid,
  due date not null,
  made_by uuid not null references institutions.worker,
  made_at timestamptz not null default now(),
  task_id uuid,
  foreign key (point_id, meeting_id, scope_id) references meetings.point (id, meeting_id, scope_id),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id)
);
create index decision_in_scope on meetings.decision (scope_id);
create index decision_of_meeting on meetings.decision (meeting_id);

create table meetings.remark (
  id uuid primary key,
  point_id uuid not null,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  worker_id uuid not null,
  institution_id uuid not null references institutions.institution,
  words text not null check (length(words) between 2 and 1000),
  made_at timestamptz not null default now(),
  foreign key (point_id, meeting_id, scope_id) references meetings.point (id, meeting_id, scope_id),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id)
);
create index remark_in_scope on meetings.remark (scope_id);
create index remark_of_meeting on meetings.remark (meeting_id);

create table meetings.acknowledgement (
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  worker_id uuid not null references institutions.worker,
  read_at timestamptz not null default now(),
  primary key (meeting_id, worker_id),
  foreign key (meeting_id, scope_id) references meetings.meeting (id, scope_id)
);
create index acknowledgement_in_scope on meetings.acknowledgement (scope_id);

-- What is open in a place and may be talked about at its next meeting: functions `f(scope)` that tell kind, id, words (none where its
-- kind says it all), class, about and a day, each as far as whoever asks may read it.
create table meetings.agenda_source (source text primary key);
