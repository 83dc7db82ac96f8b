-- An offer to lead ends when the institution it went to leaves; one that an earlier release let stand ends now.
update partnerships.lead_offer o set answer = 'withdrawn', answered_by = o.offered_by, answered_at = now()
where o.answer is null and not exists (select from partnerships.membership m
  where m.partnership_id = o.partnership_id and m.institution_id = o.to_institution_id and m.left_because is null);
