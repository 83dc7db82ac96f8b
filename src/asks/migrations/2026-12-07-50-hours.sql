-- Some questions are to be answered by an hour, not only by a day; who asks is told when it is over.
alter table asks.ask add answer_at timestamptz;
alter type asks.wanted add attribute answer_at timestamptz;
create index ask_with_hour on asks.ask (answer_at) where outcome is null and answer_at is not null;

alter table asks.told_to drop constraint told_to_step_check, add constraint known_step check (step between 0 and 4);

-- Beside what a question opens, its slice may say to whom it is open now.
alter table asks.kind add open_to text;
