grant usage on schema partnerships to splot_app, splot_jobs;

-- A partnership is seen by the institutions that are in it or are invited to it; to others it does not exist.
create policy partnership_is_seen on partnerships.partnership for select to splot_app
  using (id = any ((select partnerships.my_partnerships())::uuid[]));
create policy area_is_seen on partnerships.area for select to splot_app
  using (partnership_id = any ((select partnerships.my_partnerships())::uuid[]));
create policy agreement_is_seen on partnerships.agreement for select to splot_app
  using (partnership_id = any ((select partnerships.my_partnerships())::uuid[]));
create policy party_is_seen on partnerships.agreement_party for select to splot_app
  using (agreement_id in (select id from partnerships.agreement));
create policy agreement_suspension_is_seen on partnerships.agreement_suspension for select to splot_app
  using (agreement_id in (select id from partnerships.agreement));
create policy membership_is_seen on partnerships.membership for select to splot_app
  using (partnership_id = any ((select partnerships.my_partnerships())::uuid[]));
create policy suspension_is_seen on partnerships.membership_suspension for select to splot_app
  using (membership_id in (select id from partnerships.membership));
create policy appointment_is_seen on partnerships.appointment for select to splot_app
  using (membership_id in (select id from partnerships.membership));
create policy rules_are_seen on partnerships.rules_of_work for select to splot_app
  using (partnership_id = any ((select partnerships.my_partnerships())::uuid[]));

-- Partners see each other's people: names, positions, phones.
create policy partner_is_seen on institutions.worker for select to splot_app
  using (institution_id = any ((select partnerships.institutions_i_meet())::uuid[]));

-- The head of an institution, in their own right, founds a partnership that it leads, names it, invites and sets rules.
create policy head_founds on partnerships.partnership for insert to splot_app with check (
  leading_institution_id = (select institutions.i_head_myself())
  and (parent_id is null or parent_id = any ((select partnerships.my_partnerships())::uuid[])));
create policy leader_names on partnerships.partnership for update to splot_app
  using (id = any (array(select partnerships.i_lead_as_head())));
create policy leader_sets_area on partnerships.area for all to splot_app
  using (partnership_id = any (array(select partnerships.i_lead_as_head())))
  with check (partnership_id = any (array(select partnerships.i_lead_as_head())));
create policy leader_drafts_agreement on partnerships.agreement for insert to splot_app
  with check (partnership_id = any (array(select partnerships.i_lead_as_head())) and in_force is null);
create policy leader_names_parties on partnerships.agreement_party for insert to splot_app
  with check (signed_on is null and agreement_id in (
    select id from partnerships.agreement where partnership_id = any (array(select partnerships.i_lead_as_head()))));
create policy leader_invites on partnerships.membership for insert to splot_app
  with check (partnership_id = any (array(select partnerships.i_lead_as_head())) and period is null and declared_on is null);
create policy leader_sets_rules on partnerships.rules_of_work for insert to splot_app
  with check (partnership_id = any (array(select partnerships.i_lead_as_head())));
create policy leader_ends_rules on partnerships.rules_of_work for update to splot_app
  using (partnership_id = any (array(select partnerships.i_lead_as_head())));

-- The head of a member, in their own right, declares, signs and appoints for their own institution.
create policy head_declares on partnerships.membership for update to splot_app
  using (institution_id = (select institutions.i_head_myself()) and period is null and left_because is null)
  with check (institution_id = (select institutions.i_head_myself()) and period is null and declared_by = access.me());
create policy head_signs on partnerships.agreement_party for update to splot_app
  using (institution_id = (select institutions.i_head_myself()) and signed_on is null)
  with check (institution_id = (select institutions.i_head_myself()) and signed_by = access.me());
create policy head_appoints on partnerships.appointment for insert to splot_app
  with check (appointed_by = access.me()
    and membership_id in (select id from partnerships.membership where institution_id = institutions.i_head_myself() and left_because is null)
    and worker_id in (select id from institutions.worker where institution_id = institutions.i_head_myself() and period @> now()));
create policy head_ends_appointment on partnerships.appointment for update to splot_app
  using (membership_id in (select id from partnerships.membership where institution_id = institutions.i_head_myself()));

grant select on partnerships.partnership, partnerships.area, partnerships.agreement, partnerships.agreement_party,
  partnerships.agreement_suspension, partnerships.membership, partnerships.membership_suspension,
  partnerships.appointment, partnerships.rules_of_work to splot_app;
grant insert (id, partnership_id, institution_id) on partnerships.membership to splot_app;
grant insert on partnerships.partnership, partnerships.area, partnerships.agreement, partnerships.agreement_party, partnerships.appointment, partnerships.rules_of_work to splot_app;
grant update (name, team_name, task_team_name, plan_name, version) on partnerships.partnership to splot_app;
grant delete on partnerships.area to splot_app;
grant update (declared_on, declared_by, declaration_how, version) on partnerships.membership to splot_app;
grant update (signed_on, signed_by, how, file_id) on partnerships.agreement_party to splot_app;
grant update (period) on partnerships.appointment, partnerships.rules_of_work to splot_app;

-- What left stays readable: a hand-over to both of its sides.
create policy handover_is_seen on partnerships.handover for select to splot_app
  using (membership_id = any (array(select partnerships.handovers_i_answer_for())));
create policy handover_line_is_seen on partnerships.handover_line for select to splot_app
  using (id = any (array(select partnerships.handover_lines_i_see())));
grant select on partnerships.handover to splot_app;
grant select (id, membership_id, kind, case_code, worker, handed_to, due) on partnerships.handover_line to splot_app;
grant insert (invited_by, why, meeting_at, meeting_place, answer_by) on partnerships.membership to splot_app;
grant update (contributes, declaration_file_id) on partnerships.membership to splot_app;

-- How an agreement was ended early, and to whom the leading part was offered: known to the partners.
create policy agreement_end_is_seen on partnerships.agreement_end for select to splot_app
  using (agreement_id in (select id from partnerships.agreement));
create policy lead_offer_is_seen on partnerships.lead_offer for select to splot_app
  using (partnership_id = any ((select partnerships.my_partnerships())::uuid[]));
grant select on partnerships.agreement_end, partnerships.lead_offer to splot_app;

-- What an institution says beside its answer times is read by those who read them: its own head, and who heads the leading one.
create policy objection_is_seen on partnerships.objection for select to splot_app using (membership_id in (
  select m.id from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  where (select institutions.i_head()) in (m.institution_id, p.leading_institution_id)));
create policy head_objects on partnerships.objection for insert to splot_app with check (said_by = access.me()
  and membership_id in (select id from partnerships.membership where institution_id = institutions.i_head_myself() and left_because is null));
create policy head_ends_objection on partnerships.objection for update to splot_app
  using (membership_id in (select id from partnerships.membership where institution_id = institutions.i_head_myself()));
grant select, insert (id, membership_id, words, said_by), update (period) on partnerships.objection to splot_app;
