-- Where a danger was told of, one institution a step.
create table concerns.step (
  concern_id uuid not null references concerns.concern,
  institution_id uuid not null references institutions.institution,
  began timestamptz not null default clock_timestamp(),
  told_at timestamptz,
  primary key (concern_id, institution_id)
);
create index step_at on concerns.step (institution_id);
create index step_untold on concerns.step (began) where told_at is null;

-- Nobody is left to tell of it: since when, and whether its reporter was told.
alter table concerns.concern
  add unheard_at timestamptz,
  add unheard_told_at timestamptz,
  add constraint told_of_what_is_unheard check (unheard_at is not null or unheard_told_at is null);

-- Dangers that wait already climb from now on.
insert into concerns.step (concern_id, institution_id)
select k.id, k.addressed_to from concerns.concern k where k.state = 'new' and k.urgency = 'immediate';
