-- What each table holds; psql shows it with \d+.
comment on table cases."case" is 'One piece of joint work with a household, under a random short code.';
comment on table cases.opening is
  'Open from taking up or reopening to closing. One open case per household (and a household has one partnership).';
comment on table cases.registry_number is
  'Under which number an institution that leads a case keeps it in its own register: its own, and nobody else''s to read.';
comment on table cases.reported is
  'What was reported, as intake passed it on to the leading team: every case has it, so that none tells how it began.';
comment on table cases.lead is 'Which institution leads a case, and since when.';
comment on table cases.handover is 'A hand-over to another leading institution, which accepts before anything moves.';
comment on table cases.coordinator is 'Who coordinates a case, and since when.';
comment on table cases.team_member is
  'invited → accepted / declined (with a reason) / withdrawn → left. `part` is what the worker is asked to do.';
comment on table cases.exit_handover is
  'What an institution leaves behind when it leaves the partnership: its own entries in a case and its disclosures, which its head may read from then on and nobody there adds to.';
comment on table cases.exclusion is
  'It is about the family, so it holds for the household and each of its cases, earlier and later ones too.';
comment on table cases.problem is
  'The kinds of problem that a case is about. Violence leaves none here until it has its own procedure.';
comment on table cases.opinion is 'Opinions at closing: of the family in its words, of each institution.';
comment on table cases.reported is 'What a case was opened for, in words that the leading team reads: those of the concern, or, where it speaks of violence, others.';
comment on table cases.reliance_source is 'Functions of slices that tell whether others rely on something in a case; filled anew with the rules.';
