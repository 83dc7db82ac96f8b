-- What was typed at the door stood here in the clear and for good: addresses, and whatever somebody typed there by mistake. It is
-- kept under a name that only the installation's key tells, and for a day.
delete from identity.attempt;
alter table identity.attempt rename column email to whose;
alter table identity.attempt add column at timestamptz not null default now();
