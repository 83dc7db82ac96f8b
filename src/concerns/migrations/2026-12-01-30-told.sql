-- Who was told of a danger: each person once, also who takes over the duty later.
create table concerns.told (
  concern_id uuid not null references concerns.concern,
  worker_id uuid not null references institutions.worker,
  at timestamptz not null default clock_timestamp(),
  primary key (concern_id, worker_id)
);
drop index concerns.step_untold;
alter table concerns.step drop told_at;
