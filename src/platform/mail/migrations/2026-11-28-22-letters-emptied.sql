-- What a letter said is needed until the mail server took it, and no longer: its links open something. What was sent
-- so far is emptied, and what nobody could send while its links were good.
alter table mail.letter alter column body drop not null;
update mail.letter set body = null where sent_at is not null or written_at < now() - interval '14 days';
comment on column mail.letter.body is 'Null once it was sent or given up.';
