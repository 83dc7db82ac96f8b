-- Columns that no deed writes: an organization is its name, and departures are entered by hand.
alter table directory.organization drop column description, drop column website;
alter table directory.trip drop column feed;
create index trip_of_its_institution on directory.trip (institution_id);
