import type pg from 'pg'

/**
 * All that a database of ours consists of but its rows, a line a thing: columns, constraints, indexes, functions with
 * their bodies, triggers, policies, grants and comments. Two databases with the same lines behave alike.
 */
export async function catalogueOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    with ours as (
      select c.oid, c.oid::regclass::text as name, relrowsecurity, relacl from pg_class c
      where c.relnamespace in (select oid from pg_namespace where nspowner = 'splot_owner'::regrole)
        and c.relname !~ '^look_\\d{4}' and c.relkind in ('r', 'p', 'S', 'v')
    ), lines as (
      select 'schema ' || nspname || ' ' || coalesce((select string_agg(a::text, ' ' order by a::text) from unnest(nspacl) a where a::text !~ '^splot_owner='), '') as line
      from pg_namespace where nspowner = 'splot_owner'::regrole
      union all
      select 'table ' || name || case when relrowsecurity then ' guarded ' else ' OPEN ' end
        || coalesce((select string_agg(a::text, ' ' order by a::text) from unnest(relacl) a where a::text !~ '^splot_owner='), '') from ours
      union all
      select 'column ' || name || '.' || attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') || ' ' || attgenerated::text || attidentity::text || ' '
        || coalesce((select string_agg(a::text, ' ' order by a::text) from unnest(attacl) a where a::text !~ '^splot_owner='), '')
      from ours join pg_attribute on attrelid = ours.oid and attnum > 0 and not attisdropped
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
      union all
      select 'constraint ' || ours.name || ' ' || conname || ' ' || pg_get_constraintdef(k.oid) from ours join pg_constraint k on conrelid = ours.oid
      union all
      select 'index ' || pg_get_indexdef(indexrelid) from ours join pg_index on indrelid = ours.oid
      union all
      select 'trigger ' || pg_get_triggerdef(t.oid) from ours join pg_trigger t on tgrelid = ours.oid where not tgisinternal
      union all
      select 'policy ' || name || ' ' || polname || ' ' || polcmd::text || ' ' || array(select r::regrole::text from unnest(polroles) r order by 1)::text
        || coalesce(' using ' || pg_get_expr(polqual, polrelid), '') || coalesce(' check ' || pg_get_expr(polwithcheck, polrelid), '')
      from ours join pg_policy on polrelid = ours.oid
      union all
      select 'function ' || pg_get_functiondef(p.oid) || ' ' || coalesce((select string_agg(a::text, ' ' order by a::text) from unnest(proacl) a where a::text !~ '^splot_owner='), '')
      from pg_proc p where p.proowner = 'splot_owner'::regrole and prokind = 'f'
        and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
      union all
      select 'comment ' || coalesce(c.oid::regclass::text, p.oid::regprocedure::text) || coalesce('.' || a.attname, '') || ' ' || d.description
      from pg_description d
      left join ours c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
      left join pg_proc p on p.oid = d.objoid and d.classoid = 'pg_proc'::regclass and p.proowner = 'splot_owner'::regrole
      where c.oid is not null or p.oid is not null
    )
    select line from lines order by line`)
  return rows.map((row) => row.line)
}
