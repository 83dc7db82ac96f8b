-- What each table holds; psql shows it with \d+.
comment on table meetings.meeting is 'People at one table: of a case, of a partnership, or of nobody but those who are invited (reflection, supervision).';
comment on table meetings.proposed_date is 'When it might be; whoever is invited says of each whether they can.';
comment on table meetings.invitee is 'Whom the meeting waits for: needed for its quorum or not, whether they come, who comes in their place, whether they came.';
comment on table meetings.availability is 'Whether somebody can come on a proposed date.';
comment on table meetings.family_seat is 'Somebody of the household who is asked to come, at which time and place they prefer, and whether they came.';
comment on table meetings.point is 'What is talked about; `kept_from` left the room for it. Its words are those of the note when the minutes were sent.';
comment on table meetings.note is 'What is written down at a point by several people at once: a merged document, numbered by its edits, and its words. Destroyed when the minutes are approved.';
comment on table meetings.note_edit is 'The last edits of a note, for pages that follow it. Destroyed when the minutes are approved.';
comment on table meetings.decision is 'What was settled at a point: by which institution, maybe which worker, until when. It becomes a task when the minutes are sent; of a family, at once an item of its basket, or an agreed level, which says itself what was settled.';
comment on table meetings.remark is 'What somebody says of the minutes until they are approved.';
comment on table meetings.acknowledgement is 'Somebody read the minutes.';
comment on table meetings.meeting_kind is 'Kinds of meetings; `place` says in whose scope one is held: of a case, of a partnership, or its own.';
comment on table meetings.agenda_source is 'Functions `f(scope)` that tell what is open in a place and may be talked about at its next meeting, as far as whoever asks may read it; each of the slice that knows it, filled anew with the rules.';
comment on table meetings.guest_seat is 'A guest at a meeting: what opens their points to them, whether they come, whether they came.';
comment on table meetings.guest_point is 'A point that a guest is needed for, and what they say to it.';
comment on table meetings.shown_to_guest is 'What a guest was shown of whom, and since when, for the register of disclosures.';
