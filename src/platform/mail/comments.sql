-- What each table holds; psql shows it with \d+.
comment on table mail.letter is 'A letter that waits to be sent, or was.';
comment on column mail.letter.body is 'Null once it was sent or given up.';
