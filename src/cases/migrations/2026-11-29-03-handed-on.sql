-- An invitation that was handed to a colleague knows as which one it goes on.
alter table cases.team_member
  add handed_on_as uuid references cases.team_member,
  add constraint handed_on_is_withdrawn check (handed_on_as is null or answer = 'withdrawn');
