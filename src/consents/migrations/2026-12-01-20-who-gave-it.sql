-- As long as the names of all who may sign are, or a sentence with the reference of an order of a court.
alter table consents.basis drop constraint basis_given_by_check,
  add constraint basis_given_by_check check (length(given_by) between 1 and 1000);
