-- What is really available, for whom and when.
create schema directory;
