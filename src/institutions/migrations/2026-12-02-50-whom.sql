-- Whom an institution of a kind writes about where nothing else says it: a school about its pupils. And whose name tells where
-- somebody is, or that they seek safety.
alter table institutions.institution_kind add whom text check (whom in ('adults', 'children')), add tells_place boolean;
