-- A protected address takes the locality with it, and gives it back when it is protected no more.
create function households.locality_goes_with_address() returns trigger language plpgsql security definer set search_path = '' as $$
declare place text;
begin
  if new.protected then
    select locality into place from households.household where id = new.household_id for update;
    update households.household set locality = null where id = new.household_id;
    update households.address set locality = place where household_id = new.household_id;
  else
    update households.household set locality = new.locality where id = new.household_id;
    update households.address set locality = null where household_id = new.household_id;
  end if;
  return null;
end $$;
create trigger is_protected after insert on households.address for each row when (new.protected)
  execute function households.locality_goes_with_address();
create trigger protection_turns after update on households.address for each row when (new.protected is distinct from old.protected)
  execute function households.locality_goes_with_address();

-- Corrected while the address is protected, the locality is corrected there.
create function households.locality_stays_protected() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update households.address set locality = new.locality where household_id = new.id and protected;
  if found then new.locality := null; end if;
  return new;
end $$;
create trigger locality_is_corrected before update of locality on households.household for each row when (pg_trigger_depth() = 0)
  execute function households.locality_stays_protected();
