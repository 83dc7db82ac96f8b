-- Sentences for policies. `access.rule` makes a policy from a text in which words in braces stand for conditions in
-- the fast shape. Rows that carry their own class ask one question for all classes. In a request that names its scopes:
-- whether one of the words that open the row is among all that the asker holds there (`access.my_words`). In a request
-- about everything the words would be many: there each row asks whether one of the asker's grants in its scope opens it.
-- A question across families names their scopes itself (`access.my_scopes`), so that an index finds their rows.
--   {class}                 the row's own class is held in its scope, for what is about the household as such
--   {about}                 the row's own class is held about everybody there, or opened for each person of the row (about)
--   {about of C until D}    the same with the class in another column, and what was over at instant D is older
--   {about by I until D}    the same of what an institution (column I) gives, written at instant D
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
--                           opened (opened_at), then also of those to whom that institution gives its class about each
--                           person of the row (about, written_at); of class violence its author's alone
--   {journal}               the row is an entry of the journal: read like a fact of its class, one of an institution (about_id)
--                           or what is shared; besides, by the institution
--                           that wrote it or what it is about, by those who work together (class `team`, and `pointer`, for
--                           since when a case is open tells who reported it which one it is), by those who
--                           coordinate or lead (`coordinate`), of class `violence` by who wrote it
create function access.rule(text) returns void
language plpgsql set search_path = '' as $$
declare
  sql text := $1;
  part text[];
  -- Classes of data, and those that an institution may keep to itself and open.
  data constant text := (select string_agg(quote_literal(name), ', ' order by name) from access.class);
  kept constant text := (select string_agg(quote_literal(name), ', ' order by name) from access.class where opened_by_institution);
  -- Beside another table in one question, columns of the row bear the name of its own.
  of_row constant text := (regexp_match(sql, '\mon \w+\.("?\w+"?)'))[1] || '.';
  words constant text := '(select access.my_words())::text[]';
  shared constant text := '(g.about_id is null or g.about_id = g.scope_id)';
  -- Of grants, everybody's policy shows them their own, as they are now.
  one_question constant text := '(case when access.within() is null then exists (select from access.granted g
      where g.scope_id = {row}scope_id and (%s)) else %s end)';
  fact constant text := '{row}class in ({data}) and {row}class = any (g.classes)
    and (g.about_id is null or {row}about_id is null and g.about_id = g.scope_id or g.about_id = {row}about_id)';
begin
  sql := replace(sql, '{entry}', '(' || format(one_question,
    '''own'' = any (g.classes) and g.about_id = {row}institution_id and ({row}class <> ''violence'' or {row}author_id = access.me())
      or ''handed_over'' = any (g.classes) and g.about_id = {row}institution_id and {row}class <> ''violence''
      or {row}opened_at is not null and {row}class in ({kept}) and {row}class = any (g.classes) and g.about_id is null',
    'array[
      case when class <> ''violence'' or author_id = access.me() then ''pown'' || scope_id || institution_id end,
      case when class <> ''violence'' then ''phanded_over'' || scope_id || institution_id end,
      case when opened_at is not null and class in ({kept}) then ''w'' || class || scope_id end] && ' || words)
    || ' or {row}opened_at is not null and {row}class in ({kept})
      and access.opens({row}scope_id, {row}class, {row}institution_id, {row}about, {row}written_at))');
  sql := replace(sql, '{journal}', '(' || format(one_question,
    fact || '
      or {row}class in (''request'', ''team'', ''coordinate'') and {row}class = any (g.classes) and ' || shared || '
      or {row}class = ''pointer'' and ''team'' = any (g.classes) and ' || shared || '
      or {row}class in (''pointer'', ''team'', ''coordinate'') and ''head'' = any (g.classes) and ' || shared || '
      or {row}class = ''own'' and ''own'' = any (g.classes) and g.about_id = {row}institution_id
      or {row}class <> ''violence'' and ''own'' = any (g.classes) and (g.about_id is null or g.about_id = {row}about_id)
      or {row}class = ''violence'' and {row}worker_id = access.me() and ''pointer'' = any (g.classes) and ' || shared,
    'array[
      case when class in ({data}) and about_id is null or class in (''request'', ''team'', ''coordinate'') then ''s'' || class || scope_id end,
      case when class = ''pointer'' then ''steam'' || scope_id end,
      case when class in ({data}) then ''w'' || class || scope_id end,
      case when class in ({data}) then ''p'' || class || scope_id || about_id end,
      case when class = ''own'' then ''pown'' || scope_id || institution_id end,
      case when class <> ''violence'' then ''wown'' || scope_id end,
      case when class <> ''violence'' then ''pown'' || scope_id || about_id end,
      case when class in (''pointer'', ''team'', ''coordinate'') then ''shead'' || scope_id end,
      case when class = ''violence'' and worker_id = access.me() then ''spointer'' || scope_id end] && ' || words)
    || ' or {row}about is not null and {row}class in ({data}) and access.opens({row}scope_id, {row}class,
      case when {row}about_id = {row}institution_id then {row}institution_id end,
      {row}about || access.also_about({row}subject_id, {row}at), {row}at))');
  sql := replace(sql, '{class}', format(one_question,
    '{row}class in ({data}) and {row}class = any (g.classes) and ' || shared,
    'class in ({data}) and (class || scope_id) = any ((select access.my_shared_words())::text[])'));
  sql := replace(sql, '{fact}', format(one_question, fact,
    'class in ({data}) and array[case when about_id is null then ''s'' || class || scope_id end, ''w'' || class || scope_id,
      ''p'' || class || scope_id || about_id] && ' || words));
  sql := replace(sql, '{whole}', format('(%s)', (
    select string_agg(format('(class = %1$L and scope_id = any ((select access.my_whole_scopes(%1$L))::uuid[]))', name), ' or ') from access.class)));
  for part in select regexp_matches(sql, '(\{about(?: of (\w+))?(?: by (\w+))?(?: until (\w+))?\})', 'g') loop
    sql := replace(sql, part[1], '(' || replace(format(one_question, '{row}class in ({data}) and {row}class = any (g.classes) and g.about_id is null',
        '({row}class in ({data}) and ''w'' || {row}class || {row}scope_id = any (' || words || '))'), '{row}class', '{row}' || coalesce(part[2], 'class'))
      || format(' or {row}%1$s in ({data}) and access.opens({row}scope_id, {row}%1$s, %2$s, {row}about, %3$s))',
        coalesce(part[2], 'class'), coalesce('{row}' || part[3], 'null'), coalesce('{row}' || part[4], 'null')));
  end loop;
  sql := replace(replace(replace(sql, '{data}', data), '{kept}', kept), '{row}', of_row);
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
