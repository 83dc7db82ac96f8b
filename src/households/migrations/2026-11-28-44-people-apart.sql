-- Entered by somebody who is kept from the family in which this number is known: a person apart, as an unknown one would
-- be. Of the others, one number is one person within a partnership.
alter table households.person add column apart boolean not null default false;
drop index households.pesel_within_partnership;
create unique index pesel_within_partnership on households.person (partnership_id, pesel_index) where not apart;
create index person_by_pesel on households.person (partnership_id, pesel_index) where pesel_index is not null;
