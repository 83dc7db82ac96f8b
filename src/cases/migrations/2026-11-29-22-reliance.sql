-- Functions of slices that tell whether others rely on something in a case.
create table cases.reliance_source (
  source text constraint reliance_source_pkey primary key
);
