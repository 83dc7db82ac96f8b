-- How far the work with a family has come, derived when a fact changes (see steps.sql) and not each time somebody looks.
create table families.step (
  case_id uuid primary key references cases."case",
  ended timestamptz,
  accepted timestamptz,
  opened timestamptz,
  fixed timestamptz,
  frozen timestamptz,
  approved timestamptz,
  -- A contract in force; one that began since the opening; one that ended since the opening.
  stands boolean not null,
  stands_since_opening boolean not null,
  contract_ended boolean not null,
  -- The next review of contracts in force that began since the opening; the next review of all.
  contract_review date,
  review date,
  unfinished uuid
);
