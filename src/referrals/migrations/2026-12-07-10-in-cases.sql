-- A referral may stand within a case: joint work of the case is its basis, and what is asked bears the frame of a service.
alter table referrals.referral
  alter basis_until drop not null,
  drop constraint asked_of_another,
  drop constraint known_basis,
  -- What whoever leads the case does itself is accepted as it is put in.
  add constraint asked_of_another check (to_institution_id <> from_institution_id or scope_id <> id),
  add constraint known_basis check (basis in ('person', 'representative', 'law', 'case')),
  add constraint basis_of_its_place check ((basis = 'case') = (scope_id <> id) and (basis = 'case') = (basis_until is null));

alter table referrals.point
  alter what drop not null,
  add service_kind text references directory.service_kind,
  add request text,
  add frequency text check (length(frequency) <= 200),
  add starts date,
  add ends date,
  drop constraint known_answer,
  drop constraint handled_when_taken_on,
  drop constraint expected_when_taken_on,
  drop constraint begun_when_taken_on,
  add constraint something_is_asked check (what is not null or service_kind is not null and scope_id <> referral_id),
  add constraint ends_after_it_starts check (ends >= starts),
  add constraint known_answer check (answer in ('accepted', 'changed', 'waiting', 'declined', 'returned')),
  add constraint handled_when_taken_on check (handled_by is null or answer in ('accepted', 'changed', 'waiting')),
  add constraint expected_when_taken_on check (expected_on is null or answer in ('accepted', 'changed', 'waiting')),
  add constraint begun_when_taken_on check (begun_on is null or answer in ('accepted', 'changed', 'waiting'));

alter table referrals.feedback
  drop constraint known_step,
  add constraint known_step check (step in ('accepted', 'changed', 'waiting', 'declined', 'returned', 'begun', 'told', 'ended'));
