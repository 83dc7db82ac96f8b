-- What a family needs and nobody here gives is counted for its commune: by codes alone, without the family or a word.
create function baskets.commune_of(scope uuid) returns text
language sql stable security definer set search_path = '' as $$
  select h.commune from cases."case" c join households.household h on h.id = c.household_id where c.id = scope
$$;

-- What was asked for outside a case is counted for the commune that its sender named, by the kind of help or the service it names.
create function baskets.lacks_places() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform directory.lacks(coalesce(baskets.commune_of(new.scope_id), r.commune), null,
    coalesce(new.service_kind, (select s.kind from directory.service s where s.id = old.service_id)), 'no_places')
  from referrals.referral r where r.id = new.referral_id;
  return null;
end $$;
create trigger lacks_places after update of answer on referrals.point for each row
  when (old.answer is distinct from new.answer and new.answer = 'declined' and new.reason = 'no_capacity') execute function baskets.lacks_places();

-- The kind of help that a domain of life asks for; of safety nothing is counted.
create function baskets.group_of(domain text) returns text
language sql immutable parallel safe set search_path = '' return case domain
  when 'housing' then 'housing' when 'income' then 'social' when 'work' then 'work' when 'health' then 'health' when 'mental_health' then 'health'
  when 'addiction' then 'addiction' when 'parenting' then 'family' when 'education' then 'education' when 'relations' then 'family'
  when 'social_network' then 'community' when 'independence' then 'care' when 'rights' then 'legal' end;

create function baskets.lacks_service() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform directory.lacks(baskets.commune_of(new.scope_id), baskets.group_of(g.domain), null, 'no_service')
  from baskets.goal g where g.id = new.goal_id;
  return null;
end $$;
create trigger lacks_service after insert on baskets.gap for each row execute function baskets.lacks_service();
