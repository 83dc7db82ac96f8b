-- Whom the fact is about that an entry tells of.
alter table journal.entry add about uuid[];
