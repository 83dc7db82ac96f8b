-- Sentences for policies. `access.rule` makes a policy from a text in which words in braces stand for conditions in
-- the fast shape (one array a class, built once for a statement and only when such a row is met):
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
create function access.rule(text) returns void
language plpgsql set search_path = '' as $$
declare
  sql text := replace($1, '{entry}', (
    select '((class <> ''violence'' and ({own} or {handed over})) or (class = ''violence'' and author_id = access.me() and {own})
      or (opened_at is not null and (' || string_agg(format('(class = %1$L and {person %1$s on scope_id, institution_id})', c), ' or ') || ')))'
    from unnest(array['file', 'health', 'addiction', 'justice']) c));
  said text := sql;
  part text[];
  scope_in constant text := '%s = any (array(select access.my_scopes(%L)))';
begin
  sql := replace(sql, '{class}', (
    select '(' || string_agg(format('(class = %L and ' || scope_in || ')', c, 'scope_id', c), ' or ') || ')'
    from unnest(array['file', 'whereabouts', 'health', 'addiction', 'justice']) c));
  sql := replace(sql, '{fact}', (
    select '(' || string_agg(format('(class = %1$L and (about_id is null and scope_id = any (array(select access.my_scopes(%1$L)))
        or scope_id = any (array(select access.my_whole_scopes(%1$L)))
        or access.pair(scope_id, about_id) = any (array(select access.my_pairs(%1$L)))))', c), ' or ') || ')'
    from unnest(array['file', 'whereabouts', 'health', 'addiction', 'justice']) c));
  sql := replace(sql, '{whole}', (
    select '(' || string_agg(format('(class = %1$L and scope_id = any (array(select access.my_whole_scopes(%1$L))))', c), ' or ') || ')'
    from unnest(array['file', 'whereabouts', 'health', 'addiction', 'justice']) c));
  sql := replace(sql, '{handed over}', 'access.pair(scope_id, institution_id) = any (array(select access.my_pairs(''handed_over'')))');
  sql := replace(sql, '{own}', 'access.pair(scope_id, institution_id) = any (array(select access.my_pairs(''own'')))');
  for part in select regexp_matches(said, '(\{scope (\w+)(?: on (\w+))?\})', 'g') loop
    sql := replace(sql, part[1], format(scope_in, coalesce(part[3], 'scope_id'), part[2]));
  end loop;
  for part in select regexp_matches(said, '(\{person (\w+)(?: on (\w+), (\w+))?\})', 'g') loop
    sql := replace(sql, part[1], format(
      '(%2$s = any (array(select access.my_whole_scopes(%1$L)))
        or access.pair(%2$s, %3$s) = any (array(select access.my_pairs(%1$L))))',
      part[2], coalesce(part[3], 'scope_id'), coalesce(part[4], 'about_id')));
  end loop;
  if sql ~ '\{[a-z]' then raise exception 'a rule with an unknown word in braces: %', sql; end if;
  execute sql;
end $$;
