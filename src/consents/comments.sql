-- What each table holds; psql shows it with \d+.
comment on table consents.legal_basis is 'Articles on which data may be processed or disclosed.';
comment on table consents.basis_rule is
  'What may be disclosed: from whom to whom, which classes, for how long, by which article. A rule that is not `standing` justifies one disclosure and never opens a file.';
comment on table consents.information_clause is 'Who was told how their data are kept, which text, when and how.';
comment on table consents.basis is
  'About one person (about_id), from one institution to another. Ends on its last day, by withdrawal, or when a child turns 18.';
comment on table consents.disclosure is
  'The register of disclosures, to be printed for the family. `standing` ones last as long as their basis; one-time ones name what was said.';
comment on table consents.sheet is
  'Asks one person who signs, about one person, what institutions may exchange in joint work. Without a signer: an order of a court.';
comment on column consents.sheet.about_id is 'Whom it is about; the child itself signs where it was heard.';
comment on column consents.sheet.until is 'Its last day, at most a year.';
comment on table consents.tick is
  'A box of a sheet: an institution and a class. `yes` is null until the sheet is answered; an empty box is a no.';
comment on column consents.tick.earlier is 'Also what was written before the sheet was answered.';
comment on table consents.without is
  'A representative of a child who is not written to, and why: contact is forbidden, or they must not know.';
comment on table consents.exchange is
  'The register of joint work: what people of an institution could read about somebody, a row a class and stretch of time. Derived.';
comment on column consents.basis.given_by is 'Who gave it, in words, as papers and lists name them.';
comment on column consents.basis.signed_by is 'People of the household who gave it: the adult, or who represents a child.';
comment on column consents.basis.court_order is 'Reference of an order of a court that stands in place of who represents a child.';
comment on table consents.told_source is 'Functions `f(scope)` that tell what was told to somebody who is no member, as far as whoever asks may read it; filled anew with the rules.';
