-- What somebody wrote and was answered is asked for on each My day.
create index message_of_author on messages.message (author_id, written_at);
