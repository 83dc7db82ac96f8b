-- How a name is found, however it was heard, typed or written: names become words of sounds, and words become keys.
-- Whoever kept a name and whoever asks for one go the same way, so that both need not know how the other writes.

-- Cyrillic letters by their sound. Ukrainian as its official tables have it: the passport's (CMU 55/2010), the Polish
-- transcription (PWN) and the Polish transliteration (PN-ISO 9) give the same sounds below; Russian and Belarusian letters too.
-- Written as the passport writes them, or as Polish does, which tells ч from х by itself.
create function households.latin(name text, passport boolean) returns text
language sql immutable strict parallel safe set search_path = '' return
  replace(replace(replace(replace(replace(replace(replace(replace(replace(
    translate(name, 'абвгґдезиійїклмнопрстуфыэўьъ', 'abvhgdezyiiiklmnoprstufyeu'),
    'щ', case when passport then 'shch' else 'szcz' end), 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'),
    'ч', case when passport then 'ch' else 'cz' end), 'ш', case when passport then 'sh' else 'sz' end), 'ю', 'iu'), 'я', 'ia'), 'є', 'ie');

-- The words of a name as they sound, letters that are taken for one another made one: sz, ś, sh; rz, ż, zh; w, v; ó, o, u;
-- y, i, j; h, ch, kh, g. `way`: `ch` is read as in Polish, or as in an English passport (`english`); ą and ę without their tail,
-- or as they are heard (`heard`), where also the letters of ISO 9 are (â: ja); letter by letter (`spelled`), for a slip of the
-- pen in sz is no slip of s.
create function households.sounds(name text, way text) returns text[]
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare t text := households.latin(replace(lower(normalize(name, NFC) collate "pl-x-icu"), 'ё', 'ио'), way = 'spelled');
begin
  t := regexp_replace(t, '[''’ʼ`´ʹʺ]', '', 'g');
  if way = 'heard' then
    t := replace(replace(replace(replace(replace(replace(replace(t, 'ą', 'on'), 'ę', 'en'), 'ó', 'u'), 'â', 'ia'), 'û', 'iu'), 'ê', 'ie'), 'ŝ', 'szcz');
  end if;
  t := lower(extensions.unaccent('extensions.unaccent', t));
  if way <> 'spelled' then
    t := replace(case when way = 'english' then replace(replace(t, 'tsch', 'c'), 'sch', 's') else t end, 'ch', case when way = 'english' then 'c' else 'h' end);
    t := replace(replace(replace(replace(replace(replace(replace(replace(t, 'ts', 'c'), 'tz', 'c'), 'kh', 'h'), 'gh', 'h'), 'sh', 's'), 'zh', 'z'), 'sz', 's'), 'cz', 'c');
    t := replace(replace(replace(replace(replace(t, 'rz', 'z'), 'ph', 'f'), 'th', 't'), 'qu', 'kv'), 'x', 'ks');
    t := regexp_replace(t, 'm([bp])', 'n\1', 'g');
  end if;
  t := regexp_replace(translate(t, 'wyjgoq', 'viihuk'), '([a-z])\1+', '\1', 'g');
  return string_to_array(trim(regexp_replace(t, '[^a-z]+', ' ', 'g')), ' ');
end $$;

-- What is left of a word (its sound) without the ending of its case, or without the e that goes in other cases: Więcek, Więcka.
-- Somebody is kept in the nominative, so of it only a vowel may end (`oblique` false).
create function households.stem(sound text, oblique boolean default false) returns text
language sql immutable strict parallel safe set search_path = '' return
  regexp_replace(sound, case when oblique
    then '(?<=..)((uvie|uvi|iehu|ehu|iemu|emu|iei|ei|iem|em|ami|imi|im|ih|ah|um|uv|ie|ia|iu|a|e|i|u)$|i?e(?=[kclrntv]$)|iu(?=l$))'
    else '(?<=..)((ie|ia|iu|a|e|i|u)$|i?e(?=[kclrntv]$)|iu(?=l$))' end, '');

-- A stem, and what is left of it when one letter is missing: two that differ by one letter have one of these in common.
create function households.nearly(stem text) returns setof text
language sql immutable strict parallel safe set search_path = '' rows 8 as $$
  select stem union select overlay(stem placing '' from i for 1) from generate_series(1, length(stem)) i where length(stem) > 2
$$;

-- The ways in which a name may be read, where they differ.
create function households.readings(name text) returns table (nr int, sound text)
language sql immutable strict parallel safe set search_path = '' rows 3 as $$
  select w.nr::int, w.sound
  from (values ('polish', ''), ('english', 'ch'), ('heard', '[ąęóâûêŝ]'), ('spelled', '[zhxжхцчшщ]|ts|p[hb]|mb|qu')) r (way, differs)
  cross join lateral unnest(case when lower(normalize(name, NFC) collate "pl-x-icu") ~ r.differs then households.sounds(name, r.way) end) with ordinality w (sound, nr)
  where w.sound <> '' group by 1, 2
$$;

-- All words of a name as one, for who types it without a space or with one too much.
create function households.as_one(name text) returns text
language sql immutable strict parallel safe set search_path = '' return
  array_to_string(households.sounds(regexp_replace(name, '[\s.,-]+', '', 'g'), 'polish'), '');

-- What is kept of a name: its words as they may sound.
create function households.words_of(name text) returns text[]
language sql immutable strict parallel safe set search_path = '' return array(select distinct sound from households.readings(name));

-- 0: a whole word, 1: a stem, also with one letter missing.
create function households.keys_of(name text, words text[]) returns tsvector
language sql immutable strict parallel safe set search_path = '' as $$
  select coalesce(array_to_tsvector(array_agg(distinct key)), '')
  from (select '0' || w from unnest(words || households.as_one(name)) w where w <> '' union all
    select '1' || k from unnest(words) w cross join lateral households.nearly(households.stem(w)) k) made (key)
$$;

create function households.keep_keys() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.words := households.words_of(new.shown);
  new.keys := households.keys_of(new.shown, new.words);
  return new;
end $$;
create trigger keeps_keys before insert or update of shown on households.name for each row execute function households.keep_keys();

-- What is asked for, word by word and as each may sound. `query` finds who bears such a word; `exactly` the same without
-- beginnings and slips of the pen. Words that only address somebody are left out where there are others.
create function households.asked(name text)
returns table (nr int, sound text, stems text[], everyday text[], weight real, query text, exactly text)
language sql stable strict parallel safe set search_path = '' as $$
  with said as (
    select r.nr, r.sound, count(*) filter (where r.sound not in ('pan', 'pani', 'panu', 'pana', 'panstvu', 'rudzina')) over () as names
    from households.readings(name) r),
  stemmed as (
    select s.nr, s.sound, array(select distinct households.stem(x) from (values (s.sound), (regexp_replace(s.sound, 'scie$', 'sta')),
        (regexp_replace(s.sound, 'dzie$', 'da')), (regexp_replace(s.sound, 'cie$', 'ta')), (regexp_replace(s.sound, 'dze$', 'ha')),
        (regexp_replace(s.sound, 'ce$', 'ka')), (regexp_replace(s.sound, 'ze$', 'ra'))) as ending (x)
      union select households.stem(s.sound, true)) as stems
    from said s where s.names = 0 or s.sound not in ('pan', 'pani', 'panu', 'pana', 'panstvu', 'rudzina')),
  called as (
    select s.*, array(select distinct o.sound from households.everyday_name e join households.everyday_name o using (given_name)
      where e.sound = s.sound or e.stem = any (s.stems)) as everyday
    from stemmed s)
  select c.nr, c.sound, c.stems, c.everyday, greatest(length(c.sound), 2)::real,
    concat_ws(' | ', case when length(c.sound) > 2 then '0' || c.sound || ':*' end, e.exactly,
      (select string_agg(distinct '1' || n, ' | ') from unnest(c.stems) s cross join lateral households.nearly(s) n)), e.exactly
  from called c cross join lateral (select concat_ws(' | ', '0' || c.sound,
    (select string_agg('0' || x, ' | ') from unnest(c.everyday) x), (select string_agg('1' || x, ' | ') from unnest(c.stems) x)) as exactly) e
$$;

-- How near a word is to one that was asked for, from 0 to 1.
create function households.nearness(asked text, stems text[], everyday text[], word text, stem text) returns real
language sql immutable parallel safe set search_path = '' return case
  when word = asked then 1
  when word = any (everyday) then 0.96
  when stem = any (stems) then 0.93
  when starts_with(word, asked) then case when length(asked) < 3 then 0.8 else 0.85 end
  when length(asked) < 3 then 0
  else 1 - extensions.levenshtein_less_equal(left(asked, 60), left(word, 60), greatest(length(asked), length(word)) / 2)::real
    / greatest(length(asked), length(word)) end;

-- Who in a partnership bears a name like the one asked for; `among` narrows it to some. Those who bear all its words come
-- first; while they are few, those who bear two of them, and those who bear the longest; where there is nobody, any. Whoever was born on the day asked for is
-- looked at whichever of its words they bear. Signs that are no letters are like nothing.
create function households.alike(partnerships uuid[], asked text, among uuid[] default null, born date default null)
returns table (person_id uuid, likeness real)
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  words text[];
  exact text[];
  -- Of an initial and a name nothing whole is made.
  whole constant text := (select households.as_one(asked) where not exists (select from households.readings(asked) r where length(r.sound) < 3));
  way tsquery;
  few int;
  any_word tsquery;
  mine households.name[];
  near households.name[] := '{}';
begin
  select array_agg(w.query order by w.nr), array_agg(w.exactly order by w.nr) into words, exact from (
    select a.nr, string_agg(a.query, ' | ') as query, string_agg(a.exactly, ' | ') as exactly
    from households.asked(asked) a where length(a.sound) > 2 group by a.nr) w;
  if words is null then
    select array_agg(w.exactly) into words from (
      select string_agg(a.exactly || case when among is null then '' else ' | 0' || a.sound || ':*' end, ' | ') as exactly
      from households.asked(asked) a group by a.nr) w;
    exact := words;
  end if;
  if words is null then return; end if;
  any_word := (array_to_string(words, ' | ') || coalesce(' | 0' || whole, ''))::tsquery;
  -- The names of few are read once; of many, as of all, the keys are asked first.
  if cardinality(among) <= 1000 then
    mine := array(select n from households.name n where n.person_id = any (among) and n.partnership_id = any (partnerships) and n.keys @@ any_word);
  end if;
  if born is not null then
    near := array(select n from households.person p join households.name n on n.person_id = p.id
      where p.partnership_id = any (partnerships) and p.birth_date = born and n.keys @@ any_word limit 100);
  end if;
  for way, few in
    select ('(' || array_to_string(exact, ') & (') || ')')::tsquery, 100
    union all select ('(' || array_to_string(words, ') & (') || coalesce(') | 0' || whole, ')'))::tsquery, 20
    union all select string_agg(format('(%s) & (%s)', a.q, b.q), ' | ')::tsquery, 5
      from unnest(exact) with ordinality a (q, nr) join unnest(exact) with ordinality b (q, nr) on a.nr < b.nr having cardinality(words) > 2
    union all (select q::tsquery, case row_number() over (order by length(q) desc) when 1 then 5 else 1 end
      from unnest(words) q where cardinality(words) > 1 order by length(q) desc)
  loop
    exit when cardinality(near) >= few;
    if mine is not null then
      near := near || array(select n from unnest(mine) n where n.keys @@ way limit 80);
    else
      near := near || array(select x.n from (select n from households.name n where n.partnership_id = any (partnerships) and n.keys @@ way offset 0) x
        where among is null or (x.n).person_id = any (among) limit 80);
    end if;
  end loop;
  return query
    with a as materialized (select * from households.asked(asked)),
    n as materialized (select x.*, row_number() over () as i from (select distinct on (y.person_id, y.kind, y.shown) y.* from unnest(near) y) x),
    w as materialized (select n.i, x as sound, households.stem(x) as stem from n cross join unnest(n.words) x),
    best as (
      select w.i, a.nr, max(a.weight) as weight, max(case
        -- An initial is of another word than the one that was asked for whole: W. Wójcik.
        when length(a.sound) < 3 and exists (select from a o where o.nr <> a.nr and length(o.sound) > 2 and (o.sound = w.sound or w.stem = any (o.stems))) then 0
        else households.nearness(a.sound, a.stems, a.everyday, w.sound, w.stem) end) as near
      from w cross join a group by 1, 2),
    whole as (select b.i, sum(case when b.near < 0.5 then 0 else b.near * b.weight end) / sum(b.weight) as likeness from best b group by 1),
    said as (
      select n.person_id, 0.97 * greatest(b.likeness, case when n.keys @@ ('0' || whole)::tsquery then 0.97 end)
        + 0.03 * extensions.similarity(lower(n.shown collate "pl-x-icu"), lower(asked collate "pl-x-icu")) as likeness
      from whole b join n using (i))
    select s.person_id, max(s.likeness)::real from said s where s.likeness > 0.45 group by 1;
end $$;

-- Whether two given names or two family names may be one person's: alike, or what people call one another by it.
create function households.may_be_one(name text, other text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from households.asked(name) a cross join unnest(households.words_of(other)) w
    where households.nearness(a.sound, a.stems, a.everyday, w, households.stem(w)) >= 0.7)
$$;
grant execute on function households.may_be_one(text, text) to splot_app;
