-- To which case a concern of violence was attached, that holds nothing of it: should the case be voided, it waits again.
create table concerns.attached_unseen (
  concern_id uuid primary key references concerns.concern,
  case_id uuid not null references cases."case"
);
create index attached_unseen_to_case on concerns.attached_unseen (case_id);
