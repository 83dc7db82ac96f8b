-- How many people the law wants for how many residents and families, and for how many residents an institution works.
select codes.create_list('institutions.staffing_norm', 'number int not null, law text not null');
alter table institutions.institution add residents int constraint residents_of_a_commune check (residents between 1 and 2000000);
