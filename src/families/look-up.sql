-- Families that a head, or who stands in, looks up by the name of one of their people or of the family: among open cases that
-- their institution leads, and nothing that a list of these does not tell too. That it was done is noted, with its purpose and
-- the cases that were shown, each of which was looked at; the words are not.
create function families.look_up(asked text, the_purpose text)
returns table (id uuid, code text, label text, locality text, coordinator text, coordinator_phone text)
language plpgsql security definer set search_path = '' as $$
declare
  led constant uuid[] := array(select c.id from cases."case" c join cases.opening o on o.case_id = c.id and upper_inf(o.period)
    where c.id = any (access.my_scopes('head')));
  people constant uuid[] := array(select distinct m.person_id from cases."case" c join households.member m on m.household_id = c.household_id
    where c.id = any (led) and upper_inf(m.period));
  partnerships constant uuid[] := array(select distinct h.partnership_id from cases."case" c join households.household h on h.id = c.household_id
    where c.id = any (led));
  shown uuid[];
begin
  shown := array(
    select f.id from (
      select c.id, a.likeness from households.alike(partnerships, asked, people) a
        join households.member m on m.person_id = a.person_id and upper_inf(m.period)
        join cases."case" c on c.household_id = m.household_id and c.id = any (led)
      union all
      select c.id, 1 from cases."case" c join households.household h on h.id = c.household_id
        where c.id = any (led) and households.found_by(h) like '%' || splot.sought(asked) || '%') f
    group by f.id order by max(f.likeness) desc, f.id limit 6);
  insert into families.look_up (worker_id, institution_id, purpose, shown)
    select w.id, w.institution_id, the_purpose, shown from institutions.worker w where w.id = access.me();
  insert into journal.look (worker_id, institution_id, scope_id, page)
    select w.id, w.institution_id, s.id, 'look-up' from institutions.worker w, unnest(shown) s (id) where w.id = access.me() on conflict do nothing;
  return query
    select c.id, c.code, h.label, h.locality, w.given_name || ' ' || w.family_name, w.phone
    from unnest(shown) with ordinality s (id, nr) join cases."case" c on c.id = s.id join households.household h on h.id = c.household_id
    left join cases.coordinator k on k.case_id = c.id and k.period @> now() left join institutions.worker w on w.id = k.worker_id
    order by s.nr;
end $$;
grant execute on function families.look_up(text, text) to splot_app;
