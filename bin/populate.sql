-- Fictional families in bulk: $families of them, forty to a partnership, and one busy coordinator with five thousand
-- (fewer when there are fewer). Facts first, with triggers at rest; grants are then derived from them as always.
-- Runs as the owner, inside a transaction of the caller; psql-style names are replaced before it is sent.

-- A UUID (version 8) of a name, the same every time.
create function pg_temp.id(name text) returns uuid language sql immutable
  return overlay(overlay(md5(name) placing '8' from 13) placing '8' from 17)::uuid;
create temporary table pop_setting as
  select :families::int as families, least(5000, greatest(1, :families / 20)) as busy;
create temporary table pop_partnership as
  select n, pg_temp.id('pop/p/' || n) as id, u.terc
  from generate_series(0, (select (families - busy) / 40 from pop_setting)) n
  join (select terc, row_number() over (order by terc) - 1 as i, count(*) over () as many from territory.unit where level = 'commune') u on u.i = n % u.many;
-- Five institutions a partnership; 20 workers: 8 in the centre, 3 in each other.
create temporary table pop_institution as
  select p.n, k.i, pg_temp.id('pop/i/' || p.n || '/' || k.i) as id, p.id as partnership_id, p.terc, k.kind, k.name || ' Ćwiczebny nr ' || p.n as name
  from pop_partnership p cross join (values (0, 'social_assistance_centre', 'Ośrodek Pomocy'), (1, 'primary_school', 'Zespół Szkolny'),
    (2, 'police_station', 'Posterunek'), (3, 'primary_health_care', 'Punkt Zdrowia'), (4, 'ngo', 'Związek')) k (i, kind, name);
create temporary table pop_worker as
  select i.n, i.i, w, pg_temp.id('pop/w/' || i.n || '/' || i.i || '/' || w) as id, pg_temp.id('pop/a/' || i.n || '/' || i.i || '/' || w) as account_id, i.id as institution_id
  from pop_institution i cross join lateral generate_series(0, case when i.i = 0 then 7 else 2 end) w;

insert into institutions.institution (id, kind, name, seat, period) select id, kind, name, terc, '[2025-01-01,)' from pop_institution;
insert into identity."user" (id, name, email, "emailVerified") select account_id, 'Osoba Ćwiczebna ' || n || '-' || i || '-' || w, 'p' || n || '-' || i || '-' || w || '@cwiczenia.example', true from pop_worker;
insert into institutions.worker (id, account_id, institution_id, given_name, family_name, position, social_worker, phone, period)
  select id, account_id, institution_id, (array['Ada','Beata','Cezary','Dorota','Edward','Felicja','Grzegorz','Hanna'])[1 + (n + w) % 8],
    (array['Zmyślna','Niby','Umowna','Próbna','Domyślna','Fikcyjna'])[1 + (n * 3 + i + w) % 6], 'praca ćwicz.', i = 0, '41 000 ' || lpad((n % 100)::text, 2, '0') || ' ' || lpad((i * 10 + w)::text, 2, '0'), '[2025-01-01,)'
  from pop_worker;
insert into institutions.head (id, institution_id, worker_id, period, confirmed_by)
  select pg_temp.id('pop/h/' || institution_id), institution_id, id, '[2025-01-02,)', pg_temp.id('pop/w/' || n || '/' || i || '/1') from pop_worker where w = 0;
insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
  select pg_temp.id('pop/d/' || institution_id), institution_id, id, 'duty', '[2025-01-02,)', pg_temp.id('pop/w/' || n || '/' || i || '/0') from pop_worker where w = 1;

insert into access.scope (id, kind) select id, 'partnership' from pop_partnership;
insert into partnerships.partnership (id, name, variant, tier, leading_institution_id)
  select p.id, 'Partnerstwo ćwiczebne nr ' || p.n, 'rural', 'commune_county', i.id from pop_partnership p join pop_institution i on i.n = p.n and i.i = 0;
