-- Who gave a consent, as people of the household; or which order of a court stands in place of a child's representatives.
-- Null in what was recorded before: there `given_by` alone tells it, in words.
alter table consents.basis add signed_by uuid[], add court_order text check (length(court_order) between 3 and 200);
