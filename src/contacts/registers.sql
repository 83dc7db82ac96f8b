-- About which family a form is.
insert into drafts.source (kind, thing, place) values ('contact', 'access.scope', 'id'), ('contact', 'contacts.contact', 'scope_id');
