-- Letters wait here until the mail server took them. In practice mode they stay, and the app shows them.
-- No letter carries personal data of a family: it says where to look.
create schema mail;
grant usage on schema mail to splot_app, splot_jobs;

create table mail.letter (
  id uuid primary key default uuidv7(),
  written_at timestamptz not null default now(),
  to_address text not null,
  subject text not null,
  body text not null,
  sent_at timestamptz,
  failed text
);
create index letter_to on mail.letter (to_address, written_at desc);

create function mail.write(to_address text, subject text, body text) returns uuid
language sql security definer set search_path = '' as
$$ insert into mail.letter (to_address, subject, body) values (to_address, subject, body) returning id $$;

create function mail.unsent(only_id uuid) returns setof mail.letter
language sql stable security definer set search_path = '' as
$$ select * from mail.letter where sent_at is null and id = only_id $$;

create function mail.mark(letter_id uuid, problem text) returns void
language sql security definer set search_path = '' as
$$ update mail.letter set failed = problem, sent_at = case when problem is null then now() end where id = letter_id $$;

-- The practice outbox; the caller makes sure that it is asked in practice mode only.
create function mail.outbox(how_many int) returns setof mail.letter
language sql stable security definer set search_path = '' as
$$ select * from mail.letter order by written_at desc, id desc limit how_many $$;
grant execute on function mail.write(text, text, text) to splot_app, splot_jobs, splot_identity;
grant execute on function mail.unsent(uuid), mail.mark(uuid, text), mail.outbox(int) to splot_jobs;
grant usage on schema mail to splot_identity;
