-- What other slices tell to somebody who is no member, on a basis of their own, stands in the register of disclosures as well:
-- functions `f(scope)`, each of the slice that knows it, filled anew with the rules.
create table consents.told_source (source text primary key);
