-- What each table holds; psql shows it with \d+.
comment on table consents.legal_basis is 'Articles on which data may be processed or disclosed.';
comment on table consents.basis_rule is
  'What may be disclosed: from whom to whom, which classes, for how long, by which article. A rule that is not `standing` justifies one disclosure and never opens a file.';
comment on table consents.information_clause is 'Who was told how their data are kept, which text, when and how.';
comment on table consents.basis is
  'About one person (about_id), from one institution to another. Ends on its last day, by withdrawal, or when a child turns 18.';
comment on table consents.disclosure is
  'The register of disclosures, to be printed for the family. `standing` ones last as long as their basis; one-time ones name what was said.';
comment on column consents.basis.given_by is 'Who gave it, in words, as papers and lists name them.';
comment on column consents.basis.signed_by is 'People of the household who gave it: the adult, or who represents a child.';
comment on column consents.basis.court_order is 'Reference of an order of a court that stands in place of who represents a child.';
