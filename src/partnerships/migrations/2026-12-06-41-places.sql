-- Which partnership a place belongs to is told by the slices that have places: each puts the name of a function here.
create table partnerships.place_source (source text primary key);
