-- What institutions are asked for in a partnership: to declare their accession, to sign, to lead. Who stands in for an
-- absent head does none of these.

select asks.wants('partnerships.asks_to_declare', $$
  select m.id as subject_id, m.partnership_id as scope_id, 'head_in_person' as part, m.institution_id, p.leading_institution_id as asker_institution_id,
    m.invited_at as asked_at, asks.answer_by(m.invited_at, partnerships.answer_days_otherwise()) as answer_by, tstzrange(m.invited_at, null) as stands,
    case when m.declared_on is not null then 'answered' when m.period is not null or m.left_because is not null then 'withdrawn' end as outcome,
    case when m.declared_on is not null then 'declared' end as answer,
    case when m.declared_on is not null or m.period is not null or m.left_because is not null then
      coalesce(splot.start_of_day(m.declared_on), lower(m.period), m.invited_at) end as ended_at,
    m.declared_by as ended_by
  from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  -- Who founds a partnership, or leads it, was not invited.
  where m.declared_on is not null or m.period is null
$$);

create function partnerships.name_of_invited(membership uuid) returns text language sql stable set search_path = '' as $$
  select p.name from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id where m.id = membership
$$;

-- An agreement is signed while it may still come into force or holds, by those who have not left; a newer draft takes the
-- place of an older.
select asks.wants('partnerships.asks_to_sign', $$
  select a.id as subject_id, a.partnership_id as scope_id, 'head_in_person' as part, y.institution_id, p.leading_institution_id as asker_institution_id,
    splot.start_of_day(lower(a.planned)) as asked_at,
    asks.answer_by(splot.start_of_day(lower(a.planned)), partnerships.answer_days_otherwise()) as answer_by,
    tstzrange(null, coalesce(upper(a.in_force), splot.start_of_day(upper(a.planned)))) as stands,
    case when y.signed_on is not null then 'answered' when o.replaced or gone.at is not null then 'withdrawn' end as outcome,
    case when y.signed_on is not null then 'signed' end as answer,
    case when y.signed_on is not null then splot.start_of_day(y.signed_on) when o.replaced then splot.start_of_day(lower(a.planned)) else gone.at end as ended_at,
    y.signed_by as ended_by
  from partnerships.agreement_party y join partnerships.agreement a on a.id = y.agreement_id join partnerships.partnership p on p.id = a.partnership_id
  cross join lateral (select a.in_force is null and exists (select from partnerships.agreement b
    where b.partnership_id = a.partnership_id and b.in_force is null and b.id > a.id) as replaced) o
  left join lateral (select max(coalesce(upper(m.period), m.invited_at)) as at from partnerships.membership m
    where m.partnership_id = a.partnership_id and m.institution_id = y.institution_id having bool_and(m.left_because is not null)) gone on true
$$);

create function partnerships.name_of_agreed(agreement uuid) returns text language sql stable set search_path = '' as $$
  select p.name from partnerships.agreement a join partnerships.partnership p on p.id = a.partnership_id where a.id = agreement
$$;

select asks.wants('partnerships.asks_to_lead', $$
  select o.id as subject_id, o.partnership_id as scope_id, 'head_in_person' as part, o.to_institution_id as institution_id,
    o.offered_by as asked_by, o.from_institution_id as asker_institution_id, o.offered_at as asked_at,
    asks.answer_by(o.offered_at, partnerships.answer_days_otherwise()) as answer_by, tstzrange(o.offered_at, null) as stands,
    case when o.answer = 'withdrawn' then 'withdrawn' when o.answer is not null then 'answered' end as outcome,
    o.answer, o.answered_at as ended_at, o.answered_by as ended_by
  from partnerships.lead_offer o
$$);

create function partnerships.name_of_offered(offer uuid) returns text language sql stable set search_path = '' as $$
  select p.name from partnerships.lead_offer o join partnerships.partnership p on p.id = o.partnership_id where o.id = offer
$$;

insert into asks.kind (code, follows, words, asker_named, awaited_by_asker, silence_told) values
  ('declaration', 'partnerships.asks_to_declare', 'partnerships.name_of_invited', false, false, true),
  ('signature', 'partnerships.asks_to_sign', 'partnerships.name_of_agreed', false, false, true),
  ('lead', 'partnerships.asks_to_lead', 'partnerships.name_of_offered', false, true, true);

select asks.changes_with('declaration', 'partnerships.membership');
select asks.changes_with('signature', 'partnerships.agreement', 'select a.id from partnerships.agreement a join changed c on a.partnership_id = c.partnership_id');
select asks.changes_with('signature', 'partnerships.membership', 'select a.id from partnerships.agreement a join changed c on a.partnership_id = c.partnership_id');
select asks.changes_with('signature', 'partnerships.agreement_party', 'select agreement_id from changed');
select asks.changes_with('lead', 'partnerships.lead_offer');

select asks.bring_along(kind) from unnest(array['declaration', 'signature', 'lead']) kind;
