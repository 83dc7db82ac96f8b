-- What happened in a case, as the journal of all slices tells it, and what is locked there.
create schema timeline;

alter table cases.entry_request set schema timeline;
alter table cases.openable set schema timeline;
alter table cases.past_asking set schema timeline;
