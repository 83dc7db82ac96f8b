-- One look a worker, scope, kind and quarter of an hour, however much was read: what is noted costs little, and a list
-- of looks says something. Its instant is the quarter's beginning.
delete from journal.look a using journal.look b
where a.worker_id = b.worker_id and a.at = b.at and a.scope_id = b.scope_id and a.page = b.page
  and (a.tableoid, a.ctid) > (b.tableoid, b.ctid);
alter table journal.look alter column at set default date_bin('15 minutes', now(), timestamptz '1970-01-01 00:00:00+00');
drop index journal.look_by_worker;
create unique index look_once on journal.look (worker_id, at, scope_id, page);
comment on table journal.look is 'Who looked at which scope, at what kind of thing, in which quarter of an hour; never what was there.';
