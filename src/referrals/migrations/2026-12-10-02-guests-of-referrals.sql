-- Somebody who is not in Splot may answer a referral themselves: as a guest, who is no worker at any institution.
alter table referrals.point
  drop constraint answered_by_somebody,
  -- Who it was of a guest stands with what was said.
  add constraint answered_at_an_instant check ((answer is null) = (answered_at is null) and (answer is not null or answered_by is null));

alter table referrals.feedback
  alter institution_id drop not null,
  alter said_by drop not null,
  add guest_id uuid,
  add foreign key (guest_id, scope_id) references guests.guest (id, scope_id),
  add constraint said_by_somebody check ((said_by is null) = (guest_id is not null) and (said_by is null) = (institution_id is null));
create index feedback_of_guest on referrals.feedback (guest_id) where guest_id is not null;

-- That a guest was shown who it is, and since when, for the register of disclosures.
create table referrals.shown_to_guest (
  guest_id uuid primary key,
  scope_id uuid not null references access.scope,
  since timestamptz not null default now(),
  foreign key (guest_id, scope_id) references guests.guest (id, scope_id)
);
create index shown_to_guest_in_scope on referrals.shown_to_guest (scope_id);
