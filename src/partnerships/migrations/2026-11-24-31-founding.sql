-- What the founding chain writes down: invitation, declaration, agreement, appointment, rules of work, exit.
alter table partnerships.membership
  add column invited_by uuid references institutions.worker,
  add column why text check (length(why) <= 1000),
  add column meeting_at timestamptz,
  add column meeting_place text check (length(meeting_place) <= 200),
  add column answer_by date,
  add column contributes text check (length(contributes) <= 1000),
  add column declaration_file_id uuid references files.file;
alter table partnerships.agreement
  add column number text check (length(number) <= 40),
  add column drafted_on date not null default splot.today_pl(),
  add column answer_days_immediate int not null default 0 check (answer_days_immediate between 0 and 1),
  add column answer_days_urgent int not null default 2 check (answer_days_urgent between 1 and 7),
  add column answer_days_usual int not null default 7 check (answer_days_usual between 1 and 30),
  add column meeting_every_months int not null default 1 check (meeting_every_months between 1 and 12),
  add column notice_days int not null default 30 check (notice_days between 1 and 180),
  add column provisions text[] not null default '{}' check (cardinality(provisions) <= 20);
alter table partnerships.agreement_party add foreign key (file_id) references files.file;
alter table partnerships.rules_of_work
  add column secretary_id uuid references institutions.worker,
  add column quorum text not null default '' check (length(quorum) <= 200),
  add column invite_days_before int not null default 7 check (invite_days_before between 1 and 30),
  add column notice_days int not null default 30 check (notice_days between 1 and 180),
  -- Working days after the deadline at which silence is told to the deputy, the head, the leader.
  add column deputy_told_after int not null default 1 check (deputy_told_after between 1 and 10),
  add column head_told_after int not null default 3 check (head_told_after between 1 and 20),
  add column leader_told_after int not null default 7 check (leader_told_after between 1 and 30),
  add check (deputy_told_after <= head_told_after and head_told_after <= leader_told_after);

-- A partnership's own rows of the competence map stand before the proposal; `none` takes a proposed part away.
alter table partnerships.competence drop constraint competence_part_check;
alter table partnerships.competence add constraint competence_part_check
  check (part in ('leads', 'must', 'may') or part = 'none' and partnership_id is not null);
create table partnerships.competence_change (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  problem_kind text not null,
  institution_kind text not null,
  from_part text not null,
  to_part text not null,
  reason text not null check (length(reason) between 2 and 500),
  changed_by uuid not null references institutions.worker,
  changed_at timestamptz not null default now()
);
create index competence_changes on partnerships.competence_change (partnership_id, changed_at desc);

-- The map as it holds in a partnership: its own rows before the proposal, without what it took away.
create function partnerships.competence_of(partnership uuid)
returns table (problem_kind text, institution_kind text, part text, law text, note text, locked boolean, own boolean)
language sql stable set search_path = '' as $$
  select c.problem_kind, c.institution_kind, c.part, c.law, c.note, c.locked, c.own from (
    select distinct on (c.problem_kind, c.institution_kind) c.problem_kind, c.institution_kind, c.part, c.law, c.note, c.locked,
      c.partnership_id is not null as own
    from partnerships.competence c where c.partnership_id is null or c.partnership_id = partnership
    order by c.problem_kind, c.institution_kind, c.locked desc, c.partnership_id nulls last) c
  where c.part <> 'none'
$$;
grant execute on function partnerships.competence_of(uuid) to splot_app;

-- Who leads where the law says who leads is not for a partnership to say.
create function partnerships.law_leads() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.partnership_id is not null and new.part = 'leads' and exists (select from partnerships.competence c
    where c.partnership_id is null and c.locked and c.part = 'leads' and c.problem_kind = new.problem_kind) then
    raise exception 'the law says who leads' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger law_leads before insert or update on partnerships.competence for each row execute function partnerships.law_leads();

-- What an institution hands over when it leaves: kept for both sides, also when the one can see no case any more.
create table partnerships.handover (
  membership_id uuid primary key references partnerships.membership,
  left_on date not null default splot.today_pl(),
  disclosures_given int not null,
  disclosures_received int not null
);
create table partnerships.handover_line (
  id uuid primary key default uuidv7(),
  membership_id uuid not null references partnerships.handover,
  scope_id uuid not null references access.scope,
  kind text not null check (kind in ('part', 'item', 'task')),
  case_code text not null,
  worker text,
  handed_to text,
  due date
);
create index handover_lines on partnerships.handover_line (membership_id);

