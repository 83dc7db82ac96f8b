-- What the founding chain writes down: invitation, declaration, agreement, appointment, rules of work, exit.
alter table partnerships.membership
  add column invited_by uuid references institutions.worker,
  add column why text check (length(why) <= 1000),
  add column meeting_at timestamptz,
  add column meeting_place text check (length(meeting_place) <= 200),
  add column answer_by date,
  add column contributes text check (length(contributes) <= 1000),
  add column declaration_file_id uuid references files.file;
alter table partnerships.agreement
  add column number text check (length(number) <= 40),
  add column drafted_on date not null default splot.today_pl(),
  add column answer_days_immediate int not null default 0 check (answer_days_immediate between 0 and 1),
  add column answer_days_urgent int not null default 2 check (answer_days_urgent between 1 and 7),
  add column answer_days_usual int not null default 7 check (answer_days_usual between 1 and 30),
  add column meeting_every_months int not null default 1 check (meeting_every_months between 1 and 12),
  add column notice_days int not null default 30 check (notice_days between 1 and 180),
  add column provisions text[] not null default '{}' check (cardinality(provisions) <= 20);
alter table partnerships.agreement_party add foreign key (file_id) references files.file;
alter table partnerships.rules_of_work
  add column secretary_id uuid references institutions.worker,
  add column quorum text not null default '' check (length(quorum) <= 200),
  add column invite_days_before int not null default 7 check (invite_days_before between 1 and 30),
  add column notice_days int not null default 30 check (notice_days between 1 and 180),
  -- Working days after the deadline at which silence is told to the deputy, the head, the leader.
  add column deputy_told_after int not null default 1 check (deputy_told_after between 1 and 10),
  add column head_told_after int not null default 3 check (head_told_after between 1 and 20),
  add column leader_told_after int not null default 7 check (leader_told_after between 1 and 30),
  add check (deputy_told_after <= head_told_after and head_told_after <= leader_told_after);

-- A partnership's own rows of the competence map stand before the proposal; `none` takes a proposed part away.
alter table partnerships.competence drop constraint competence_part_check;
alter table partnerships.competence add constraint competence_part_check
  check (part in ('leads', 'must', 'may') or part = 'none' and partnership_id is not null);
create table partnerships.competence_change (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  problem_kind text not null,
  institution_kind text not null,
  from_part text not null,
  to_part text not null,
  reason text not null check (length(reason) between 2 and 500),
  changed_by uuid not null references institutions.worker,
  changed_at timestamptz not null default now()
);
create index competence_changes on partnerships.competence_change (partnership_id, changed_at desc);

-- What an institution hands over when it leaves: kept for both sides, also when the one can see no case any more.
create table partnerships.handover (
  membership_id uuid primary key references partnerships.membership,
  left_on date not null default splot.today_pl(),
  disclosures_given int not null,
  disclosures_received int not null
);
create table partnerships.handover_line (
  id uuid primary key default uuidv7(),
  membership_id uuid not null references partnerships.handover,
  scope_id uuid not null references access.scope,
  kind text not null check (kind in ('part', 'item', 'task')),
  case_code text not null,
  worker text,
  handed_to text,
  due date
);
create index handover_lines on partnerships.handover_line (membership_id);
