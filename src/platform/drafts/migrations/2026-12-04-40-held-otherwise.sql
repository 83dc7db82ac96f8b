-- A place of a draft may be one that is no scope: then a function says whether I hold it.
alter table drafts.source add held text;
