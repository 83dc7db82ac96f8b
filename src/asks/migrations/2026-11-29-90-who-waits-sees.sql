-- Whoever waits for an answer may see less of what is asked than its class in the scope says.
alter table asks.kind add column awaited_seen text;
