-- Convictions are shown on a basis in law only, never because somebody asked.
create function contacts.open_asked_contact(subject uuid, institution uuid) returns table (class text, said jsonb)
language sql volatile security definer set search_path = '' as $$
  update contacts.contact c set opened_at = now(), version = c.version + 1
  where c.id = subject and c.institution_id = institution and c.opened_at is null and c.voided_at is null
    and c.class not in ('violence', 'justice')
  returning c.class, jsonb_build_object('kind', c.kind)
$$;

-- What a note says, to the institution that wrote it.
create function contacts.words_of_asked(subject uuid, institution uuid) returns text
language sql stable security definer set search_path = '' as $$
  select c.what from contacts.contact c
  where c.id = subject and c.institution_id = institution and c.voided_at is null and c.class <> 'violence'
$$;

insert into timeline.openable (thing, opens, words, fact) values ('contact', 'contacts.open_asked_contact', 'contacts.words_of_asked', 'contacts.contact')
on conflict (thing) do update set opens = excluded.opens, words = excluded.words, fact = excluded.fact;
