-- What was settled about a family becomes a task when the minutes are sent, or at once what is put into its basket, or the level that
-- was agreed in a domain. A level is nobody's to do, and has no day: it says itself what was settled.
alter table meetings.decision
  alter what drop not null,
  alter institution_id drop not null,
  alter due drop not null,
  add item_id uuid,
  add agreed_id uuid references assessments.agreed,
  add domain text references assessments.life_domain,
  add level int check (level between 1 and 5),
  add without_level text check (without_level in ('does_not_concern', 'unknown')),
  add foreign key (item_id, scope_id) references baskets.item (id, scope_id),
  add constraint becomes_one_thing check (num_nonnulls(task_id, item_id, agreed_id) <= 1),
  add constraint settled_in_full check (case when agreed_id is null
    then what is not null and institution_id is not null and (due is not null or item_id is not null) and num_nonnulls(domain, level, without_level) = 0
    else domain is not null and num_nonnulls(level, without_level) = 1 and num_nonnulls(what, institution_id, worker_id, due) = 0 end);
