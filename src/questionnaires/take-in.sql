-- Takes a questionnaire in. Answers a code when this version is here already.
create function questionnaires.take_in(content jsonb, shipped boolean) returns text
language plpgsql security definer set search_path = '' as $$
begin
  insert into questionnaires.questionnaire (url, version, title, status, content, shipped)
  values (content ->> 'url', content ->> 'version', content ->> 'title', content ->> 'status', content, shipped)
  on conflict (url, version) do nothing;
  return case when found then null else 'version-is-here' end;
end $$;
grant execute on function questionnaires.take_in(jsonb, boolean) to splot_jobs;
