-- What each table holds; psql shows it with \d+.
comment on table institutions.institution is 'An institution, with where it is and how it is reached.';
comment on table institutions.area is 'The communes, counties or voivodeships that an institution serves.';
comment on table institutions.worker is
  'A person in one institution: the actor of everything. The same account in two institutions is two workers.';
comment on table institutions.head is
  'One head at a time, and at most one new one a day. A later head is named by the one before; the first of an institution was named by nobody and heads it only once a second person confirmed it.';
comment on table institutions.delegation is
  'What a head may leave to others for a time: everything of the head''s (stand-in), or the duty of taking concerns and requests (duty contact); and the officers of the institution.';
comment on table institutions.open_work_source is 'Functions of slices that tell what an institution and its people have under way; filled anew with the rules.';
comment on table institutions.duty_hours is 'When somebody is on duty, by the day of the week (8: public holidays).';
comment on table institutions.absence is 'Who is away, and until when; a danger does not wait for them.';
comment on column institutions.institution.duty_phone is 'The phone by which whoever is on duty is reached, where it is not the institution''s own.';
comment on table institutions.factor_reset is 'Second factors that somebody lost: who asks that they be taken off, and who else confirms it.';
comment on table institutions.cover is
  'Who does somebody''s work during an absence: asked, answered, and ended with the absence or before.';
comment on column institutions.cover.duty is 'The duty goes over as well, as the head said.';
comment on column institutions.cover.delegation_id is 'The duty that was given by the yes.';
comment on column institutions.institution.residents is 'For how many residents it works, as its head says: the law counts social workers by them.';
