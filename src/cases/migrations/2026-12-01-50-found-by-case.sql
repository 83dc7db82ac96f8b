-- Who leads and who coordinates a case is asked all the time, and the indexes that keep their periods apart are slow to ask.
create index coordinator_of_case on cases.coordinator (case_id, worker_id) include (period);
create index lead_of_case on cases.lead (case_id, institution_id) include (period);
