-- Whoever takes a concern up may propose themselves as coordinator: it holds until the head says otherwise.
alter table cases.coordinator add proposed boolean not null default false, add confirmed_at timestamptz, add confirmed_by uuid references institutions.worker,
  add constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null));
