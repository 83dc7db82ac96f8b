-- What each table holds; psql shows it with \d+.
comment on table questionnaires.questionnaire is
  'A version never changes: what was answered to it stays readable. The same one has the same id everywhere (a UUID of version 8, made from its name).';
comment on table questionnaires.response is
  'in-progress (its author''s alone) → completed → amended, in FHIR''s words. `items` are those of a QuestionnaireResponse.';
