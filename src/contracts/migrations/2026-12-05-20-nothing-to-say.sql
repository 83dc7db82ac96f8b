-- Fields of a contract of which somebody said that there is nothing to say there: what nobody filled is asked for.
alter table contracts.social_contract add said_nothing text[] not null default '{}'
  constraint fields_that_may_be_empty check (said_nothing <@ array['limits', 'barriers', 'effects', 'education', 'skills', 'experience', 'earlierAttempts']);
