-- A concern waits for whoever takes in at the institution that it was addressed to.

create function concerns.asks_to_answer() returns setof asks.wanted language sql stable begin atomic
  select k.id, k.partnership_id, 'intake', k.addressed_to, null::uuid, null::text, null::uuid, k.reporter_id, k.reporter_institution_id,
    k.sent_at, asks.answer_by(k.sent_at, u.answer_working_days), tstzrange(k.sent_at, null),
    case when k.state = 'passed_on' then 'handed_on' when k.state <> 'new' then 'answered' end, case when k.state <> 'new' then k.state end,
    k.answered_at, k.answered_by, k.passed_on_as
  from concerns.concern k join concerns.concern_urgency u on u.code = k.urgency;
end;

insert into asks.part (code, seats) values ('intake', 'concerns.seat_of_intake');
insert into asks.kind (code, follows, awaited_by_asker) values ('concern', 'concerns.asks_to_answer', true);

select asks.changes_with('concern', 'concerns.concern');

select asks.bring_along('concern');
