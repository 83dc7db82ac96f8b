-- Letters wait here until the mail server took them. In practice mode they stay, and the app shows them.
-- No letter carries personal data of a family: it says where to look.
create schema mail;

create table mail.letter (
  id uuid primary key default uuidv7(),
  written_at timestamptz not null default now(),
  to_address text not null,
  subject text not null,
  body text not null,
  sent_at timestamptz,
  failed text
);
create index letter_to on mail.letter (to_address, written_at desc);
