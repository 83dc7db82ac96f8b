-- Functions of slices that tell what an institution and its people have under way.
create table institutions.open_work_source (
  source text constraint open_work_source_pkey primary key
);
