-- What each table holds; psql shows it with \d+.
comment on table timeline.openable is
  'Things that an institution may keep to itself and open later, by the first part of their verbs in the journal; `opens(subject, institution)` opens one and gives its class and what the journal says of it, or nothing when it cannot be opened; `words(subject, institution)`, where there is one, tells what it says.';
comment on table timeline.past_asking is
  'What nobody can open any more, so that it is not asked for: later slices say so of theirs.';
comment on table timeline.entry_request is
  'Asked of the institution that wrote it: anybody of its people on the team opens it, or declines with a reason.';
