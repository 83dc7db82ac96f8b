create function journal.digest(in_era int, from_xid xid8, upto_xid xid8, out entries bigint, out digest bytea)
language sql stable security definer set search_path = '' as $$
  select count(*), sha256(convert_to(coalesce(string_agg(e.line::text, E'\n' order by e.xid, e.id), ''), 'UTF8'))
  from (
    select xid, id, jsonb_build_array(
      id, extract(epoch from at), worker_id, institution_id, verb, subject_id, scope_id, class, about_id, fields,
      encode(sealed_values, 'hex'), era, xid::text) || case when about is null then '[]'::jsonb else jsonb_build_array(about) end as line
    from journal.entry where era = in_era and xid >= from_xid and xid < upto_xid
  ) e
$$;
grant execute on function journal.digest(int, xid8, xid8) to splot_jobs;

-- The stretch of entries that no seal covers yet and that no running transaction can add to.
create function journal.unsealed(out no bigint, out in_era int, out from_xid xid8, out upto_xid xid8, out previous bytea)
language plpgsql security definer set search_path = '' as $$
declare last journal.seal;
begin
  perform pg_advisory_xact_lock(hashtext('journal.seal'));
  select * into last from journal.seal order by seal.no desc limit 1;
  no := coalesce(last.no, 0) + 1;
  in_era := journal.current_era();
  from_xid := case when last.era = in_era then last.upto_xid else '0'::xid8 end;
  upto_xid := pg_snapshot_xmin(pg_current_snapshot());
  previous := coalesce(last.mac, ''::bytea);
end $$;
grant execute on function journal.unsealed() to splot_jobs;

create function journal.add_seal(no bigint, in_era int, from_xid xid8, upto_xid xid8, entries bigint, mac bytea) returns void
language sql security definer set search_path = '' as
$$ insert into journal.seal (no, era, from_xid, upto_xid, entries, mac) values (no, in_era, from_xid, upto_xid, entries, mac) $$;
grant execute on function journal.add_seal(bigint, int, xid8, xid8, bigint, bytea) to splot_jobs;

create function journal.seals() returns setof journal.seal
language sql stable security definer set search_path = '' as $$ select * from journal.seal order by no $$;
grant execute on function journal.seals() to splot_jobs;

-- How many entries stand in an era that is over, or never was, behind all its seals.
create function journal.left_unsealed() returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from journal.entry e
  left join (select s.era, max(s.upto_xid) as upto_xid from journal.seal s group by s.era) s on s.era = e.era
  where e.era <> journal.current_era() and (e.xid < s.upto_xid) is not true
$$;
grant execute on function journal.left_unsealed() to splot_jobs;

create function journal.begin_era() returns void language sql security definer set search_path = '' as
$$ insert into journal.era select max(era) + 1 from journal.era $$;
grant execute on function journal.begin_era() to splot_jobs;
