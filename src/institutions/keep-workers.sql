-- Names the next head from an instant on, at which one's own time ends: the head in their own right.
create function institutions.name_head(id uuid, worker uuid, since timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare mine uuid := institutions.i_head_myself();
begin
  if mine is null then return 'not-found'; end if;
  perform institutions.change_alone(mine);
  if institutions.i_head_myself() is distinct from mine then return 'not-found'; end if;
  if since is null or since < now() then return 'time-in-the-past'; end if;
  if not exists (select from institutions.worker w where w.id = worker and w.institution_id = mine and w.period @> since) then
    return 'not-our-worker';
  end if;
  if institutions.is_officer(worker) then return 'is-an-officer'; end if;
  if exists (select from institutions.head h where h.institution_id = mine and (
      lower(h.period) > since and not isempty(h.period)
      or (lower(h.period) at time zone 'Europe/Warsaw')::date = (since at time zone 'Europe/Warsaw')::date)) then
    return 'one-new-head-a-day';
  end if;
  update institutions.head h set period = tstzrange(lower(h.period), since) where h.institution_id = mine and h.period @> since;
  insert into institutions.head (id, institution_id, worker_id, period, named_by) values (id, mine, worker, tstzrange(since, null), access.me());
  return null;
end $$;
grant execute on function institutions.name_head(uuid, uuid, timestamptz) to splot_app;

-- Who has a title to sign and to number their papers, says the head, not they themselves.
create function institutions.head_says() returns trigger language plpgsql set search_path = '' as $$
begin
  if access.me() is not null and new.institution_id is distinct from institutions.i_head() then
    raise exception 'only the head says who is a social worker' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger head_says before update on institutions.worker for each row
  when ((old.social_worker, old.service_number, old.position) is distinct from (new.social_worker, new.service_number, new.position))
  execute function institutions.head_says();

-- Ends somebody's work at this instant; all they see through it ends with it. Who heads the institution, or is to, first names
-- who does after them.
create function institutions.end_work(worker uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(institutions.i_head());
  update institutions.worker set period = tstzrange(lower(period), greatest(now(), lower(period))), version = version + 1
  where id = end_work.worker and institution_id = institutions.i_head() and upper(period) is distinct from lower(period)
    and (upper_inf(period) or upper(period) > now())
    and not exists (select from institutions.head h where h.worker_id = end_work.worker and splot.is_or_will_be(h.period));
  return found;
end $$;
grant execute on function institutions.end_work(uuid) to splot_app;

-- With the work ends, at the same instant, what somebody was given here; slices that know of other parts end theirs by a
-- trigger of their own. So nothing that asks who has a part now has to ask whether they still work here.
create function institutions.work_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update institutions.delegation d set period = tstzrange(lower(d.period), greatest(upper(new.period), lower(d.period)))
  where d.worker_id = new.id and (upper_inf(d.period) or upper(d.period) > upper(new.period));
  update institutions.cover c set ended_at = now(), ended_by = access.me()
  where new.id in (c.worker_id, c.stand_in_id) and c.ended_at is null and c.answer is distinct from 'no';
  update identity.invitation i set withdrawn_at = now() where i.subject_id = new.id and i.accepted_at is null and i.withdrawn_at is null;
  return null;
end $$;

create trigger parts_end after update on institutions.worker for each row
  when (old.period is distinct from new.period and upper(new.period) <= now()) execute function institutions.work_ended();

-- Confirms the first head of an institution that mine established, once they came.
create function institutions.confirm_first_head(institution uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare h institutions.head;
begin
  perform institutions.change_alone(institution);
  select h2.* into h from institutions.head h2 join institutions.institution i on i.id = h2.institution_id
  where i.id = institution and i.established_by = institutions.i_head_myself() and h2.named_by is null and h2.confirmed_by is null;
  if not found then return 'not-found'; end if;
  if exists (select from institutions.worker w where w.id = h.worker_id and w.account_id is null) then return 'head-not-here-yet'; end if;
  if exists (select from institutions.worker w join institutions.worker me on me.id = access.me() and me.account_id = w.account_id
      where w.id = h.worker_id) then return 'not-by-oneself'; end if;
  update institutions.head set confirmed_by = access.me() where id = h.id;
  return null;
end $$;
grant execute on function institutions.confirm_first_head(uuid) to splot_app;
