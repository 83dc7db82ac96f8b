-- Some parts are asked at once and before everything else; and somebody may be kept from a question for good.
alter table asks.part add urgent boolean not null default false;

create table asks.kept_from (
  subject_id uuid not null,
  worker_id uuid not null references institutions.worker,
  primary key (subject_id, worker_id)
);
