-- A referral may go to somebody who is not in Splot: a letter on paper, whose answers its sender writes down.
alter table referrals.referral
  alter to_institution_id drop not null,
  add outside text check (length(outside) between 2 and 200),
  add outside_address text check (length(outside_address) between 2 and 300),
  add constraint to_one check ((to_institution_id is null) = (outside is not null)),
  add constraint letters_are_outside check (outside is null or scope_id = id),
  add constraint address_of_whom check (outside_address is null or outside is not null);
