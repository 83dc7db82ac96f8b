-- What was reported, as intake passes it on to the leading team: of every case alike, so that none tells by its lack how it
-- began. Cases of before keep what their concern said; one of violence said nothing.
create table cases.reported (
  case_id uuid primary key references cases."case",
  what text not null check (length(what) between 2 and 4000)
);
insert into cases.reported
  select c.id, k.what from cases."case" c join cases.concern k on k.id = c.concern_id where not k.violence;
