-- What happened with a family stands on its own; who works with the family (`cases`) knows nothing of it.
create schema contacts;

alter table cases.contact set schema contacts;
alter table cases.contact_kind set schema contacts;
update codes.list set name = 'contacts.contact_kind' where name = 'cases.contact_kind';

-- What is asked to be opened is told in the words of the slice that keeps it.
alter table cases.openable add words text;
