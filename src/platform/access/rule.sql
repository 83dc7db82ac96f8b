-- Sentences for policies. `access.rule` makes a policy from a text in which words in braces stand for conditions in
-- the fast shape. Rows that carry their own class ask one question in a request that names its scopes: whether one of
-- the words that open the row is among all that the asker holds there (`access.my_words`). A request about everything
-- asks with one array a class instead, for its words would be many.
--   {class}                 the row's own class is held in its scope
--   {fact}                  the row's own class is held about the row's person (about_id), or, where a row is about
--                           nobody in particular, for what is shared in its scope
--   {whole}                 the row's own class is held about everybody and everything in its scope
--   {scope C}               class C is held in the row's scope, about somebody at least
--   {scope C on column}     the same, the scope being in another column
--   {person C}              class C is held in scope_id about about_id, or about everybody
--   {person C on s, p}      the same with other columns
--   {own}                   the row was entered by an institution (institution_id) whose worker I am in this scope
--   {handed over}           the row was entered by an institution that has left, to whose head it was handed over
--   {entry}                 the row is what a worker (author_id) of an institution entered: its institution's own until it is
--                           opened (opened_at), then also of those who hold its class for what that institution gave; of
--                           class violence its author's alone
--   {journal}               the row is an entry of the journal: read like a fact of its class; besides, by the institution
--                           that wrote it or what it is about, by those who work together (class `team`), by those who
--                           coordinate or lead (`coordinate`), of class `violence` by who wrote it
create function access.rule(text) returns void
language plpgsql set search_path = '' as $$
declare
  sql text := $1;
  part text[];
  -- Classes of data, and those that an institution may keep to itself and open.
  data constant text[] := array(select name from access.class order by name);
  kept constant text[] := array(select name from access.class where opened_by_institution order by name);
  narrowed constant text := '(case when access.within() is null then %s else %s end)';
  words constant text := '(select access.my_words())::text[]';
  data_list constant text := (select string_agg(quote_literal(c), ', ') from unnest(data) c);
  kept_list constant text := (select string_agg(quote_literal(c), ', ') from unnest(kept) c);
  each_class text;
  each_fact text;
  each_kept text;
begin
  select string_agg(format('(class = %1$L and {scope %1$s})', c), ' or ') into each_class from unnest(data) c;
  select string_agg(format('(class = %1$L and (about_id is null and {scope %1$s} or {person %1$s}))', c), ' or ') into each_fact from unnest(data) c;
  select string_agg(format('(class = %1$L and {person %1$s on scope_id, institution_id})', c), ' or ') into each_kept from unnest(kept) c;

  sql := replace(sql, '{entry}', format(narrowed,
    '(class <> ''violence'' and ({own} or {handed over}) or class = ''violence'' and author_id = access.me() and {own}
      or opened_at is not null and (' || each_kept || '))',
    format('array[
      case when class <> ''violence'' or author_id = access.me() then ''pown'' || scope_id || institution_id end,
      case when class <> ''violence'' then ''phanded_over'' || scope_id || institution_id end,
      case when opened_at is not null and class in (%1$s) then ''w'' || class || scope_id end,
      case when opened_at is not null and class in (%1$s) then ''p'' || class || scope_id || institution_id end] && %2$s', kept_list, words)));
  sql := replace(sql, '{journal}', format(narrowed,
    '(' || each_fact || ' or class = ''pointer'' and {scope pointer} or class = ''request'' and {scope request} or class = ''own'' and {own}
      or class <> ''violence'' and {person own} or class = ''team'' and ({scope team} or {scope head})
      or class = ''coordinate'' and ({scope coordinate} or {scope head}) or class = ''violence'' and worker_id = access.me() and {scope pointer})',
    format('array[
      case when class in (%1$s) and about_id is null or class in (''pointer'', ''request'', ''team'', ''coordinate'') then ''s'' || class || scope_id end,
      case when class in (%1$s) then ''w'' || class || scope_id end,
      case when class in (%1$s) then ''p'' || class || scope_id || about_id end,
      case when class = ''own'' then ''pown'' || scope_id || institution_id end,
      case when class <> ''violence'' then ''wown'' || scope_id end,
      case when class <> ''violence'' then ''pown'' || scope_id || about_id end,
      case when class in (''team'', ''coordinate'') then ''shead'' || scope_id end,
      case when class = ''violence'' and worker_id = access.me() then ''spointer'' || scope_id end] && %2$s', data_list, words)));
  sql := replace(sql, '{class}', format(narrowed, each_class,
    format('class in (%s) and (''s'' || class || scope_id) = any (%s)', data_list, words)));
  sql := replace(sql, '{fact}', format(narrowed, each_fact,
    format('class in (%s) and array[case when about_id is null then ''s'' || class || scope_id end, ''w'' || class || scope_id,
      ''p'' || class || scope_id || about_id] && %s', data_list, words)));
  sql := replace(sql, '{whole}', format('(%s)', (
    select string_agg(format('(class = %1$L and scope_id = any ((select access.my_whole_scopes(%1$L))::uuid[]))', c), ' or ') from unnest(data) c)));
  sql := replace(sql, '{handed over}', 'access.pair(scope_id, institution_id) = any ((select access.my_pairs(''handed_over''))::uuid[])');
  sql := replace(sql, '{own}', 'access.pair(scope_id, institution_id) = any ((select access.my_pairs(''own''))::uuid[])');
  for part in select regexp_matches(sql, '(\{scope (\w+)(?: on (\w+))?\})', 'g') loop
    sql := replace(sql, part[1], format('%s = any ((select access.my_scopes(%L))::uuid[])', coalesce(part[3], 'scope_id'), part[2]));
  end loop;
  for part in select regexp_matches(sql, '(\{person (\w+)(?: on (\w+), (\w+))?\})', 'g') loop
    sql := replace(sql, part[1], format(
      '(%2$s = any ((select access.my_whole_scopes(%1$L))::uuid[]) or access.pair(%2$s, %3$s) = any ((select access.my_pairs(%1$L))::uuid[]))',
      part[2], coalesce(part[3], 'scope_id'), coalesce(part[4], 'about_id')));
  end loop;
  if sql ~ '\{[a-z]' then raise exception 'a rule with an unknown word in braces: %', sql; end if;
  execute sql;
end $$;
