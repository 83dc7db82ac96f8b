-- What each table holds; psql shows it with \d+.
comment on table households.person is
  'A person, in one partnership. The PESEL is encrypted; its blind index finds it again.';
comment on table households.name is
  'Every name that a person is or was known by; its words as they sound, and keys by which it is found.';
comment on table households.everyday_name is 'Names that people call one another by: one given name, its everyday forms, in any letters.';
comment on table households.household is 'People who live or run a home together.';
comment on table households.address is
  'Where it is. Protected: hidden also from prints and from team members who may know the rest, and the locality with it.';
comment on table households.member is 'Who belongs to a household, in what part, and from when to when.';
comment on table households.relation is
  '`person_id` is `kind` of `to_person_id`. Recorded within a household, so it leads nowhere else.';
comment on table households.contact_way is 'How somebody may be reached safely, when, and who must not know of it.';
