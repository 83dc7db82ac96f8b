-- What each table holds; psql shows it with \d+.
comment on table drafts.draft is 'What somebody has not sent yet, encrypted.';
