create function mail.unsent(only_id uuid) returns setof mail.letter
language sql stable security definer set search_path = '' as
$$ select * from mail.letter where sent_at is null and body is not null and id = only_id $$;

-- The mail server took it: what it said is not kept.
create function mail.sent(letter_id uuid) returns void
language sql security definer set search_path = '' as
$$ update mail.letter set sent_at = now(), failed = null, body = null where id = letter_id $$;

-- It could not be sent; `given_up` when nobody tries again.
create function mail.failed(letter_id uuid, problem text, given_up boolean) returns void
language sql security definer set search_path = '' as
$$ update mail.letter set failed = problem, body = case when not given_up then body end where id = letter_id $$;

-- After 14 days no link of a letter opens anything: what was never sent is emptied as well.
create function mail.empty_old() returns void
language sql security definer set search_path = '' as
$$ update mail.letter set body = null where body is not null and written_at < now() - interval '14 days' $$;
grant execute on function mail.unsent(uuid), mail.sent(uuid), mail.failed(uuid, text, boolean), mail.empty_old() to splot_jobs;

-- The practice outbox; the caller makes sure that it is asked in practice mode only.
create function mail.outbox(how_many int) returns setof mail.letter
language sql stable security definer set search_path = '' as
$$ select * from mail.letter where body is not null order by written_at desc, id desc limit how_many $$;
grant execute on function mail.outbox(int) to splot_jobs;
