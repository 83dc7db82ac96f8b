-- What each table holds; psql shows it with \d+.
comment on table deadlines.holiday is
  'Days on which offices are closed by law (ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy): on a day of a month, or so many days after Easter.';
