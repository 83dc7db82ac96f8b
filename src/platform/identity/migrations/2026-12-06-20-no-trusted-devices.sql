-- A device that once gave a code stood in for it for a month, and for another with each use: none does any more. What else is
-- kept there is good for an hour at most.
delete from identity."verification" where "expiresAt" > now() + interval '1 day';
