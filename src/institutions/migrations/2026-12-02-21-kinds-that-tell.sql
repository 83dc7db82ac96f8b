-- The class of what it tells about somebody that an institution of this kind helps them: an addiction clinic, a prison.
alter table institutions.institution_kind add column tells text check (tells in ('health', 'addiction', 'justice', 'violence'));
