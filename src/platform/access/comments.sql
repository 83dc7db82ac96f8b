-- What each table holds; psql shows it with \d+.
comment on table access.scope_rule is
  'What derives the grants of a kind of scope from facts: `rule(uuid[])` gives the grants, and `hold(uuid[])` takes share locks on the facts of others that the rule reads, so that none of them ends unnoticed in the meantime. A rule that `keeps` writes a table of its own instead. What reads the grants of another rule comes in a later turn.';
comment on table access.reads is
  'What a rule reads, or a fact that is made of others: a fact (a table that says so with access.fact, or one of those) or the grants of another rule. `touched(uuid[])` says which scopes of the rule, or by which keys the fact, the changed ones touch; none where they are these themselves.';
comment on table access.scope is 'What a grant is about: a case, a household, the documents of a partnership.';
comment on table access.granted is
  '`classes` are what may be seen (file, health …) and what may be done (coordinate, team, head). `about_id` narrows a grant to one person, to one asked item, to the entries of one institution, or, being the scope itself, to what is shared and about nobody in particular; null means all. `because` answers "why do I see this": {"reason": code, ... what the sentence needs}.';
comment on table access.barred is
  'Workers who may see nothing of a scope, whatever else would let them: kin, neighbours. It beats every grant.';
comment on table access.said_otherwise is
  'Facts about whom something else was said after they were written: since when, and whom they are about since then. Older entries of the journal about them are read by those alone who may read about these people too.';
comment on table access.class is 'Classes of data, each put here by the slice that owns the word: who holds one in a scope may read what bears it.';
