-- Who answers for what stands apart from the partnership that agreed it.
create schema competence;

alter table partnerships.competence set schema competence;
alter table partnerships.competence_change set schema competence;
