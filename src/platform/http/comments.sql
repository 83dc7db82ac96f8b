-- What each table holds; psql shows it with \d+.
comment on table http.answered is
  'Which deeds were already done under which key, so that a repeated one is not done twice.';
