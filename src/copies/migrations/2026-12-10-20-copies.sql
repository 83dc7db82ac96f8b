-- What is kept about one person, gathered for a copy of it (GDPR art. 15(3)): questions alone, no tables.
create schema copies;
