-- What closing, a hand-over or an exit ended in the register of disclosures stands there again from the moment on at which the
-- basis, which stood all the while, opens it again: when somebody of the receiver accepts anew, or the giver leads again.
create function cases.disclose_again(the_case uuid) returns void
language sql security definer set search_path = '' as $$
  with here as (
    select l.institution_id from cases.lead l where l.case_id = the_case and upper_inf(l.period)
    union
    select t.institution_id from cases.team_member t where t.case_id = the_case and t.answer = 'accepted' and t.left_at is null
  )
  insert into consents.disclosure (id, scope_id, about_id, basis_id, from_institution_id, to_institution_id, classes, period, recorded_by)
  select uuidv7(), b.scope_id, b.about_id, b.id, b.from_institution_id, b.to_institution_id, b.classes,
    tstzrange(greatest(now(), lower(b.valid)), upper(b.valid)), access.me()
  from consents.standing() b
  where b.scope_id = the_case and splot.is_or_will_be(b.valid)
    and b.from_institution_id in (select h.institution_id from here h) and b.to_institution_id in (select h.institution_id from here h)
    and exists (select from consents.disclosure d where d.basis_id = b.id)
    and not exists (select from consents.disclosure d where d.basis_id = b.id and splot.is_or_will_be(d.period))
$$;

create function cases.may_see_again() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.disclose_again(new.case_id);
  return null;
end $$;

create trigger disclosed_again after update on cases.team_member for each row
  when (old.answer is null and new.answer = 'accepted') execute function cases.may_see_again();
create trigger disclosed_again after insert on cases.lead for each row execute function cases.may_see_again();
