create function mail.write(to_address text, subject text, body text) returns uuid
language sql security definer set search_path = '' as
$$ insert into mail.letter (to_address, subject, body) values (to_address, subject, body) returning id $$;
grant execute on function mail.write(text, text, text) to splot_app, splot_jobs, splot_identity;
