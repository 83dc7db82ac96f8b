-- When somebody is there, by which phone, and who is away: what a promise that something will be read may rest on.
create table institutions.duty_hours (
  institution_id uuid not null references institutions.institution,
  weekday smallint not null check (weekday between 1 and 8),
  begins time not null,
  ends time not null,
  primary key (institution_id, weekday),
  constraint begins_before_it_ends check (begins < ends)
);
alter table institutions.institution add duty_phone text check (length(duty_phone) between 2 and 40);

create table institutions.absence (
  id uuid primary key,
  institution_id uuid not null,
  worker_id uuid not null,
  period tstzrange not null,
  noted_by uuid not null references institutions.worker,
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  constraint one_absence_at_a_time exclude using gist (worker_id with =, period with &&)
);
