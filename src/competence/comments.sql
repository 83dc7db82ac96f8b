-- What each table holds; psql shows it with \d+.
comment on table competence.competence is
  'Who leads, who must, who may, for a kind of problem. Rows without a partnership are the starting proposal. `locked`: the law demands it, a partnership cannot weaken it.';
comment on table competence.competence_change is 'How the competence map was changed, and by which decision.';
