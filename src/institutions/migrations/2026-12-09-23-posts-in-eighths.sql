-- A post is agreed upon in eighths: 0.125 needs three digits.
alter table institutions.worker alter column post type numeric(4, 3);
