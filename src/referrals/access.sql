grant usage on schema referrals to splot_app, splot_jobs;

-- What is asked: read by who sent it, and by the receiver as long as something waits for its answer or was taken on. All points, or
-- those of them that are open to somebody (a head to whom silence was told), who read the referral by `pointer`.
create policy referral_is_seen on referrals.referral for select to splot_app
  using (access.pair(scope_id, id) = any ((select access.my_pairs('request'))::uuid[]) or access.pair(scope_id, id) = any ((select access.my_pairs('pointer'))::uuid[]));
create policy point_is_seen on referrals.point for select to splot_app
  using (array[access.pair(scope_id, referral_id), access.pair(scope_id, id)] && (select access.my_pairs('request'))::uuid[]);
-- Who it is: read by the receiver once it took something on.
create policy particulars_are_seen on referrals.particulars for select to splot_app
  using (access.pair(scope_id, referral_id) = any ((select access.my_pairs('file'))::uuid[]));
-- What the receiver said: read with what is asked; where it took something on, its own words stay its own.
select access.rule($$
  create policy feedback_is_seen on referrals.feedback for select to splot_app using (
    array[access.pair(scope_id, referral_id), access.pair(scope_id, point_id)] && (select access.my_pairs('request'))::uuid[] or {own})
$$);

-- Any worker of a full member sends one to another full member, or a letter to somebody outside, in one deed.
create policy referral_is_sent on referrals.referral for insert to splot_app with check (
  id = scope_id and sent_by = access.me() and from_institution_id = (select institutions.my_institution())
  and case when to_institution_id is null then partnership_id in (select partnerships.i_work_in()) else referrals.may_be_asked(partnership_id, to_institution_id) end);
create policy particulars_are_sent on referrals.particulars for insert to splot_app with check (
  referral_id in (select r.id from referrals.referral r where r.sent_by = access.me() and r.sent_at = now()));
create policy point_is_sent on referrals.point for insert to splot_app with check (
  referral_id in (select r.id from referrals.referral r where r.sent_by = access.me() and r.sent_at = now())
  and not exists (select from directory.service_kind k where k.code = point.service_kind and k.class = 'violence'));

grant select on referrals.referral, referrals.point, referrals.particulars, referrals.feedback to splot_app;
grant insert (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, outside, outside_address, about_as, age, commune, urgency, basis, basis_until) on referrals.referral to splot_app;
grant insert on referrals.particulars to splot_app;
grant insert (id, referral_id, scope_id, n, what, service_kind) on referrals.point to splot_app;

-- How many places a service has: known where it is given. Which are taken: to who keeps the entries there, and is not kept from it.
create policy capacity_is_seen on referrals.capacity for select to splot_app using (institution_id = (select institutions.my_institution()));
create policy taken_place_is_seen on referrals.taken_place for select to splot_app
  using (institution_id = (select directory.my_keeping()) and scope_id <> all ((select access.barred_to_me())::uuid[]));
grant select on referrals.capacity, referrals.taken_place to splot_app;

-- What is attached to a referral that stands outside a case is about it: read by whoever reads who it is, attached by them.
create policy attachment_is_added on files.file for insert to splot_app with check (
  added_by = access.me() and class = 'file' and about_id = scope_id and access.pair(scope_id, about_id) = any ((select access.my_pairs('file'))::uuid[])
  and exists (select from referrals.referral r where r.id = about_id));

-- Who sent a letter, and whom they invited to answer it, and what these were shown.
create policy guest_of_referral_is_seen on guests.guest for select to splot_app
  using (kind = 'referral' and access.pair(scope_id, subject_id) = any ((select access.my_pairs('sent'))::uuid[]));
create policy shown_to_guest_is_seen on referrals.shown_to_guest for select to splot_app
  using (access.pair(scope_id, scope_id) = any ((select access.my_pairs('sent'))::uuid[]));
grant select on referrals.shown_to_guest to splot_app;
