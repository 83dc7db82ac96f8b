-- A guest at a meeting: what opens to them the points that they are needed for, whether they come, what they say.
create table meetings.guest_seat (
  id uuid primary key,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  basis text not null,
  agreed_form text references consents.consent_form,
  agreed_on date,
  law text check (length(law) between 2 and 200),
  answer text,
  answered_at timestamptz,
  attendance text,
  foreign key (id, scope_id) references guests.guest (id, scope_id),
  foreign key (meeting_id, scope_id) references meetings.meeting (id, scope_id),
  unique (id, meeting_id, scope_id),
  constraint known_basis_of_guest check (basis in ('none', 'consent', 'law')),
  constraint agreed_or_by_law check ((basis = 'consent') = (agreed_form is not null) and (basis = 'consent') = (agreed_on is not null) and (basis = 'law') = (law is not null)),
  constraint known_coming check (answer in ('coming', 'remote', 'not')),
  constraint known_attendance check (attendance in ('present', 'remote', 'excused', 'absent'))
);
create index guest_seat_in_scope on meetings.guest_seat (scope_id);
create index guest_seat_of_meeting on meetings.guest_seat (meeting_id);

create table meetings.guest_point (
  guest_id uuid not null,
  point_id uuid not null,
  meeting_id uuid not null,
  scope_id uuid not null references access.scope,
  words text check (length(words) between 2 and 2000),
  said_at timestamptz,
  primary key (guest_id, point_id),
  foreign key (guest_id, meeting_id, scope_id) references meetings.guest_seat (id, meeting_id, scope_id),
  foreign key (point_id, meeting_id, scope_id) references meetings.point (id, meeting_id, scope_id),
  constraint said_in_words check ((words is null) = (said_at is null))
);
create index guest_point_in_scope on meetings.guest_point (scope_id);
create index guest_point_of_point on meetings.guest_point (point_id);

-- What a guest was shown of whom, for the register of disclosures; it stays when the point is gone.
create table meetings.shown_to_guest (
  guest_id uuid not null,
  point_id uuid not null,
  scope_id uuid not null references access.scope,
  class text not null,
  about uuid[] not null,
  since timestamptz not null default now(),
  primary key (guest_id, point_id),
  foreign key (guest_id, scope_id) references guests.guest (id, scope_id),
  constraint about_somebody check (cardinality(about) > 0),
  constraint never_of_violence check (class in ('file', 'health', 'addiction', 'justice'))
);
create index shown_to_guest_in_scope on meetings.shown_to_guest (scope_id);
