-- What each table holds; psql shows it with \d+.
comment on table identity."user" is 'An account.';
comment on table identity."session" is 'A signed-in device.';
comment on table identity."account" is 'A password, in the form that the sign-in library keeps.';
comment on table identity."verification" is 'One-time links and challenges.';
comment on table identity."twoFactor" is 'A second factor by code.';
comment on table identity."passkey" is 'A passkey.';
comment on table identity."rateLimit" is 'How often somebody tried, by address.';
comment on table identity.attempt is
  'Failed attempts per account (by a keyed digest of what was typed, whether or not anybody has it), for a day: each further one makes the next wait longer.';
comment on table identity.invitation is
  'An invitation to work for an institution, sent to an address; whoever accepts it becomes (or already is) an account, which administers this installation if the invitation says so.';
comment on table identity.used_code is 'Codes of a second factor that were tried in the last minutes; each is good once.';
comment on table identity.factor_need is 'Accounts that must have a second factor, and since when: a week later nothing else opens.';
