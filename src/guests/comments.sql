-- What each table holds; psql shows it with \d+.
comment on table guests.guest is 'Somebody without an account who takes part in one thing alone; their address is confirmed by a second person before anything leaves.';
comment on table guests.way_in is 'How a guest comes in: digests of the link and of what their browser keeps. Of the code nothing is kept.';
comment on table guests.kind is 'Of what somebody is a guest; a function of a guest says whether that stands.';
