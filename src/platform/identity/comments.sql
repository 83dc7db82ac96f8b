-- What each table holds; psql shows it with \d+.
comment on table identity."user" is 'An account.';
comment on table identity."session" is 'A signed-in device.';
comment on table identity."account" is 'A password, in the form that the sign-in library keeps.';
comment on table identity."verification" is 'One-time links and challenges.';
comment on table identity."twoFactor" is 'A second factor by code.';
comment on table identity."passkey" is 'A passkey.';
comment on table identity."rateLimit" is 'How often somebody tried, by address.';
comment on table identity.attempt is
  'Failed attempts per account (by e-mail address, whether or not it exists): each further one makes the next wait longer.';
comment on table identity.invitation is
  'An invitation to work for an institution, sent to an address; whoever accepts it becomes (or already is) an account, which administers this installation if the invitation says so.';
