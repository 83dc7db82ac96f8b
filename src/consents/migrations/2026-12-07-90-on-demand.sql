-- Some bases let something be told only to whoever asks for it, in writing and by law.
alter table consents.basis_rule add column on_demand boolean;
