-- Who is there day by day.
create function copies.lives_there(scope uuid, person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from households.member m where m.household_id = consents.household_of(scope) and m.person_id = person
    and m.lives_here and m.period @> splot.today_pl())
$$;

-- Into whose hands a copy of what is kept about somebody may be given: their own, of age, or those of everybody who represents
-- them (a child, a ward), as the household's relations tell and nobody contests. To nobody whom nobody writes to in the case; for
-- somebody else only while both live there, no court keeps the two apart, and no way of contact of theirs is kept from anybody.
create function copies.given_to(scope uuid, person uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(
    select signer from unnest(consents.must_sign(scope, person)) signer
    where scope = any ((select access.my_scopes('coordinate'))::uuid[])
      and exists (select from households.member m where m.household_id = consents.household_of(scope) and m.person_id = person)
      and not consents.is_not_written_to(scope, signer)
      and (signer = person
        or copies.lives_there(scope, person) and copies.lives_there(scope, signer)
          and not exists (select from households.relation r where r.household_id = consents.household_of(scope) and r.contact_forbidden
            and (r.person_id, r.to_person_id) in ((person, signer), (signer, person)))
          and not exists (select from households.contact_way w where w.household_id = consents.household_of(scope) and w.person_id = person
            and w.who_must_not_know is not null))
    order by 1)
$$;
grant execute on function copies.given_to(uuid, uuid) to splot_app;
