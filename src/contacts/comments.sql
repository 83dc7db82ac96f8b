-- What each table holds; psql shows it with \d+.
comment on table contacts.contact is
  'What happened with the family: a visit, a call, a note. `own` until its institution opens it to the team.';
