-- What an institution was asked of late, whether or not it is answered.
create index ask_asked_of on asks.ask (institution_id, asked_at);