insert into partnerships.agreement (id, partnership_id, text_version, planned, in_force)
  select pg_temp.id('pop/g/' || n), id, '1', '[2025-01-03,2030-01-01)', '[2025-01-03,2030-01-01)' from pop_partnership;
insert into partnerships.agreement_party (agreement_id, institution_id, founding, signed_on, signed_by, how)
  select pg_temp.id('pop/g/' || i.n), i.id, true, '2025-01-03', pg_temp.id('pop/w/' || i.n || '/' || i.i || '/0'), 'paper' from pop_institution i;
insert into partnerships.membership (id, partnership_id, institution_id, invited_at, declared_on, declared_by, declaration_how, period)
  select pg_temp.id('pop/m/' || i.id), i.partnership_id, i.id, '2025-01-02', '2025-01-02', pg_temp.id('pop/w/' || i.n || '/' || i.i || '/0'), 'paper', '[2025-01-03,)' from pop_institution i;
insert into partnerships.appointment (id, membership_id, worker_id, part, period, appointed_by)
  select pg_temp.id('pop/ap/' || w.institution_id), pg_temp.id('pop/m/' || w.institution_id), w.id, 'representative', '[2025-01-03,)', pg_temp.id('pop/w/' || w.n || '/' || w.i || '/0') from pop_worker w where w.w = 1;

-- Families of ordinary partnerships are coordinated by their centre's social workers 2-7; the busy one's all by one.
create temporary table pop_family as
  select f, n, pg_temp.id('pop/c/' || f) as case_id, pg_temp.id('pop/hh/' || f) as household_id, pg_temp.id('pop/p/' || n) as partnership_id,
    pg_temp.id('pop/w/' || n || '/0/' || case when f < (select busy from pop_setting) then 2 else 2 + f % 6 end) as coordinator_id,
    (array['Próbn','Zmyślon','Niebylsk','Umown','Fikcyjn','Domyśln','Teoretyczn','Wymyśln','Udawan','Przykładn'])[1 + f % 10] as root,
    timestamptz '2026-01-01' + make_interval(hours => (f % 7800)::int) as since,
    array[pg_temp.id('pop/pe/' || f || '/0'), pg_temp.id('pop/pe/' || f || '/1'), pg_temp.id('pop/pe/' || f || '/2')] as people
  from (select f, case when f < (select busy from pop_setting) then 0 else 1 + (f - (select busy from pop_setting)) / 40 end as n
    from generate_series(0, :families - 1) f) numbered
  where exists (select from pop_partnership p where p.n = numbered.n);
create index on pop_family (case_id);

insert into access.scope (id, kind) select household_id, 'household' from pop_family;
insert into access.scope (id, kind, beside) select case_id, 'case', household_id from pop_family;
insert into households.household (id, partnership_id, label, commune, locality)
  select household_id, f.partnership_id, root || 'i ' || f, p.terc, 'Zmyślona Wola' from pop_family f join pop_partnership p on p.n = f.n;
create temporary table pop_person as
  select f.f, k, pg_temp.id('pop/pe/' || f.f || '/' || k) as id, f.partnership_id, f.household_id,
    (array['Karolina','Mirosław','Oliwia','Kacper','Halina','Zenon','Łucja','Świętosława'])[1 + (f.f * 7 + k * 3) % 8] as given, f.root || case when k = 1 then 'y' else 'a' end as family
  from pop_family f cross join generate_series(0, 2) k;
insert into households.person (id, partnership_id, given_name, family_name, birth_year, sex)
  select id, partnership_id, given, family, 1950 + (f * 13 + k * 29) % 70, case when k = 1 then 'male' else 'female' end from pop_person;
-- Few names, and many who bear them: what a name is found by is made once, and goes to the index when all are there.
create temporary table pop_name as
  select p.id, p.partnership_id, n.kind, n.shown from pop_person p cross join lateral
    (values ('current', given || ' ' || family), ('maiden', case when k = 0 then given || ' ' || family || 'wska' end)) n (kind, shown) where n.shown is not null;
