-- Days on which Polish offices are closed besides weekends, from 2000 to 2100 (ustawa z 18 stycznia 1951 r. o dniach
-- wolnych od pracy). A change of the law is a new dated file.
create schema deadlines;
create table deadlines.holiday_kind (
  code text primary key,
  pl text not null,
  month int,
  day int,
  days_after_easter int,
  since_year int not null default 2000,
  constraint fixed_or_after_easter check ((month is null) = (day is null) and (month is null) <> (days_after_easter is null))
);
create table deadlines.holiday (
  day date primary key,
  kind text not null references deadlines.holiday_kind
);
insert into deadlines.holiday_kind (code, pl, month, day) values
  ('new_year', 'Nowy Rok', 1, 1),
  ('constitution', 'Święto Narodowe Trzeciego Maja', 5, 3),
  ('labour', 'Święto Państwowe', 5, 1),
  ('assumption', 'Wniebowzięcie Najświętszej Maryi Panny', 8, 15),
  ('all_saints', 'Wszystkich Świętych', 11, 1),
  ('independence', 'Narodowe Święto Niepodległości', 11, 11),
  ('christmas', 'pierwszy dzień Bożego Narodzenia', 12, 25),
  ('christmas_second', 'drugi dzień Bożego Narodzenia', 12, 26);
insert into deadlines.holiday_kind (code, pl, month, day, since_year) values
  ('epiphany', 'Święto Trzech Króli', 1, 6, 2011),
  ('christmas_eve', 'Wigilia Bożego Narodzenia', 12, 24, 2025);
insert into deadlines.holiday_kind (code, pl, days_after_easter) values
  ('easter', 'pierwszy dzień Wielkiej Nocy', 0),
  ('easter_monday', 'drugi dzień Wielkiej Nocy', 1),
  ('pentecost', 'pierwszy dzień Zielonych Świątek', 49),
  ('corpus_christi', 'dzień Bożego Ciała', 60);

insert into deadlines.holiday (day, kind)
with year as (select y, y % 19 as a, y / 100 as b, y % 100 as c from generate_series(2000, 2100) y),
-- Easter of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).
moon as (select *, (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30 as h from year),
weekday as (select *, (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7 as l from moon),
easter as (select y, make_date(y, 3, 22) + h + l - 7 * ((a + 11 * h + 22 * l) / 451) as day from weekday)
select distinct on (day) day, code from (
  select case when k.month is null then e.day + k.days_after_easter else make_date(e.y, k.month, k.day) end as day, k.code, e.y, k.since_year
  from easter e cross join deadlines.holiday_kind k) d
where d.y >= d.since_year order by day, code;
