-- What each table holds; psql shows it with \d+.
comment on table drafts.draft is 'What somebody has not sent yet, encrypted.';
comment on column drafts.draft.scope_ids is 'The places that it is about; whoever holds nothing there any more is not served it, and it is gone by the next day.';
comment on table drafts.source is 'How the place of what a form is about is found; filled anew with the rules.';
comment on column drafts.source.held is 'A function of mine, f(place), that says whether I hold a place that is no scope.';
