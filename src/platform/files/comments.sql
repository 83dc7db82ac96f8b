-- What each table holds; psql shows it with \d+.
comment on table files.file is 'A file, encrypted, in a scope.';
comment on table files.piece is 'A piece of a file.';
