-- Views and agreed levels are written into an open assessment only; held, it is not fixed meanwhile.
create function assessments.only_while_open() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from assessments.assessment a where a.id = new.assessment_id and a.fixed_at is null for share;
  if not found then raise exception 'the assessment is fixed' using errcode = 'SP001', schema = 'assessments', constraint = 'only_while_open'; end if;
  return new;
end $$;

create trigger only_while_open before insert or update on assessments.view for each row execute function assessments.only_while_open();
create trigger only_while_open before insert or update on assessments.agreed for each row execute function assessments.only_while_open();

create function assessments.is_open(the_assessment uuid, scope uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from assessments.assessment a where a.id = the_assessment and a.scope_id = scope and a.fixed_at is null) $$;
grant execute on function assessments.is_open(uuid, uuid) to splot_app;

-- Class of a domain, so that what hangs on it inherits it.
create function assessments.class_of(domain text) returns text
language sql stable security definer set search_path = '' as
$$ select class from assessments.life_domain where code = domain $$;
grant execute on function assessments.class_of(text) to splot_app;

-- Whom something in a domain is about where its writer says nothing.
create function assessments.about_by_default(scope uuid, domain text, ours boolean) returns uuid[]
language sql stable set search_path = '' as
$$ select cases.about_by_default(scope, d.whom, ours) from assessments.life_domain d where d.code = domain $$;
grant execute on function assessments.about_by_default(uuid, text, boolean) to splot_app;

-- A fact that others read (access.reads).
select access.fact('assessments.assessment', 'scope_id');

-- Who was there when an assessment was fixed: by their names, so it is told to those alone who read about everybody.
create function assessments.present(the_assessment uuid) returns text[]
language sql stable security definer set search_path = '' as $$
  select a.present from assessments.assessment a
  where a.id = the_assessment and a.scope_id = any ((select access.my_whole_scopes('file'))::uuid[])
$$;
grant execute on function assessments.present(uuid) to splot_app;

-- Open assessments of my families in which my institution has not said yet how it sees anything; who coordinates is told by
-- the step. What a colleague keeps of safety is not told, and so it does not count either.
create function assessments.unsaid_by_us() returns table (id uuid, scope_id uuid)
language sql stable security definer set search_path = '' rows 5 as $$
  select a.id, a.scope_id from assessments.assessment a
  where a.fixed_at is null and a.scope_id = any ((select access.my_scopes('team'))::uuid[]) and a.scope_id <> all ((select access.my_scopes('coordinate'))::uuid[])
    and exists (select from cases.opening o where o.case_id = a.scope_id and upper_inf(o.period))
    and not exists (select from assessments.view v where v.scope_id = a.scope_id and v.assessment_id = a.id
      and v.institution_id = institutions.my_institution() and not v.by_family and (v.class <> 'violence' or v.author_id = access.me()))
  order by a.opened_at, a.id limit 50
$$;
grant execute on function assessments.unsaid_by_us() to splot_app;
