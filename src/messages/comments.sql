-- What each table holds; psql shows it with \d+.
comment on table messages.matter is 'What is talked over in a place (a case, a partnership), by a title in neutral words; until it is settled.';
comment on table messages.reader is 'Who reads a matter, all of it, and from when to when: a worker, or whoever of an institution works there. Whoever coordinates a case reads its matters without a row here.';
comment on table messages.message is 'A message: an entry of its author''s institution, with a class and whom it is about, or of class request, which bears no name.';
comment on column messages.message.answer_at is 'Of what is urgent: the hour by which each to whom it is written says whether they take it.';
comment on table messages.earlier is 'What stood in a message before its author edited it.';
comment on table messages.addressee is 'To whom a message is written, and what they said to it; outside, an institution that reads this message alone.';
comment on table messages.attachment is 'What is attached to a message: a file of class letters, read with the message.';
comment on table messages.read_mark is 'Up to which message somebody has read a matter.';
comment on table messages.outcome is 'What became of a message: an agreement in words, or a thing of a kind in outcome_kind.';
comment on table messages.outcome_kind is 'What may become of a message, and a function f(thing) that tells of it; filled anew with the rules.';
