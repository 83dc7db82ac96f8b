-- What each table holds; psql shows it with \d+.
comment on table worklist.task is
  'Something to be done for a family, by one institution and maybe one worker, until a day.';
comment on table worklist.topic is
  'What is to be talked about at the next meeting of a place; once there is such a meeting, a point of its agenda.';
comment on column worklist.topic.source_kind is 'What it came from: a visit, a message.';
