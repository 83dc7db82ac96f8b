-- A referral: one institution asks another to do something for somebody. What is asked stands in points, each with an answer,
-- a course and a result of its own.
create schema referrals;

select codes.create_list('referrals.reason', 'kind text not null, unmet_need boolean, needs_text boolean');

create table referrals.referral (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  partnership_id uuid not null references partnerships.partnership,
  from_institution_id uuid not null references institutions.institution,
  sent_by uuid not null,
  to_institution_id uuid not null references institutions.institution,
  sent_at timestamptz not null default now(),
  -- What the receiver reads before it takes anything on: no name, no phone, no village.
  about_as text not null,
  age int,
  commune text references territory.unit,
  urgency text not null,
  basis text not null,
  basis_until date not null,
  basis_withdrawn_at timestamptz,
  version int not null default 1,
  foreign key (sent_by, from_institution_id) references institutions.worker (id, institution_id),
  unique (id, scope_id),
  constraint asked_of_another check (to_institution_id <> from_institution_id),
  constraint known_as check (about_as in ('girl', 'boy', 'woman', 'man', 'unsaid')),
  constraint age_of_a_person check (age between 0 and 120),
  constraint known_urgency check (urgency in ('usual', 'urgent')),
  constraint known_basis check (basis in ('person', 'representative', 'law')),
  constraint withdrawn_after_sent check (basis_withdrawn_at >= sent_at)
);
create index referral_in_scope on referrals.referral (scope_id);
create index referral_sent_by on referrals.referral (sent_by, sent_at desc, id desc);
create index referral_from on referrals.referral (from_institution_id);
create index referral_to on referrals.referral (to_institution_id, sent_at desc, id desc);

-- What the receiver reads once it took something on, as long as the basis holds.
create table referrals.particulars (
  referral_id uuid primary key,
  scope_id uuid not null references access.scope,
  who text not null check (length(who) between 2 and 160),
  phone text check (length(phone) between 3 and 40),
  phone_of text check (length(phone_of) <= 120),
  phone_hours text check (length(phone_hours) <= 120),
  words text not null check (length(words) between 2 and 2000),
  agreed_by text check (length(agreed_by) between 2 and 160),
  agreed_as text check (length(agreed_as) between 2 and 80),
  agreed_form text references consents.consent_form,
  agreed_on date,
  law text check (length(law) between 2 and 200),
  foreign key (referral_id, scope_id) references referrals.referral (id, scope_id),
  constraint agreed_or_by_law check ((law is null) = (agreed_form is not null) and (law is null) = (agreed_on is not null)),
  constraint represented_by_somebody check (agreed_as is null or agreed_by is not null)
);

create table referrals.point (
  id uuid primary key,
  referral_id uuid not null,
  scope_id uuid not null references access.scope,
  n int not null,
  what text not null check (length(what) between 3 and 300),
  asked_at timestamptz not null default now(),
  answer_by date not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid references institutions.worker,
  reason text references referrals.reason,
  -- When it was sent back for completion last, also after it was asked anew.
  returned_at timestamptz,
  handled_by uuid references institutions.worker,
  expected_on date,
  begun_on date,
  ended_on date,
  outcome text,
  withdrawn_at timestamptz,
  withdrawn_because text references referrals.reason,
  version int not null default 1,
  foreign key (referral_id, scope_id) references referrals.referral (id, scope_id),
  unique (referral_id, n),
  unique (id, referral_id, scope_id),
  constraint up_to_six check (n between 1 and 6),
  constraint known_answer check (answer in ('accepted', 'waiting', 'declined', 'returned')),
  constraint answered_by_somebody check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  constraint answered_after_asked check (answered_at >= asked_at),
  constraint a_no_has_its_reason check (coalesce(answer in ('declined', 'returned'), false) = (reason is not null)),
  constraint returned_at_an_instant check (answer is distinct from 'returned' or returned_at is not null),
  constraint handled_when_taken_on check (handled_by is null or answer in ('accepted', 'waiting')),
  constraint expected_when_taken_on check (expected_on is null or answer in ('accepted', 'waiting')),
  constraint begun_when_taken_on check (begun_on is null or answer in ('accepted', 'waiting')),
  constraint ended_with_an_outcome check ((ended_on is null) = (outcome is null)),
  constraint ended_after_begun check (ended_on is null or begun_on is not null and ended_on >= begun_on),
  constraint known_outcome check (outcome in ('reached', 'partly', 'not_reached')),
  constraint withdrawn_for_a_reason check ((withdrawn_at is null) = (withdrawn_because is null)),
  constraint withdrawn_or_ended check (withdrawn_at is null or ended_on is null)
);
create index point_in_scope on referrals.point (scope_id);
create index point_of_referral on referrals.point (referral_id);
create index point_handled_by on referrals.point (handled_by) where handled_by is not null;

-- What the receiver said at each of its steps.
create table referrals.feedback (
  id uuid primary key default uuidv7(),
  point_id uuid not null,
  referral_id uuid not null,
  scope_id uuid not null references access.scope,
  institution_id uuid not null references institutions.institution,
  said_by uuid not null,
  said_at timestamptz not null default clock_timestamp(),
  step text not null,
  words text check (length(words) <= 1000),
  foreign key (point_id, referral_id, scope_id) references referrals.point (id, referral_id, scope_id),
  foreign key (said_by, institution_id) references institutions.worker (id, institution_id),
  constraint known_step check (step in ('accepted', 'waiting', 'declined', 'returned', 'begun', 'told', 'ended')),
  constraint told_in_words check (step <> 'told' or words is not null)
);
create index feedback_in_scope on referrals.feedback (scope_id, said_at);
