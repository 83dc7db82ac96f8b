-- Does the law itself say what part a kind of institution has in a kind of problem? Then no partnership says less.
create function competence.law_demands(problem text, kind text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from competence.competence c
    where c.partnership_id is null and c.locked and c.problem_kind = problem and c.institution_kind = kind)
$$;
grant execute on function competence.law_demands(text, text) to splot_app;

-- The map as it holds in a partnership: its own rows before the proposal, without what it took away.
create function competence.competence_of(partnership uuid)
returns table (problem_kind text, institution_kind text, part text, law text, note text, locked boolean, own boolean)
language sql stable set search_path = '' as $$
  select c.problem_kind, c.institution_kind, c.part, c.law, c.note, c.locked, c.own from (
    select distinct on (c.problem_kind, c.institution_kind) c.problem_kind, c.institution_kind, c.part, c.law, c.note, c.locked,
      c.partnership_id is not null as own
    from competence.competence c where c.partnership_id is null or c.partnership_id = partnership
    order by c.problem_kind, c.institution_kind, c.locked desc, c.partnership_id nulls last) c
  where c.part <> 'none'
$$;
grant execute on function competence.competence_of(uuid) to splot_app;

-- Who leads where the law says who leads is not for a partnership to say.
create function competence.law_leads() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.partnership_id is not null and new.part = 'leads' and exists (select from competence.competence c
    where c.partnership_id is null and c.locked and c.part = 'leads' and c.problem_kind = new.problem_kind) then
    raise exception 'the law says who leads' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger law_leads before insert or update on competence.competence for each row execute function competence.law_leads();
