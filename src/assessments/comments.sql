-- What each table holds; psql shows it with \d+.
comment on table assessments.life_domain is
  'A domain of life that is assessed, with its class and the words of its five levels.';
comment on table assessments.assessment is
  'One open assessment in a case. Fixed once: with the date and those present.';
comment on table assessments.view is
  'How one institution, or the family itself, sees one domain. Level 1-5; without a level it is said why not. `own` until its institution opens it to the team; the safety domain stays with the worker who wrote it.';
comment on table assessments.agreed is
  'What was agreed. Level 1 in parenting or mental health only with what is done today.';