-- Documents and history of a partnership: a scope of its own, in which no family appears ---------------------------
create function partnerships.grants_of(asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' as $$
  select p.id, w.id, null::uuid, array['pointer', 'file', 'team'], tstzmultirange(w.period), '{"reason": "leading-institution"}'::jsonb
  from partnerships.partnership p join institutions.worker w on w.institution_id = p.leading_institution_id where p.id = any (asked)
  union all
  select m.partnership_id, w.id, null::uuid, array['pointer', 'file', 'team'], range_agg(m.period * w.period), '{"reason": "member"}'::jsonb
  from partnerships.membership m join institutions.worker w on w.institution_id = m.institution_id
  where m.partnership_id = any (asked) and m.period is not null group by 1, 2
  union all
  -- Invited: they bring their signed papers, and see those.
  select m.partnership_id, w.id, null::uuid, array['pointer', 'team'], tstzmultirange(tstzrange(m.invited_at, null) * w.period), '{"reason": "invited"}'::jsonb
  from partnerships.membership m join institutions.worker w on w.institution_id = m.institution_id
  where m.partnership_id = any (asked) and m.period is null and m.left_because is null
$$;
revoke execute on function partnerships.grants_of(uuid[]) from public;
insert into access.scope_rule (kind, rule) values ('partnership', 'partnerships.grants_of');

create function partnerships.opens_documents() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.open_scope(new.id, 'partnership');
  perform access.derive(array[new.id]);
  return null;
end $$;
create trigger documents_open after insert on partnerships.partnership for each row execute function partnerships.opens_documents();

create function partnerships.membership_derives() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(new.institution_id);
  perform access.derive(array[new.partnership_id]);
  return null;
end $$;
create trigger documents_derive after insert or update of period, left_because on partnerships.membership
  for each row execute function partnerships.membership_derives();

create function partnerships.worker_derives() returns trigger language plpgsql security definer set search_path = '' as $$
declare ids uuid[];
begin
  perform institutions.change_alone(new.institution_id);
  select array_agg(id order by id) into ids from (
    select m.partnership_id as id from partnerships.membership m where m.institution_id = new.institution_id and m.left_because is null
    union select p.id from partnerships.partnership p where p.leading_institution_id = new.institution_id) touched;
  if ids is not null then perform access.derive(ids); end if;
  return null;
end $$;
create trigger documents_derive after insert or update of period on institutions.worker for each row execute function partnerships.worker_derives();

-- Hand-overs of the institution that I head, and of those that left the partnerships that I lead.
create function partnerships.handovers_i_answer_for() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select m.id from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  where institutions.i_head() in (m.institution_id, p.leading_institution_id)
$$;
-- Their lines, without those of families that the asking head is kept out of.
create function partnerships.handover_lines_i_see() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select l.id from partnerships.handover_line l where l.membership_id in (select partnerships.handovers_i_answer_for())
    and not exists (select from access.barred b where b.scope_id = l.scope_id and b.worker_id = access.me() and b.valid @> now())
$$;
grant execute on function partnerships.handovers_i_answer_for(), partnerships.handover_lines_i_see() to splot_app;

-- Names for a hand-over, also to the head whose institution no longer sees the partnership.
create function partnerships.facts_of_exit(membership uuid)
returns table (institution_id uuid, institution_name text, partnership_name text, area text, leading_institution_id uuid, leading_name text, reason text)
language sql stable security definer set search_path = '' as $$
  select i.id, i.name, p.name, (select string_agg(s.name, ', ' order by s.name) from partnerships.area a
      join territory.unit_state s on s.terc = a.terc and s.valid @> splot.today_pl() where a.partnership_id = p.id),
    l.id, l.name, m.left_because
  from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  join institutions.institution i on i.id = m.institution_id join institutions.institution l on l.id = p.leading_institution_id
  where m.id = membership and m.left_because is not null and institutions.i_head() in (i.id, l.id)
$$;
grant execute on function partnerships.facts_of_exit(uuid) to splot_app;
