-- The data protection officer and the auditor of an institution: its journal and looks without content, and the record
-- of one scope for a stated purpose. What they read comes from these functions alone; the rules of the journal itself
-- let them see no more than anybody else.
create schema oversight;
grant usage on schema oversight to splot_app;

create table oversight.record (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  scope_id uuid not null references access.scope,
  scope_kind text not null,
  worker_id uuid not null references institutions.worker,
  -- A complaint, a request of the person (GDPR art. 15-22), a breach, an audit, or the deeds of the head.
  purpose text not null check (purpose in ('complaint', 'request', 'breach', 'audit', 'head')),
  reason text not null check (length(reason) between 5 and 500),
  valid tstzrange not null check (upper(valid) - lower(valid) <= interval '24 hours'),
  head_told_from timestamptz not null,
  seen_by uuid references institutions.worker,
  seen_at timestamptz,
  check ((seen_by is null) = (seen_at is null))
);
create index record_of_institution on oversight.record (institution_id, (lower(valid)) desc);

-- The institution whose officer I am now.
create function oversight.i_oversee() returns uuid
language sql stable security definer set search_path = '' as $$
  select d.institution_id from institutions.delegation d join institutions.worker w on w.id = d.worker_id
  where d.worker_id = access.me() and d.part in ('data_protection_officer', 'auditor')
    and d.period @> clock_timestamp() and w.period @> clock_timestamp() limit 1
$$;

create function oversight.kept_out_of(scope uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from access.barred b where b.scope_id = scope and b.worker_id = access.me() and b.valid @> clock_timestamp())
$$;
revoke execute on function oversight.kept_out_of(uuid) from public;

-- The scopes that a paper is about, by the code on it: the case and its household. The number in its own register is
-- known to the institution that gave it.
create function oversight.by_code(code text) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select s.id from cases."case" c cross join lateral (values (c.id), (c.household_id)) s (id)
  where c.code = upper(trim(by_code.code)) or exists (
    select from cases.registry_number r
    where r.case_id = c.id and r.institution_id = oversight.i_oversee() and lower(r.number) = lower(trim(by_code.code)))
$$;
revoke execute on function oversight.by_code(text) from public;

-- The code that stands on the papers of a case in which people of the institution that I oversee, or head, worked.
create function oversight.code_of(scope uuid) returns text
language sql stable security definer set search_path = '' as $$
  select c.code from cases."case" c, (select coalesce(oversight.i_oversee(), institutions.i_head()) as id) mine
  where c.id = scope and not oversight.kept_out_of(scope) and exists (
    select from journal.entry e where e.scope_id = scope and e.institution_id = mine.id
    union all select from journal.look l where l.scope_id = scope and l.institution_id = mine.id)
$$;

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

-- Opens the record of one scope to its asking officer for 24 hours. The head is told at once; of what concerns the
-- head's own deeds, 30 days after it ended.
create function oversight.open_record(id uuid, scope uuid, purpose text, reason text) returns text
language plpgsql security definer set search_path = '' as $$
declare mine uuid := oversight.i_oversee();
begin
  if mine is null or oversight.kept_out_of(scope) or not exists (select from access.scope s where s.id = scope)
    or not exists (
      select from journal.entry e where e.scope_id = scope and e.institution_id = mine
      union all select from journal.look l where l.scope_id = scope and l.institution_id = mine) then return 'not-found'; end if;
  if exists (select from oversight.record r where r.scope_id = scope and r.worker_id = access.me() and r.valid @> now()) then
    return 'record-open-already';
  end if;
  insert into oversight.record (id, institution_id, scope_id, scope_kind, worker_id, purpose, reason, valid, head_told_from)
    select open_record.id, mine, s.id, s.kind, access.me(), open_record.purpose, open_record.reason, tstzrange(now(), now() + interval '24 hours'),
      case when open_record.purpose = 'head' then now() + interval '31 days' else now() end
    from access.scope s where s.id = scope;
  return null;
end $$;

-- The record that I asked for, while it is open to me.
create function oversight.my_open_record(record uuid) returns table (scope_id uuid, institution_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
  select r.scope_id, r.institution_id from oversight.record r
  where r.id = record and r.worker_id = access.me() and r.valid @> clock_timestamp()
    and r.institution_id = oversight.i_oversee() and not oversight.kept_out_of(r.scope_id)
$$;

-- What the institution's people wrote in that scope, with its (sealed) values. Not what one person alone may read.
create function oversight.entries(record uuid, before_at timestamptz, before_id uuid, how_many int)
returns table (id uuid, at timestamptz, worker_id uuid, verb text, scope_id uuid, sealed_values bytea)
language sql stable security definer set search_path = '' as $$
  select e.id, e.at, e.worker_id, e.verb, e.scope_id, e.sealed_values
  from oversight.my_open_record(record) r join journal.entry e on e.scope_id = r.scope_id and e.institution_id = r.institution_id
  where e.class <> 'violence' and (before_at is null or (e.at, e.id) < (before_at, before_id))
  order by e.at desc, e.id desc limit how_many
$$;

-- Who of the institution opened that scope, the latest first; of a case also its household's pages.
create function oversight.looks_at(record uuid) returns table (at timestamptz, worker_id uuid, page text)
language sql stable security definer set search_path = '' as $$
  select l.at, l.worker_id, l.page
  from oversight.my_open_record(record) r join access.scope s on s.id = r.scope_id
  join journal.look l on l.scope_id in (s.id, s.beside) and l.institution_id = r.institution_id
  order by l.at desc limit 200
$$;

-- What a scope is called by those who work in it.
create function oversight.name_of(record uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select h.label || ', ' || c.code from cases."case" c join households.household h on h.id = c.household_id where c.id = r.scope_id),
    (select h.label from households.household h where h.id = r.scope_id),
    (select p.name from partnerships.partnership p where p.id = r.scope_id))
  from oversight.my_open_record(record) r
$$;

-- The head notes that they know of it.
create function oversight.acknowledge(record uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update oversight.record r set seen_by = access.me(), seen_at = now()
  where r.id = record and r.institution_id = institutions.i_head() and r.head_told_from <= now() and r.seen_at is null;
  return found;
end $$;
grant execute on function oversight.i_oversee(), oversight.code_of(uuid),
  oversight.journal(uuid, timestamptz, timestamptz, text, text, timestamptz, uuid, int), oversight.looks(uuid, timestamptz, timestamptz, text, timestamptz, uuid, int), oversight.open_record(uuid, uuid, text, text),
  oversight.my_open_record(uuid), oversight.entries(uuid, timestamptz, uuid, int), oversight.looks_at(uuid), oversight.name_of(uuid), oversight.acknowledge(uuid) to splot_app;
