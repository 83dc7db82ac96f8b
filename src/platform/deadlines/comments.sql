comment on table deadlines.holiday_kind is 'Public holidays: on a day of the year, or so many days after Easter, since a year.';
comment on table deadlines.holiday is 'Days off besides weekends, reckoned until 2100; a change of the law is written here.';
