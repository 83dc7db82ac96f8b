-- Where a protected address is stands with it, out of sight of whoever may not know the address.
alter table households.address add locality text check (length(locality) <= 120);
update households.address a set locality = h.locality from households.household h where h.id = a.household_id and a.protected;
update households.household h set locality = null from households.address a where a.household_id = h.id and a.protected;
