-- What an institution has under way with others by referrals that stand outside cases, told to its head before it leaves: by a short
-- code and the name of who works on it there, nobody's whom it is about. What nobody answered is withdrawn then (what-ends-points.sql).
create function partnerships.referrals_under_way(partnership uuid, institution uuid)
returns table (place uuid, code text, worker text, due date)
language sql stable security definer set search_path = '' as $$
  select r.id, 'S-' || upper(right(replace(r.id::text, '-', ''), 6)), w.given_name || ' ' || w.family_name, min(coalesce(p.expected_on, case when p.answer is null then p.answer_by end))
  from referrals.referral r join referrals.point p on p.referral_id = r.id
  left join institutions.worker w on w.id = case when r.from_institution_id = institution then r.sent_by else p.handled_by end
  where r.partnership_id = partnership and r.scope_id = r.id and institution in (r.from_institution_id, r.to_institution_id) and r.to_institution_id is not null
    and p.withdrawn_at is null and p.ended_on is null and p.answer is distinct from 'declined' and referrals.basis_holds(r) @> clock_timestamp()
  group by r.id, w.id
$$;
