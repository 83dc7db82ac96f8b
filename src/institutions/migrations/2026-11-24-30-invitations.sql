-- How people come to work in Splot: a head takes them on and sends an invitation; whoever opens it becomes (or already
-- is) an account. An institution that is not here yet is established by the head who wants to work with it.
alter table institutions.institution add column established_by uuid references institutions.institution;
