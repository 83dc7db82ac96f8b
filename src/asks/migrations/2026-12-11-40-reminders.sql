-- Who is asked and has not answered is told once more on the last day.
alter table asks.told_to drop constraint known_step, add constraint known_step check (step between 0 and 6);
