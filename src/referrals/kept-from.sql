-- Whom the sender keeps from a referral reads nothing of it, at whichever of their jobs, also one that is known later.
create function referrals.bar(scopes uuid[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into access.barred (scope_id, worker_id, valid)
    select distinct k.subject_id, w.id, '{(,)}'::tstzmultirange from asks.kept_from k cross join lateral institutions.same_person(k.worker_id) w (id)
    where k.subject_id = any (scopes)
  on conflict do nothing;
  perform access.derive(scopes);
end $$;

-- Keeps people who work there from a referral that I am sending. Answers what stands in the way: that nobody is left who may read it.
create function referrals.keep_from(the_referral uuid, workers uuid[]) returns text
language plpgsql security definer set search_path = '' as $$
declare r referrals.referral;
begin
  select * into r from referrals.referral s where s.id = the_referral and s.sent_by = access.me() and s.sent_at = now();
  if not found then return 'not-found'; end if;
  perform institutions.hold_person(w.id) from institutions.worker w where w.id = any (workers) order by w.id;
  insert into asks.kept_from (subject_id, worker_id) select r.id, w.id from institutions.worker w
    where w.id = any (workers) and w.institution_id = r.to_institution_id and w.period @> clock_timestamp()
      and w.id not in (select institutions.same_person(access.me()));
  perform referrals.bar(array[r.id]);
  return case when not referrals.is_read(r.id) then 'nobody-may-read' end;
end $$;
grant execute on function referrals.keep_from(uuid, uuid[]) to splot_app;

-- Whether somebody of the receiver may read what is asked now.
create function referrals.is_read(the_referral uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from referrals.referral r join access.granted g on g.scope_id = r.scope_id and g.about_id = r.id and 'request' = any (g.classes) and g.valid @> clock_timestamp()
    join institutions.worker w on w.id = g.worker_id and w.institution_id = r.to_institution_id where r.id = the_referral)
$$;

-- Who is kept from it, for who sent it.
create function referrals.kept_from(the_referral uuid) returns text[]
language sql stable security definer set search_path = '' as $$
  select array(select w.given_name || ' ' || w.family_name from asks.kept_from k join institutions.worker w on w.id = k.worker_id
    where k.subject_id = r.id order by w.family_name, w.given_name)
  from referrals.referral r where r.id = the_referral and access.pair(r.scope_id, r.id) = any ((select access.my_pairs('sent'))::uuid[])
$$;
grant execute on function referrals.kept_from(uuid) to splot_app;

create function referrals.person_known() returns trigger language plpgsql security definer set search_path = '' as $$
declare scopes uuid[];
begin
  perform institutions.hold_person(new.id);
  scopes := array(select r.id from asks.kept_from k join referrals.referral r on r.id = k.subject_id
    where k.worker_id in (select institutions.same_person(new.id)));
  if scopes <> '{}' then perform referrals.bar(scopes); end if;
  return null;
end $$;
create trigger kept_from_when_hired after insert on institutions.worker for each row when (new.account_id is not null)
  execute function referrals.person_known();
create trigger kept_from_when_known after update on institutions.worker for each row when (old.account_id is distinct from new.account_id)
  execute function referrals.person_known();
