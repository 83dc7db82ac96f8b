-- What each table holds; psql shows it with \d+.
comment on table mail.letter is 'A letter that waits to be sent, or was.';
