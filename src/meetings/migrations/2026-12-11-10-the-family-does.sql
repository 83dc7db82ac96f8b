-- What the family does itself is in its basket without an institution, and so it is in what was settled.
alter table meetings.decision
  drop constraint settled_in_full,
  add constraint settled_in_full check (case when agreed_id is null
    then what is not null and num_nonnulls(institution_id, item_id) > 0 and (worker_id is null or institution_id is not null)
      and (due is not null or item_id is not null) and num_nonnulls(domain, level, without_level) = 0
    else domain is not null and num_nonnulls(level, without_level) = 1 and num_nonnulls(what, institution_id, worker_id, due) = 0 end);
