-- What is told by law and nobody in the family must read on a paper at home.
alter table consents.basis_rule add column quiet boolean not null default false;
update consents.basis_rule set quiet = true
where code in ('court_demand', 'notice_family_court', 'notice_of_crime', 'notice_juvenile', 'life_in_danger', 'medical_secrecy_lifted');
