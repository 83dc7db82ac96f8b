-- The name of who is asked outside may be longer than that of an institution from which a guest came to a meeting.
alter table guests.guest
  drop constraint guest_institution_check,
  add constraint guest_institution_check check (length(institution) between 2 and 200);
