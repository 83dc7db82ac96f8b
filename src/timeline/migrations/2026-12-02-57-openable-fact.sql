-- The table of what may be opened, for whom the journal tells of it.
alter table timeline.openable add fact text;
