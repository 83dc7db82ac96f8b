-- Since when it is known that somebody is away: whose cover rests by it hears so once.
alter table institutions.absence add column noted_at timestamptz;
alter table institutions.absence alter column noted_at set default now();
