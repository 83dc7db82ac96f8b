-- What each table holds; psql shows it with \d+.
comment on table asks.kind is
  'Kinds of asks, each put here by its slice: by which facts they go, what each side is told, who else waits for the answer.';
comment on column asks.kind.follows is 'A function, made by asks.wants, that says which asks of this kind there are.';
comment on column asks.kind.words is 'A function of a subject: the words in which it is asked.';
comment on column asks.kind.reminder is 'A function of a subject: what the journal says when who is asked is reminded; without one nobody is.';
comment on column asks.kind.asker_named is 'Who is asked learns which worker asks, besides their institution.';
comment on column asks.kind.asker_may_answer is 'Whoever asked, or waits for the answer by their class, may be the one who answers.';
comment on column asks.kind.awaited_by_asker is 'Whoever asked waits for the answer themselves.';
comment on column asks.kind.awaited_classes is 'Whoever holds one of these classes in the scope waits for the answer as well.';
comment on column asks.kind.awaited_seen is
  'A function of subjects: those of them that whoever waits by their class may know of; without one all.';
comment on column asks.kind.answerer_told is 'Who waits learns whom they wait for, and that it was seen.';
comment on table asks.part is 'In what part somebody answers: a function of a worker tells for which institutions, and in which scopes.';
comment on table asks.ask is
  'Somebody owes an answer: who asks whom, about what, since when and until when, and how it ended. Who answers for an institution is found out at each question.';
comment on column asks.ask.opens is 'The class of data that whoever answers holds in the scope, where there is one.';
comment on column asks.ask.stands is 'When it waits for an answer: from when it can be seen until it ended, or lapses.';
comment on column asks.ask.handed_on_as is 'What is asked instead: of a colleague, or of another institution.';
comment on table asks.reminder is 'Reminders, at most one a day for an ask.';
comment on column asks.part.answered_as is 'The part in which it is answered, where this one only reads.';
comment on column asks.part.urgent is 'What is asked in this part comes before everything else.';
comment on table asks.kept_from is 'Who never learns of a question, at whichever of their jobs.';
comment on table asks.kept_with is 'Kept out of which place somebody learns nothing of a question; what was seen of it before counts no more.';
comment on table asks.told_to is 'Who was told of a question by letter, once each: 0 as who is asked, then of silence by the rules of work (deputy, head, leader and coordinator), 4 who asked, when the hour for an answer is over, 5 who stands in for whom it is asked of, 6 who is asked, on the last day.';
comment on table asks.wish is 'How somebody wants to be told by letter: at once, or in one letter a day at an hour in Poland; who said nothing, at seven on working days.';
comment on table asks.notice is 'What somebody is told by letter and owes no answer to: an answer to what they reported, a task, a contract that came back.';
comment on column asks.kind.silence_told is 'Of this kind silence is told by letter to whom the rules of work name.';
comment on column asks.ask.answer_at is 'The hour by which it is to be answered, where it is so urgent; its day is answer_by.';
comment on column asks.kind.open_to is 'A function f(subject, worker) that says to whom it is open, beside what it opens.';
comment on column asks.kind.covered is 'Who stands in for whom it is asked of answers in their place, where they read it.';
