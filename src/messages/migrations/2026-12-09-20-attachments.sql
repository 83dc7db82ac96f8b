-- What is attached to a message: a file of its place, read with the message alone.
create table messages.attachment (
  file_id uuid primary key references files.file deferrable initially deferred,
  message_id uuid not null,
  matter_id uuid not null,
  scope_id uuid not null,
  foreign key (message_id, matter_id, scope_id) references messages.message (id, matter_id, scope_id)
);
create index attachment_of_message on messages.attachment (message_id);
