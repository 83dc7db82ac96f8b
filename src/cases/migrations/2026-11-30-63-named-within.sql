-- In how many working days of its opening somebody is to be named who coordinates: as urgent as what it began with.
alter table cases."case" add coordinator_within int check (coordinator_within between 0 and 30);
