-- What other slices told to somebody who is no member, each in the name of whoever asks.
delete from consents.told_source;

create function consents.told_sources() returns setof text
language sql stable security definer set search_path = '' as $$ select s.source from consents.told_source s order by 1 $$;
grant execute on function consents.told_sources() to splot_app;

create function consents.told_elsewhere(scope uuid) returns table (id uuid, about_id uuid, from_institution_id uuid, to_name text, classes text[],
  period tstzrange, what text, basis text, basis_kind text, purpose text, withdrawn_at timestamptz)
language plpgsql stable set search_path = '' as $$
declare source text;
begin
  for source in select s from consents.told_sources() s loop
    return query execute format('select f.* from %s($1) f', source) using scope;
  end loop;
end $$;
grant execute on function consents.told_elsewhere(uuid) to splot_app;
