-- How many disclosures there were is counted when it is read, without families that the reader is kept out of.
alter table partnerships.handover drop column disclosures_given, drop column disclosures_received;
