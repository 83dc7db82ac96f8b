-- What each table holds; psql shows it with \d+.
comment on table worklist.not_done_reason is 'Why a task was not done.';
comment on table worklist.task_state is 'States of a task.';
comment on table worklist.task is
  'Something to be done for a family, by one institution and maybe one worker, until a day.';
