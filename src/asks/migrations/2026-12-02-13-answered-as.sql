-- Who is asked in some part only reads, unless they also sit in the part in which it is answered.
alter table asks.part add answered_as text;
