-- What is to be done, by which institution and worker, until when. Where a task comes from is an opaque source, so
-- that plans, meetings and courses can all put tasks here.
create schema worklist;

select codes.create_list('worklist.not_done_reason');
select codes.create_list('worklist.task_state', '"open" boolean');

create table worklist.task (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  class text not null,
  what text not null check (length(what) between 2 and 500),
  institution_id uuid not null references institutions.institution,
  worker_id uuid,
  due date,
  state text not null default 'planned' references worklist.task_state,
  not_done_reason text references worklist.not_done_reason,
  outcome text,
  source_kind text,
  source_id uuid,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  ended_at timestamptz,
  version int not null default 1,
  check ((state = 'not_done') = (not_done_reason is not null)),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id)
);
create index task_of_worker on worklist.task (worker_id, due) where ended_at is null;
create index task_of_institution on worklist.task (institution_id, due) where ended_at is null;
create index task_in_scope on worklist.task (scope_id);
create index task_from_source on worklist.task (source_id);
