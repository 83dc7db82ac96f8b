-- A contract that everybody signed waits for the head of the leading institution, or who does it in their place, who did not draw it up.

select asks.wants('contracts.asks_to_approve', $$
  select s.id as subject_id, s.scope_id, 'head_there' as part, l.institution_id, 'head' as opens, s.drawn_up_by as asked_by,
    b.institution_id as asker_institution_id, signed.at as asked_at,
    asks.answer_by(signed.at, partnerships.answer_days_otherwise()) as answer_by, tstzrange(signed.at, null) as stands,
    case when s.approved_at is not null then 'answered' when s.state <> 'signed' then 'withdrawn' end as outcome,
    case when s.approved_at is not null then 'approved' end as answer,
    case when s.approved_at is not null or s.state <> 'signed' then coalesce(s.approved_at, s.ended_at) end as ended_at, s.approved_by as ended_by
  from contracts.social_contract s join cases.lead l on l.case_id = s.scope_id and upper_inf(l.period) join institutions.worker b on b.id = s.drawn_up_by
  -- Of a signature the day is known; it was drawn up before.
  cross join lateral (select greatest(s.drawn_up_at, splot.start_of_day(max(g.signed_on))) as at from contracts.signature g where g.contract_id = s.id) signed
  where s.state in ('signed', 'approved', 'amended') or s.state = 'ended' and contracts.signed_by_all(s.id, s.type, s.printed_hash)
$$);

-- In a closed case nobody approves; opened again, it waits again.
create function contracts.awaited_while_open(subjects uuid[]) returns uuid[] language sql stable set search_path = '' as $$
  select array(select s from unnest(subjects) s
    where not exists (select from contracts.social_contract c where c.id = s and cases.is_closed(c.scope_id)))
$$;

-- One that the head sent back waits for who coordinates, until it is printed anew.
select asks.wants('contracts.asks_to_mend', $q$
  select r.id as subject_id, r.scope_id, 'institution' as part, l.institution_id, 'coordinate' as opens, r.sent_back_by as asked_by,
    b.institution_id as asker_institution_id, r.sent_back_at as asked_at,
    asks.answer_by(r.sent_back_at, partnerships.answer_days_otherwise()) as answer_by, tstzrange(r.sent_back_at, null) as stands,
    case when r.mended_at is not null then 'answered' end as outcome, case when r.mended_at is not null then 'mended' end as answer,
    r.mended_at as ended_at
  from contracts.sent_back r join cases.lead l on l.case_id = r.scope_id and upper_inf(l.period) join institutions.worker b on b.id = r.sent_back_by
$q$);

create function contracts.words_of_return(sent_back uuid) returns text language sql stable set search_path = '' as
$$ select r.reason from contracts.sent_back r where r.id = sent_back $$;

insert into asks.kind (code, follows, words, awaited_classes, awaited_by_asker, awaited_seen, asker_may_answer, silence_told) values
  ('approval', 'contracts.asks_to_approve', null, '{coordinate}', false, 'contracts.awaited_while_open', false, true),
  ('mending', 'contracts.asks_to_mend', 'contracts.words_of_return', null, true, null, true, true);

select asks.changes_with('mending', 'contracts.sent_back');
select asks.changes_with('mending', 'cases.lead', 'select r.id from contracts.sent_back r join changed c on c.case_id = r.scope_id');

select asks.changes_with('approval', 'contracts.social_contract');
select asks.changes_with('approval', 'cases.lead', 'select s.id from contracts.social_contract s join changed c on c.case_id = s.scope_id');

select asks.bring_along(kind) from unnest(array['approval', 'mending']) kind;

-- About which family a form is.
insert into drafts.source (kind, thing, place) values ('contract', 'contracts.social_contract', 'scope_id'), ('contract', 'baskets.version', 'scope_id');
