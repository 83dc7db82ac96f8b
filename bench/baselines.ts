// What a programmer would write by hand for the same answers, run by the owner of the tables: no row security, no
// grants; a session and a transaction around each request.

/** Whose session a token is ($1), and as whom they work. */
export const session = `
  select u.id, u.name, u.locale, w.id as worker, w.institution_id from identity."session" s join identity."user" u on u.id = s."userId"
  join institutions.worker w on w.account_id = u.id and w.period @> now()
  where s.token = $1 and s."expiresAt" > now() order by w.id = s."actingAs" desc nulls last, w.period limit 1`

/** The latest twenty entries in all families that a worker ($1) coordinates. */
export const latestOfCoordinator = `
  select e.* from journal.entry e join cases.coordinator k on k.case_id = e.scope_id and k.period @> now()
  where k.worker_id = $1 order by e.at desc, e.id desc limit 20`

/** The phase of case `c` and when its steps were reached, from the facts. */
const steps = `
  cross join lateral (select lower(o.period) as began, upper(o.period) as ended, o.closing_reason, o.after_care
    from cases.opening o where o.case_id = c.id order by lower(o.period) desc limit 1) o
  cross join lateral (select min(t.answered_at) as accepted from cases.team_member t join cases.lead l on l.case_id = t.case_id and l.period @> t.answered_at
    where t.case_id = c.id and t.answer = 'accepted' and t.institution_id <> l.institution_id and t.answered_at >= o.began) team
  cross join lateral (select min(a.opened_at) as opened, min(a.fixed_at) as fixed from assessments.assessment a where a.scope_id = c.id and a.opened_at >= o.began) assessment
  cross join lateral (select min(v.frozen_at) as frozen from baskets.version v where v.scope_id = c.id and v.frozen_at >= o.began) basket
  cross join lateral (select min(s.approved_at) as approved, bool_or(s.state = 'approved') as stands, bool_or(s.state = 'ended') as over
    from contracts.social_contract s where s.scope_id = c.id and s.drawn_up_at >= o.began) contract
  cross join lateral (select min(r.due) as due from contracts.review r where r.scope_id = c.id and r.held_on is null) review`
const phase = `case when o.ended is not null then 'closed'
  when contract.stands and review.due <= current_date + 14 or contract.over and not contract.stands then 'evaluation'
  when contract.stands then 'realisation' when basket.frozen is not null then 'contract' when assessment.fixed is not null then 'basket'
  when assessment.opened is not null then 'assessment' when team.accepted is not null then 'team' else 'concern' end as phase`
const person = (alias: string) =>
  `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.given_name || ' ' || ${alias}.family_name, 'position', ${alias}.position, 'phone', ${alias}.phone)`

/** My open cases ($1: worker), newest first, a page of twenty and one. */
export const list = `
  with page as materialized (
    select c.*, k.worker_id from cases.coordinator k join cases."case" c on c.id = k.case_id
    where k.worker_id = $1 and k.period @> now() and c.closed_at is null order by c.opened_at desc, c.id desc limit 21)
  select c.id, c.code, h.label, h.locality, ${phase}, c.opened_at, w.given_name || ' ' || w.family_name as coordinator, w.phone, p.name, review.due,
    (select count(*) from asks.ask a where a.scope_id = c.id and a.outcome is null and a.stands @> now()
      and (a.worker_id = $1 or a.worker_id is null and a.institution_id = w.institution_id)) as waits,
    exists (select from assessments.agreed g join assessments.assessment a on a.id = g.assessment_id
      where g.scope_id = c.id and g.level = 1 and a.fixed_at is not null and not exists (
        select from assessments.agreed n join assessments.assessment b on b.id = n.assessment_id
        where n.scope_id = c.id and n.domain = g.domain and b.fixed_at > a.fixed_at)) as crisis
  from page c join households.household h on h.id = c.household_id join partnerships.partnership p on p.id = c.partnership_id
  join institutions.worker w on w.id = c.worker_id ${steps}
  order by c.opened_at desc, c.id desc`

/** The head of a case ($1). */
export const casePage = `
  select c.id, c.code, p.name, c.plan_template, ${phase}, o.*, team.*, assessment.*, basket.*, contract.*, c.version,
    (select jsonb_build_object('id', i.id, 'name', i.name) from cases.lead l join institutions.institution i on i.id = l.institution_id where l.case_id = c.id and l.period @> now()) as leading,
    (select ${person('w')} from cases.coordinator k join institutions.worker w on w.id = k.worker_id where k.case_id = c.id and k.period @> now()) as coordinator,
    (select jsonb_build_object('id', h.id, 'label', h.label, 'locality', h.locality, 'communeName', s.name)
      from households.household h left join territory.unit_state s on s.terc = h.commune and s.valid @> current_date where h.id = c.household_id) as household,
    array(select kind from cases.problem q where q.scope_id = c.id order by kind) as problems,
    (select jsonb_build_object('id', v.id, 'answer', v.answer) from cases.handover v where v.case_id = c.id order by v.offered_at desc limit 1) as handover
  from cases."case" c join partnerships.partnership p on p.id = c.partnership_id ${steps}
  where c.id = $1`

/** The team of a case ($1). */
export const team = `
  select t.*, w.given_name || ' ' || w.family_name as name, w.position, w.phone, i.name as institution, i.kind
  from cases.team_member t join institutions.worker w on w.id = t.worker_id join institutions.institution i on i.id = t.institution_id
  where t.case_id = $1 order by t.invited_at, t.id`

/** The latest twenty and one entries about a case ($1). */
export const timeline = `
  select e.*, w.given_name || ' ' || w.family_name as worker, i.name as institution, i.kind
  from journal.entry e left join institutions.worker w on w.id = e.worker_id left join institutions.institution i on i.id = e.institution_id
  where e.scope_id = $1 order by e.at desc, e.id desc limit 21`
