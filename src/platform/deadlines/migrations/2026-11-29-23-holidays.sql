-- Days on which offices are closed, beside Saturdays and Sundays: of a month, or so many days after Easter.
create schema deadlines;
select codes.create_list('deadlines.holiday', 'month int constraint holiday_month check (month between 1 and 12),
  day int constraint holiday_day check (day between 1 and 31), after_easter int,
  constraint holiday_on_some_day check (num_nonnulls(month, day) = 2 and after_easter is null or num_nonnulls(month, day) = 0 and after_easter is not null)');
