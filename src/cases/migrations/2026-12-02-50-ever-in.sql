-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the
-- household, until their author says otherwise. (Of this migration alone: the rules that follow know no such function.)
create function cases.ever_in(scope uuid) returns uuid[] language sql stable as $$
  select coalesce((select array_agg(distinct m.person_id order by m.person_id) from cases."case" c join households.member m using (household_id)
    where c.id = scope), array[scope])
$$;
