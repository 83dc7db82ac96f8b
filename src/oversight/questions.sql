-- The institution whose officer I am now.
create function oversight.i_oversee() returns uuid
language sql stable security definer set search_path = '' as $$
  select d.institution_id from institutions.delegation d join institutions.worker w on w.id = d.worker_id
  where d.worker_id = access.me() and d.part in ('data_protection_officer', 'auditor')
    and d.period @> clock_timestamp() and w.period @> clock_timestamp() limit 1
$$;
grant execute on function oversight.i_oversee() to splot_app;

-- The code that stands on the papers of a case in which people of the institution that I oversee, or head, worked.
create function oversight.code_of(scope uuid) returns text
language sql stable security definer set search_path = '' as $$
  select c.code from cases."case" c, (select coalesce(oversight.i_oversee(), institutions.i_head()) as id) mine
  where c.id = scope and not oversight.kept_out_of(scope) and exists (
    select from journal.entry e where e.scope_id = scope and e.institution_id = mine.id
    union all select from journal.look l where l.scope_id = scope and l.institution_id = mine.id)
$$;
grant execute on function oversight.code_of(uuid) to splot_app;

-- What was done in the institution that I oversee: when, who, which verb, in what kind of scope; nothing of what was
-- written there. Newest first, before a place in that order; filtered by what is not null. `wanted` is a verb
-- ("contact.written") or what it is about ("contact"), `place` the code on a paper.
create function oversight.journal(worker uuid, since timestamptz, until timestamptz, place text, wanted text, before_at timestamptz, before_id uuid, how_many int)
returns table (id uuid, at timestamptz, worker_id uuid, verb text, scope_id uuid, kind text)
language sql stable security definer set search_path = '' as $$
  select e.id, e.at, e.worker_id, e.verb, e.scope_id, s.kind
  from journal.entry e left join access.scope s on s.id = e.scope_id
  where e.institution_id = (select oversight.i_oversee())
    and (worker is null or e.worker_id = worker) and (since is null or e.at >= since) and (until is null or e.at < until)
    and (place is null or e.scope_id = any (array(select oversight.by_code(place))))
    and (wanted is null or e.verb = wanted or split_part(e.verb, '.', 1) = wanted)
    and (before_at is null or (e.at, e.id) < (before_at, before_id)) and not oversight.kept_out_of(e.scope_id)
  order by e.at desc, e.id desc limit how_many
$$;
grant execute on function oversight.journal(uuid, timestamptz, timestamptz, text, text, timestamptz, uuid, int) to splot_app;

-- Where people of the institution that I oversee looked.
create function oversight.looks(worker uuid, since timestamptz, until timestamptz, place text, before_at timestamptz, before_id uuid, how_many int)
returns table (at timestamptz, worker_id uuid, page text, scope_id uuid, kind text)
language sql stable security definer set search_path = '' as $$
  select l.at, l.worker_id, l.page, l.scope_id, s.kind
  from journal.look l left join access.scope s on s.id = l.scope_id
  where l.institution_id = (select oversight.i_oversee())
    and (worker is null or l.worker_id = worker) and (since is null or l.at >= since) and (until is null or l.at < until)
    and (place is null or l.scope_id = any (array(select oversight.by_code(place))))
    and (before_at is null or (l.at, l.scope_id) < (before_at, before_id)) and not oversight.kept_out_of(l.scope_id)
  order by l.at desc, l.scope_id desc limit how_many
$$;
grant execute on function oversight.looks(uuid, timestamptz, timestamptz, text, timestamptz, uuid, int) to splot_app;
