-- What all slices know of a family, for the pages that show it: questions alone, no tables.
create schema families;
