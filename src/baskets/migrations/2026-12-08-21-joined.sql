-- A referral that stands outside joins a case by a deed of who sent it: an entry of their institution there, about one of its people.
create table baskets.joined_referral (
  id uuid primary key default uuidv7(),
  referral_id uuid not null references referrals.referral,
  scope_id uuid not null references access.scope,
  institution_id uuid not null,
  author_id uuid not null,
  class text not null default 'file' references access.class,
  about uuid[] not null default '{}',
  written_at timestamptz not null default now(),
  opened_at timestamptz not null default now(),
  left_at timestamptz,
  -- Who agreed that whoever leads is told, where nothing in the case opens it already.
  agreed_by text check (length(agreed_by) between 2 and 160),
  agreed_form text references consents.consent_form,
  agreed_on date,
  foreign key (author_id, institution_id) references institutions.worker (id, institution_id),
  constraint about_one check (cardinality(about) = 1),
  constraint agreed_by_somebody check ((agreed_by is null) = (agreed_form is null) and (agreed_by is null) = (agreed_on is null)),
  constraint left_after_joined check (left_at >= written_at)
);
create index joined_in_scope on baskets.joined_referral (scope_id);
create unique index joined_once on baskets.joined_referral (referral_id) where left_at is null;
