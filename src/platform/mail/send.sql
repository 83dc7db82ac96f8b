create function mail.unsent(only_id uuid) returns setof mail.letter
language sql stable security definer set search_path = '' as
$$ select * from mail.letter where sent_at is null and id = only_id $$;
grant execute on function mail.unsent(uuid) to splot_jobs;

create function mail.mark(letter_id uuid, problem text) returns void
language sql security definer set search_path = '' as
$$ update mail.letter set failed = problem, sent_at = case when problem is null then now() end where id = letter_id $$;
grant execute on function mail.mark(uuid, text) to splot_jobs;

-- The practice outbox; the caller makes sure that it is asked in practice mode only.
create function mail.outbox(how_many int) returns setof mail.letter
language sql stable security definer set search_path = '' as
$$ select * from mail.letter order by written_at desc, id desc limit how_many $$;
grant execute on function mail.outbox(int) to splot_jobs;
