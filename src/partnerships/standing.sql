create function partnerships.i_lead_as_head() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as
$$ select id from partnerships.partnership where leading_institution_id = institutions.i_head_myself() $$;
grant execute on function partnerships.i_lead_as_head() to splot_app;
