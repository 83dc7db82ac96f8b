-- Of whose money I may know: of a partnership whose leading institution I head, stand in or answer for, or in which I coordinate a case.
create function baskets.my_budgets() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select unnest(directory.my_kept_partnerships())
    union select c.partnership_id from cases."case" c where c.id = any (access.my_scopes('coordinate')))
$$;
grant execute on function baskets.my_budgets() to splot_app;

create function baskets.budget_said() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.budget b set replaced_at = now() where b.partnership_id = new.partnership_id and b.replaced_at is null;
  return new;
end $$;
create trigger said before insert on baskets.budget for each row execute function baskets.budget_said();

-- What items that go on, or may, take of the money of a partnership, added up by who entered them: never of which family, and nothing of one
-- from which the asker is kept, or of a case that was voided.
create function baskets.commitments(partnership uuid) returns table (worker_id uuid, name text, institution text, committed bigint, paid bigint, taken bigint)
language sql stable security definer set search_path = '' rows 20 as $$
  select w.id, w.given_name || ' ' || w.family_name, coalesce(o.short_name, o.name),
    sum(x.committed)::bigint, sum(x.paid)::bigint, sum(greatest(x.committed, x.paid))::bigint
  from (
    select i.added_by, case when i.removed_at is null and p.answer is distinct from 'declined' and p.withdrawn_at is null
        then coalesce(i.cost_grosz - coalesce(i.family_cost_grosz, 0), 0) else 0 end as committed,
      coalesce((select sum(y.amount_grosz) from baskets.payment y where y.item_id = i.id and y.taken_back_at is null), 0) as paid
    from baskets.budget b join cases."case" c on c.partnership_id = b.partnership_id join baskets.item i on i.scope_id = c.id
    left join referrals.point p on p.id = i.point_id
    where b.partnership_id = partnership and b.replaced_at is null and c.voided_at is null
      and not exists (select from access.barred k where k.scope_id = c.id and k.worker_id = access.me() and k.valid @> clock_timestamp())
      and i.funding = 'partnership_budget'
      and daterange(i.starts, i.ends, '[]') && b.period) x
  join institutions.worker w on w.id = x.added_by join institutions.institution o on o.id = w.institution_id
  where partnership = any (baskets.my_budgets()) and (x.committed > 0 or x.paid > 0)
  group by w.id, o.id
$$;
grant execute on function baskets.commitments(uuid) to splot_app;

-- What is left of it; null where nobody counts it, or I may not know.
create function baskets.budget_left(partnership uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select b.amount_grosz - coalesce((select sum(x.taken) from baskets.commitments(partnership) x), 0)::bigint
  from baskets.budget b where b.partnership_id = partnership and b.replaced_at is null and b.period @> splot.today_pl()
    and partnership = any (baskets.my_budgets())
$$;
grant execute on function baskets.budget_left(uuid) to splot_app;