set local gin_pending_list_limit = '256MB';
alter index households.name_by_keys set (fastupdate = on);
insert into households.name (person_id, partnership_id, kind, shown, words, keys)
  with word as materialized (select shown, households.words_of(shown) as words from (select distinct shown from pop_name) d),
    made as materialized (select *, households.keys_of(shown, words) as keys from word)
  select n.id, n.partnership_id, n.kind, n.shown, made.words, made.keys from pop_name n join made using (shown);
alter index households.name_by_keys set (fastupdate = off);
insert into households.member (id, household_id, person_id, period) select pg_temp.id('pop/me/' || id), household_id, id, '[2026-01-01,)' from pop_person;
insert into households.address (household_id, line) select household_id, 'Zmyślona Wola ' || f from pop_family;

insert into cases."case" (id, partnership_id, household_id, code, opened_by, opened_at)
  select case_id, partnership_id, household_id,
    (select string_agg(substr('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 1 + ((((f >> 15)::bigint * 15503 + f::bigint * 7919) >> (5 * d)) % 32)::int, 1), '' order by d) from generate_series(0, 2) d) || '-' ||
    (select string_agg(substr('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 1 + (f >> (5 * d)) % 32, 1), '' order by d) from generate_series(0, 3 - 1) d),
    coordinator_id, since from pop_family;
insert into cases.opening (id, case_id, household_id, period) select pg_temp.id('pop/o/' || f), case_id, household_id, tstzrange(since, null) from pop_family;
insert into cases.lead (id, case_id, institution_id, period) select pg_temp.id('pop/l/' || f), case_id, pg_temp.id('pop/i/' || n || '/0'), tstzrange(since, null) from pop_family;
insert into cases.coordinator (id, case_id, worker_id, period, appointed_by) select pg_temp.id('pop/co/' || f), case_id, coordinator_id, tstzrange(since, null), pg_temp.id('pop/w/' || n || '/0/0') from pop_family;
insert into cases.team_member (id, case_id, worker_id, institution_id, part, invited_by, invited_at, answer, answered_at)
  select pg_temp.id('pop/t/' || f || '/' || i), case_id, pg_temp.id('pop/w/' || n || '/' || i || '/' || (f / 4 + i) % 3), pg_temp.id('pop/i/' || n || '/' || i), 'wsparcie', coordinator_id, since, 'accepted', since + interval '1 day'
  from pop_family cross join generate_series(1, 2) i;
insert into cases.reported (case_id, what) select case_id, 'Rodzinie brakuje na rachunki, dzieci opuszczają lekcje.' from pop_family;
insert into cases.problem (id, scope_id, kind, class) select pg_temp.id('pop/q/' || f), case_id, (array['poverty','debt','school_absence','loneliness','unemployment'])[1 + f % 5], 'file' from pop_family;
insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, form, given_by, recorded_by)
  select pg_temp.id('pop/b/' || f.f), f.case_id, pg_temp.id('pop/pe/' || f.f || '/0'), pg_temp.id('pop/i/' || n || '/0'), pg_temp.id('pop/i/' || n || '/1'), 'consent', '{file}', 'wspólna praca', '[2026-06-01,2027-05-01)', 'paper_signed', 'osoba', coordinator_id from pop_family f;
insert into assessments.assessment (id, scope_id, opened_at, opened_by, fixed_at, agreed_on, present)
  select pg_temp.id('pop/as/' || f), case_id, since, coordinator_id, since + interval '20 days', (since + interval '20 days')::date, '{rodzina}' from pop_family;
insert into assessments.agreed (id, assessment_id, scope_id, domain, class, level, about)
  select pg_temp.id('pop/ag/' || f || d), pg_temp.id('pop/as/' || f), case_id, d, 'file', 2, people from pop_family cross join unnest(array['income','education','relations']) d;
insert into baskets.goal (id, scope_id, domain, class, words, target, added_by, about) select pg_temp.id('pop/go/' || f), case_id, 'education', 'file', 'Żeby było spokojniej', 4, coordinator_id, people from pop_family;
insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, sent_at, about_as, urgency, basis)
  select pg_temp.id('pop/rp/' || f || '/' || i), case_id, partnership_id, pg_temp.id('pop/i/' || n || '/0'), coordinator_id, pg_temp.id('pop/i/' || n || '/' || i), since, 'unsaid', 'usual', 'case'
  from pop_family cross join generate_series(1, 2) i;
-- Of ten points: six are under way, of which one came to its end, one waits on a list, one is declined, one is sent back, and one is asked still.
create temporary table pop_point as
  select pg_temp.id('pop/rp/' || f || '/' || i) as id, case_id as scope_id, 'pedagogical_help' as service_kind, since as asked_at, f, n, i, partnership_id,
    (array['begun','begun','accepted','accepted','accepted','ended','waiting','declined','returned','asked'])[1 + (f + i * 3) % 10] as state
  from pop_family cross join generate_series(1, 2) i;
insert into referrals.point (id, referral_id, scope_id, n, service_kind, asked_at, answer_by, answer, answered_at, answered_by, reason, returned_at, expected_on, begun_on, ended_on, outcome)
  select id, id, scope_id, 1, service_kind, asked_at, asked_at::date + 7, case state when 'asked' then null when 'begun' then 'accepted' when 'ended' then 'accepted' else state end,
    case when state <> 'asked' then asked_at + interval '3 days' end, case when state <> 'asked' then pg_temp.id('pop/w/' || n || '/' || i || '/1') end,
    case state when 'declined' then 'no_capacity' when 'returned' then 'unclear_goal' end, case when state = 'returned' then asked_at + interval '3 days' end,
    case when state = 'waiting' then asked_at::date + 60 end, case when state in ('begun', 'ended') then asked_at::date + 10 end,
    case when state = 'ended' then asked_at::date + 40 end, case when state = 'ended' then 'reached' end
  from pop_point;
insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, point_id, family_answer, family_answered_how, added_by, about)
  select pg_temp.id('pop/it/' || f || '/' || i), case_id, pg_temp.id('pop/go/' || f), 'file', 'pedagogical_help', 'file', 'Wsparcie w szkole', pg_temp.id('pop/i/' || n || '/' || i), pg_temp.id('pop/rp/' || f || '/' || i), 'yes', 'in_person', coordinator_id, people
  from pop_family cross join generate_series(1, 2) i;
insert into baskets.asking (point_id, referral_id, item_id, scope_id)
  select pg_temp.id('pop/rp/' || f || '/' || i), pg_temp.id('pop/rp/' || f || '/' || i), pg_temp.id('pop/it/' || f || '/' || i), case_id from pop_family cross join generate_series(1, 2) i;
insert into baskets.family_limit (id, scope_id, kind, number, about, added_by)
  select pg_temp.id('pop/li/' || f || '/' || kind), case_id, kind, number, people, coordinator_id
  from pop_family cross join (values ('hours', 7), ('no_car', null)) l (kind, number);
insert into baskets.need (id, scope_id, goal_id, goal_class, service_kind, class, about, minutes, added_by)
  select pg_temp.id('pop/ne/' || f), case_id, pg_temp.id('pop/go/' || f), 'file', 'homework_help', 'file', people, 60, coordinator_id from pop_family;
insert into baskets.item_time (item_id, scope_id, weekday, begins, ends)
  select pg_temp.id('pop/it/' || f || '/' || i), case_id, i, '14:00', '15:00' from pop_family cross join generate_series(1, 2) i;
insert into worklist.task (id, scope_id, class, what, institution_id, worker_id, due, added_by, about)
  select pg_temp.id('pop/ta/' || f), case_id, 'file', 'Zadzwonić do rodziny', pg_temp.id('pop/i/' || n || '/0'), coordinator_id, '2026-12-01'::date + f % 30, coordinator_id, people from pop_family;
insert into journal.entry (id, at, worker_id, institution_id, verb, subject_id, scope_id, class)
  select pg_temp.id('pop/e/' || f || '/' || k), since + make_interval(days => k::int * 9), coordinator_id, pg_temp.id('pop/i/' || n || '/0'),
    (array['case.opened','team.invited','team.accepted','assessment.fixed','goal.set','item.asked','item.accepted','family.answered','task.given','contact.written'])[1 + k], case_id, case_id,
    case when k = 0 then 'pointer' when k < 4 then 'team' else 'file' end
  from pop_family cross join generate_series(0, 9) k;

-- Two services of each institution, at a locality of its commune, with hours and places; what they are found by is written as always.
create temporary table pop_service as
  select i.id as institution_id, i.n, i.i, k, pg_temp.id('pop/se/' || i.n || '/' || i.i || '/' || k) as id,
    (array['homework_help','senior_club','hot_meal','psychological_support','free_legal_aid','sport_activity','speech_therapy','home_care'])[1 + (i.n + i.i * 2 + k) % 8] as kind
  from pop_institution i cross join generate_series(0, 1) k;
insert into directory.organization (id, institution_id) select id, id from pop_institution;
insert into directory.service (id, organization_id, institution_id, kind, name, min_age, target_groups, added_by, checked_at)
  select s.id, s.institution_id, s.institution_id, s.kind, k.pl || ' nr ' || s.n || '-' || s.i, case when s.k = 0 then 7 end, case when s.k = 0 then '{child_7_12}' else '{}' end::text[],
    pg_temp.id('pop/w/' || s.n || '/' || s.i || '/0'), timestamptz '2026-11-30' - make_interval(days => s.n % 90)
  from pop_service s join directory.service_kind k on k.code = s.kind;
insert into directory.phone (id, service_id, confidential, n, number) select pg_temp.id('pop/ph/' || id), id, false, 1, '41 000 ' || lpad((n % 100)::text, 2, '0') || ' 00' from pop_service;
insert into directory.service_at_location (id, location_id, service_id, confidential, n, commune, locality, latitude, longitude)
  select pg_temp.id('pop/sl/' || s.id), pg_temp.id('pop/sl/' || s.id), s.id, false, 1, l.commune, l.name, l.latitude, l.longitude
  from pop_service s join pop_partnership p on p.n = s.n
  join (select *, row_number() over (partition by commune order by id) - 1 as nth from territory.locality) l on l.commune = p.terc and l.nth = s.i + s.k;
insert into directory.schedule (id, service_at_location_id, service_id, confidential, weekday, opens, closes)
  select pg_temp.id('pop/sc/' || l.id || '/' || d), l.id, l.service_id, false, d, '08:00', '16:00' from directory.service_at_location l join pop_service s on s.id = l.service_id cross join generate_series(1, 5) d;
insert into directory.places (id, service_id, confidential, state, said_by)
  select pg_temp.id('pop/pl/' || id), id, false, (array['free','waiting','none'])[1 + n % 3], pg_temp.id('pop/w/' || n || '/' || i || '/0') from pop_service where k = 0;
select directory.find_by(array(select id from pop_service));
-- The first service of each has forty places, of which what was taken on takes up to thirty.
insert into referrals.capacity (service_id, institution_id, total, said_by)
  select id, institution_id, 40, pg_temp.id('pop/w/' || n || '/' || i || '/0') from pop_service where k = 0;
insert into referrals.taken_place (id, service_id, institution_id, point_id, referral_id, scope_id, taken_at)
  select pg_temp.id('pop/tp/' || p.id), s.id, s.institution_id, p.id, p.id, p.scope_id, p.asked_at + interval '3 days'
  from (select p.*, row_number() over (partition by n, i order by id) as no from pop_point p where state in ('accepted', 'begun')) p
  join pop_service s on s.n = p.n and s.i = p.i and s.k = 0 where p.no <= 30;

-- A fifth of the families was referred to the health centre by the school before there was a case; half of it was taken on.
create temporary table pop_outside as
  select f, n, i, pg_temp.id('pop/ro/' || f) as id, partnership_id, since - interval '30 days' as sent_at, f % 2 = 0 as taken_on
  from pop_family cross join (values (1)) school (i) where f % 5 = 0;
insert into access.scope (id, kind) select id, 'referral' from pop_outside;
insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, sent_at, about_as, age, urgency, basis, basis_until)
  select id, id, partnership_id, pg_temp.id('pop/i/' || n || '/1'), pg_temp.id('pop/w/' || n || '/1/' || (f / 4 + 1) % 3), pg_temp.id('pop/i/' || n || '/3'), sent_at, 'girl', 8 + f % 9,
    case when f % 15 = 0 then 'urgent' else 'usual' end, 'representative', '2027-06-30' from pop_outside;
insert into referrals.particulars (referral_id, scope_id, who, words, agreed_by, agreed_as, agreed_form, agreed_on)
  select id, id, 'Oliwia Zmyślona ' || f, 'Od wiosny trudno jej mówić w klasie.', 'Karolina Zmyślona', 'matka', 'paper_signed', sent_at::date from pop_outside;
insert into referrals.point (id, referral_id, scope_id, n, what, asked_at, answer_by, answer, answered_at, answered_by)
  select pg_temp.id('pop/op/' || f), id, id, 1, 'Badanie słuchu i mowy', sent_at, sent_at::date + 10, case when taken_on then 'accepted' end, case when taken_on then sent_at + interval '4 days' end,
    case when taken_on then pg_temp.id('pop/w/' || n || '/3/1') end from pop_outside;

-- About every twentieth the school wrote to a centre that is not in Splot; a guest there answered half of these letters.
create temporary table pop_letter as
  select f, partnership_id, pg_temp.id('pop/rl/' || f) as id, pg_temp.id('pop/gl/' || f) as guest_id, pg_temp.id('pop/i/' || n || '/1') as school_id, pg_temp.id('pop/w/' || n || '/1/' || f % 3) as teacher_id,
    pg_temp.id('pop/w/' || n || '/1/' || (f + 1) % 3) as colleague_id, since - interval '20 days' as sent_at, f % 40 = 3 as answered from pop_family where f % 20 = 3;
insert into access.scope (id, kind) select id, 'referral' from pop_letter;
insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, outside, sent_at, about_as, age, urgency, basis, basis_until)
  select id, id, partnership_id, school_id, teacher_id, 'Poradnia Dowolna', sent_at, 'boy', 8 + f % 9, 'usual', 'representative', '2027-06-30' from pop_letter;
insert into referrals.particulars (referral_id, scope_id, who, words, agreed_by, agreed_as, agreed_form, agreed_on)
  select id, id, 'Jan Zmyślony ' || f, 'Od jesieni prosi o powtarzanie poleceń.', 'Karolina Zmyślona', 'matka', 'paper_signed', sent_at::date from pop_letter;
insert into referrals.point (id, referral_id, scope_id, n, what, asked_at, answer_by, answer, answered_at)
  select pg_temp.id('pop/lp/' || f), id, id, 1, 'Badanie słuchu', sent_at, sent_at::date + 14, case when answered then 'accepted' end, case when answered then sent_at + interval '6 days' end from pop_letter;
insert into guests.guest (id, scope_id, kind, subject_id, name, role, institution, email, invited_by, institution_id, invited_at, confirmer_id, confirmer_institution_id, answer_by, confirmed_at, opened_at)
  select guest_id, id, 'referral', id, 'Gość Zmyślony ' || f, 'sekretariat', 'Poradnia Dowolna', 'gosc' || f || '@poradnia.example', teacher_id, school_id, sent_at, colleague_id, school_id, sent_at::date + 2,
    case when answered then sent_at + interval '1 day' end, case when answered then sent_at + interval '5 days' end from pop_letter;
insert into referrals.feedback (id, point_id, referral_id, scope_id, guest_id, said_at, step, words)
  select pg_temp.id('pop/fl/' || f), pg_temp.id('pop/lp/' || f), id, id, guest_id, sent_at + interval '6 days', 'accepted', 'Zapraszamy, zadzwonimy do mamy.' from pop_letter where answered;
insert into referrals.shown_to_guest (guest_id, scope_id, since) select guest_id, id, sent_at + interval '6 days' from pop_letter where answered;

-- The team of every fourth family talks something over: two messages, and of every fortieth a third that was urgent.
create temporary table pop_matter as
  select f, n, case_id, coordinator_id, people, since, pg_temp.id('pop/ma/' || f) as id, pg_temp.id('pop/w/' || n || '/1/' || (f / 4 + 1) % 3) as teacher_id,
    pg_temp.id('pop/i/' || n || '/0') as centre_id, pg_temp.id('pop/i/' || n || '/1') as school_id from pop_family where f % 4 = 0;
insert into messages.matter (id, scope_id, title, started_by, institution_id, started_at)
  select id, case_id, 'Kto pyta o zeszyty', coordinator_id, centre_id, since + interval '30 days' from pop_matter;
insert into messages.reader (id, matter_id, scope_id, institution_id, worker_id, period, added_by)
  select pg_temp.id('pop/rd/' || f || '/' || k), id, case_id, case k when 0 then centre_id else school_id end, case k when 0 then coordinator_id else teacher_id end,
    tstzrange(since + interval '30 days', null), coordinator_id from pop_matter cross join generate_series(0, 1) k;
insert into messages.message (id, matter_id, scope_id, institution_id, author_id, class, about, words, answer_at, written_at)
  select pg_temp.id('pop/ms/' || f || '/' || k), id, case_id, case k when 1 then school_id else centre_id end, case k when 1 then teacher_id else coordinator_id end, 'file', people,
    (array['Czy zeszyty są już w szkole?', 'Są od poniedziałku, dziękujemy.', 'Kto może dziś odebrać dzieci?'])[k + 1],
    case k when 2 then since + interval '31 days' end, since + make_interval(days => 30, hours => k::int)
  from pop_matter cross join generate_series(0, 2) k where k < 2 or f % 40 = 0;
insert into messages.addressee (id, message_id, matter_id, scope_id, institution_id, worker_id, answer, answered_at, answered_by)
  select pg_temp.id('pop/ad/' || f || '/' || k), pg_temp.id('pop/ms/' || f || '/' || k), id, case_id, school_id, teacher_id, case when k = 2 and f % 80 = 0 then 'take' end,
    case when k = 2 and f % 80 = 0 then since + interval '30 days 3 hours' end, case when k = 2 and f % 80 = 0 then teacher_id end
  from pop_matter cross join (values (0), (2)) message (k) where k = 0 or f % 40 = 0;
insert into messages.read_mark (matter_id, worker_id, scope_id, until) select id, coordinator_id, case_id, since + interval '31 days' from pop_matter;

-- The team of every tenth family met and has minutes; that of the one after it meets next month, and half of those invited said so.
create temporary table pop_meeting as
  select f, n, f % 10 = 0 as held, case_id, coordinator_id, people, pg_temp.id('pop/mt/' || f) as id, pg_temp.id('pop/i/' || n || '/0') as centre_id,
    case when f % 10 = 0 then since + interval '25 days' else timestamptz '2026-12-20 10:00+01' + make_interval(hours => f % 500) end as starts_at
  from pop_family where f % 10 < 2;
insert into meetings.meeting (id, scope_id, kind, called_by, institution_id, called_at, place, minutes, starts_at, fixed_at, begun_at, ended_at, approved_at, approved_by)
  select id, case_id, 'team', coordinator_id, centre_id, least(starts_at - interval '7 days', now()), 'Ośrodek, sala na parterze', 60, starts_at, least(starts_at - interval '7 days', now()),
    case when held then starts_at end, case when held then starts_at + interval '1 hour' end, case when held then starts_at + interval '2 days' end, case when held then coordinator_id end
  from pop_meeting;
insert into meetings.invitee (id, meeting_id, scope_id, worker_id, institution_id, needed, answer, answered_at, attendance)
  select pg_temp.id('pop/in/' || f || '/' || i), id, case_id, case i when 0 then coordinator_id else pg_temp.id('pop/w/' || n || '/' || i || '/' || (f / 4 + i) % 3) end, pg_temp.id('pop/i/' || n || '/' || i),
    true, case when held or i < 2 then 'coming' end, case when held or i < 2 then starts_at - interval '40 days' end, case when held then 'present' end
  from pop_meeting cross join generate_series(0, 2) i;
insert into meetings.point (id, meeting_id, scope_id, n, what, minutes, class, about, put_by, done_at, words)
  select pg_temp.id('pop/mp/' || f || '/' || k), id, case_id, k, (array['Jak idzie w szkole', 'Kto jest następny'])[k], 20, case k when 1 then 'file' else 'team' end, people, coordinator_id,
    case when held then starts_at + interval '1 hour' end, case when held then 'Kacper był na wszystkich lekcjach. Sprawdzimy za miesiąc.' end
  from pop_meeting cross join generate_series(1, 2) k;
insert into meetings.note (point_id, meeting_id, scope_id)
  select pg_temp.id('pop/mp/' || f || '/' || k), id, case_id from pop_meeting cross join generate_series(1, 2) k where not held;
-- Every second of them has a guest for its first point: at a meeting that was held they came and said something, of one to come the
-- address is still to be confirmed.
insert into guests.guest (id, scope_id, kind, subject_id, name, role, institution, email, invited_by, institution_id, invited_at, confirmer_id, confirmer_institution_id, opens, answer_by, confirmed_at, opened_at)
  select pg_temp.id('pop/gu/' || f), case_id, 'meeting', id, 'Gość Zmyślony ' || f, 'lekarz rodzinny', 'Przychodnia Zmyślona', 'gosc' || f || '@przychodnia.example', coordinator_id, centre_id,
    least(starts_at - interval '6 days', now()), pg_temp.id('pop/w/' || n || '/1/' || (f / 4 + 1) % 3), pg_temp.id('pop/i/' || n || '/1'), 'team', '2027-01-31',
    case when held then starts_at - interval '5 days' end, case when held then starts_at - interval '4 days' end
  from pop_meeting where f % 20 < 2;
insert into meetings.guest_seat (id, meeting_id, scope_id, basis, law, answer, answered_at, attendance)
  select pg_temp.id('pop/gu/' || f), id, case_id, 'law', 'art. 100 ust. 2 ustawy o pomocy społecznej', case when held then 'coming' end, case when held then starts_at - interval '4 days' end,
    case when held then 'present' end
  from pop_meeting where f % 20 < 2;
insert into meetings.guest_point (guest_id, point_id, meeting_id, scope_id, words, said_at)
  select pg_temp.id('pop/gu/' || f), pg_temp.id('pop/mp/' || f || '/1'), id, case_id, case when held then 'Badania są w porządku.' end, case when held then starts_at - interval '4 days' end
  from pop_meeting where f % 20 < 2;
insert into meetings.shown_to_guest (guest_id, point_id, scope_id, class, about, since)
  select pg_temp.id('pop/gu/' || f), pg_temp.id('pop/mp/' || f || '/1'), case_id, 'file', people, starts_at - interval '4 days' from pop_meeting where f % 20 = 0;
insert into meetings.decision (id, point_id, meeting_id, scope_id, what, institution_id, worker_id, due, made_by, task_id)
  select pg_temp.id('pop/de/' || f), pg_temp.id('pop/mp/' || f || '/1'), id, case_id, 'Zadzwonić do rodziny', centre_id, coordinator_id, '2026-12-01'::date + f % 30, coordinator_id, pg_temp.id('pop/ta/' || f)
  from pop_meeting where held;
