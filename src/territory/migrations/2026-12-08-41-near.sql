-- Which locality is nearest to a place: in Poland a degree of longitude is 0.62 of one of latitude.
create index locality_by_place on territory.locality using gist (point(longitude * 0.62, latitude));
