-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the household.
alter table assessments.view add about uuid[];
update assessments.view set about = cases.ever_in(scope_id);
alter table assessments.view alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
alter table assessments.agreed add about uuid[];
update assessments.agreed set about = cases.ever_in(scope_id);
alter table assessments.agreed alter about set default '{}', alter about set not null, add constraint about_somebody check (cardinality(about) > 0);
-- When a view was last written: one who joins later may read what is written from then on.
alter table assessments.view add written_at timestamptz not null default now();
update assessments.view v set written_at = coalesce(v.opened_at, a.opened_at) from assessments.assessment a where a.id = v.assessment_id;
alter table assessments.life_domain add whom text check (whom in ('adults', 'children', 'everybody'));
