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
-- ("contact.written") or what it is about ("contact"), `place` the code on a paper. That a concern was attached is told as
-- of one of violence, which leaves nothing in the case: taken up, and not where.
create function oversight.journal(worker uuid, since timestamptz, until timestamptz, place text, wanted text, before_at timestamptz, before_id uuid, how_many int)
returns table (id uuid, at timestamptz, worker_id uuid, verb text, scope_id uuid, kind text)
language sql stable security definer set search_path = '' as $$
  select e.id, e.at, e.worker_id, told.verb, told.scope_id, s.kind
  from journal.entry e
  cross join lateral (select case e.verb when 'concern.attached' then 'concern.taken-up' else e.verb end as verb,
    case when e.verb <> 'concern.attached' then e.scope_id end as scope_id) told
  left join access.scope s on s.id = told.scope_id
  where e.institution_id = (select oversight.i_oversee())
    and (worker is null or e.worker_id = worker) and (since is null or e.at >= since) and (until is null or e.at < until)
    and (place is null or told.scope_id = any (array(select oversight.by_code(place))))
    and (wanted is null or told.verb = wanted or split_part(told.verb, '.', 1) = wanted)
    and (before_at is null or (e.at, e.id) < (before_at, before_id))
    and not oversight.kept_out_of(told.scope_id) and not asks.i_am_kept_from(e.subject_id)
  order by e.at desc, e.id desc limit how_many
$$;
grant execute on function oversight.journal(uuid, timestamptz, timestamptz, text, text, timestamptz, uuid, int) to splot_app;

-- Where people of the institution that I oversee looked: one row a worker, scope and quarter of an hour.
create function oversight.looks(worker uuid, since timestamptz, until timestamptz, place text, before_at timestamptz, before_id uuid, how_many int)
returns table (id uuid, at timestamptz, worker_id uuid, pages text[], scope_id uuid, kind text)
language sql stable security definer set search_path = '' as $$
  select l.id, l.at, l.worker_id, l.pages, l.scope_id, s.kind
  from (
    select overlay(overlay(md5(l.worker_id::text || l.scope_id) placing '8' from 13) placing '8' from 17)::uuid as id,
      l.at, l.worker_id, l.scope_id, array_agg(l.page order by l.page) as pages
    from journal.look l
    where l.institution_id = (select oversight.i_oversee())
      and (worker is null or l.worker_id = worker) and (since is null or l.at >= since) and (until is null or l.at < until)
      and (place is null or l.scope_id = any (array(select oversight.by_code(place))))
      and (before_at is null or l.at <= before_at)
    group by l.at, l.worker_id, l.scope_id
  ) l left join access.scope s on s.id = l.scope_id
  where (before_at is null or (l.at, l.id) < (before_at, before_id)) and not oversight.kept_out_of(l.scope_id)
  order by l.at desc, l.id desc limit how_many
$$;
grant execute on function oversight.looks(uuid, timestamptz, timestamptz, text, timestamptz, uuid, int) to splot_app;

-- How often people of the institution that I oversee searched for people before opening a case, by month and worker:
-- counts alone. A family is `untouched` when a search showed it for a concern that was not taken up or attached there.
create function oversight.searches()
returns table (month date, worker_id uuid, searches int, concerns int, families int, untouched int)
language sql stable security definer set search_path = '' as $$
  select date_trunc('month', p.at at time zone 'Europe/Warsaw')::date, p.worker_id, count(distinct p.id)::int, count(distinct p.concern_id)::int,
    count(distinct h.id)::int, count(distinct h.id) filter (where h.id is distinct from p.attached_to and not exists (
      select from concerns.concern k join cases."case" c on c.id = k.case_id where k.id = p.concern_id and c.household_id = h.id))::int
  from concerns.people_search p
  left join households.household h on h.id = any (p.shown) and not oversight.kept_out_of(h.id)
  where p.institution_id = (select oversight.i_oversee()) and p.at > now() - interval '1 year'
    and not asks.i_am_kept_from(p.concern_id)
  group by 1, 2
$$;
grant execute on function oversight.searches() to splot_app;

-- How often the head of the institution that I oversee, or who stood in, looked families up, by month and purpose: counts alone.
create function oversight.look_ups()
returns table (month date, worker_id uuid, purpose text, times int, families int)
language sql stable security definer set search_path = '' as $$
  select date_trunc('month', l.at at time zone 'Europe/Warsaw')::date, l.worker_id, l.purpose, count(distinct l.id)::int, count(distinct c.id)::int
  from families.look_up l left join cases."case" c on c.id = any (l.shown) and not oversight.kept_out_of(c.id)
  where l.institution_id = (select oversight.i_oversee()) and l.at > now() - interval '1 year'
  group by 1, 2, 3
$$;
grant execute on function oversight.look_ups() to splot_app;
