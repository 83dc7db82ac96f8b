-- What an institution is asked for is a referral within the case, with one point: it holds what was asked, answered and done;
-- goal, offer, the family's answer and cost stay with the item.
create table baskets.asking (
  point_id uuid primary key,
  referral_id uuid not null unique,
  item_id uuid not null,
  scope_id uuid not null references access.scope,
  foreign key (point_id, referral_id, scope_id) references referrals.point (id, referral_id, scope_id),
  foreign key (item_id, scope_id) references baskets.item (id, scope_id)
);
create index asking_of_item on baskets.asking (item_id);

alter table baskets.item add point_id uuid references referrals.point;

insert into referrals.reason (code, pl, en, kind, unmet_need, needs_text)
  select r.code, r.pl, r.en, case r.kind when 'completion' then 'return' else 'refuse' end, r.unmet_need, r.needs_text from baskets.refusal_reason r
  on conflict do nothing;
insert into referrals.reason (code, pl, en, kind) values
  ('plan_changed', 'Zmiana planu', 'The plan changed', 'withdraw'),
  ('consent_withdrawn', 'Cofnięto zgodę', 'Consent was withdrawn', 'itself'),
  ('left_partnership', 'Instytucja odeszła z partnerstwa', 'An institution left the partnership', 'itself')
  on conflict do nothing;

-- What is asked now, or was until it came back to the coordinator; its id is the item's, as that of its asks is.
create temporary table was_asked on commit drop as
  select i.id, i.scope_id, c.partnership_id, by.id as sent_by, by.institution_id as from_institution_id, i.provider_id, i.service_kind,
    nullif(i.request, '') as request, i.frequency, i.starts, i.ends, x.asked_at, coalesce(i.answer_by, (x.asked_at at time zone 'Europe/Warsaw')::date + 7) as answer_by,
    i.institution_answer as answer, i.institution_answered_at as answered_at,
    case when i.institution_answer is not null then coalesce(i.institution_answered_by, i.added_by) end as answered_by, i.refusal_reason as reason,
    i.institution_words as words, i.institution_answered_by as said_by,
    case when i.asked_at is null then i.returned_at when i.institution_answer is distinct from 'declined' then i.removed_at end as withdrawn_at,
    case when i.asked_at is not null then 'plan_changed' when i.returned_because = 'provider_left' then 'left_partnership' else 'consent_withdrawn' end as withdrawn_because,
    i.asked_at is not null as stands
  from baskets.item i join cases."case" c on c.id = i.scope_id
  cross join lateral (select coalesce(i.asked_at, (select max(a.asked_at) from asks.ask a where a.kind = 'item' and a.subject_id = i.id), i.returned_at) as asked_at) x
  join institutions.worker by on by.id = coalesce((
    select k.worker_id from cases.coordinator k where k.case_id = c.id and k.period @> x.asked_at order by lower(k.period) limit 1), i.added_by)
  where x.asked_at is not null and i.provider_id is not null and (i.asked_at is not null or i.returned_at is not null);

insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, sent_at, about_as, urgency, basis)
  select id, scope_id, partnership_id, from_institution_id, sent_by, provider_id, asked_at, 'unsaid', 'usual', 'case' from was_asked;
insert into referrals.point (id, referral_id, scope_id, n, service_kind, request, frequency, starts, ends, asked_at, answer_by, answer, answered_at, answered_by,
    reason, withdrawn_at, withdrawn_because)
  select id, id, scope_id, 1, service_kind, request, frequency, starts, ends, asked_at, answer_by, answer, answered_at, answered_by, reason,
    case when withdrawn_at is not null then greatest(withdrawn_at, answered_at) end, case when withdrawn_at is not null then withdrawn_because end from was_asked;
insert into referrals.feedback (point_id, referral_id, scope_id, institution_id, said_by, said_at, step, words)
  select w.id, w.id, w.scope_id, w.provider_id, w.said_by, w.answered_at, w.answer, w.words
  from was_asked w join institutions.worker s on s.id = w.said_by and s.institution_id = w.provider_id where w.answered_at > w.asked_at;
insert into baskets.asking (point_id, referral_id, item_id, scope_id) select id, id, id, scope_id from was_asked;
update baskets.item i set point_id = i.id from was_asked w where w.id = i.id and w.stands;

-- An ask of an item is one of its point: when it was seen, of what it was reminded and to whom it was told stay with it.
update asks.ask set kind = 'referral' where kind = 'item';
-- So are letters' notices, and what somebody began to write.
update drafts.draft d set form = 'point/' || split_part(d.form, '/', 2) || '/answer/' || split_part(d.form, '/', 4)
  where d.form ~ '^item/[0-9a-f-]{36}/answer/';

alter table baskets.item
  drop asked_at, drop answer_by, drop institution_answer, drop institution_answered_at, drop institution_answered_by,
  drop refusal_reason, drop institution_words, drop returned_at, drop returned_because,
  add constraint the_family_is_not_asked check (provider_id is not null or (worker_id is null and point_id is null));

drop table baskets.refusal_reason;
delete from codes.list where name = 'baskets.refusal_reason';
