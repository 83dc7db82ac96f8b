// Search of people among very many in one partnership, as intake does it before anything is created: what it takes, and
// how often whoever is meant stands among the first five. Usage: npm run bench:people [-- --people 1000000]

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { chance, type Distortion, ofLatin, ofUkrainian, threeThousand } from '../src/households/distorted.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { tell } from './figures.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000000' } } })
const count = Number(values.people)
const partnership = '00000000-0000-4000-8000-000000000001'

const folder = mkdtempSync(join(tmpdir(), 'splot-people-'))
chmodSync(folder, 0o755)
const server = await startEmbedded(folder)
try {
  await migrate(server.url('postgres'))
  const client = new pg.Client(server.url('postgres'))
  await client.connect()
  await fill(client)
  await ask(client)
  await client.end()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

/** Invented people of the scripts of the test's three thousand, a few names very common and most of them rare. */
async function fill(client: pg.Client): Promise<void> {
  const began = performance.now()
  await client.query('set session_replication_role = replica')
  const { rows: indexes } = await client.query<{ made: string }>(
    `select pg_get_indexdef('households.name_by_keys'::regclass) as made`,
  )
  await client.query('drop index households.name_by_keys')
  const scripts = ['pl', 'pl', 'pl', 'pl', 'pl', 'pl', 'pl', 'pl', 'uk', 'passport'] as const
  const named = threeThousand()
  for (const [part, script] of scripts.entries()) {
    const those = named.filter((person) => person.script === script)
    const before =
      script === 'pl' ? ['', 'Pod', 'Za', 'Nad', 'Wy', 'Prze', 'Roz', 'Do'] : ['', 'На', 'За', 'Не']
    const families = [...new Set(those.map(({ family }) => family))].flatMap((family) =>
      before.map((syllable) => (syllable ? syllable + family.toLowerCase() : family)),
    )
    await client.query(
      `insert into households.person (id, partnership_id, given_name, family_name)
       select gen_random_uuid(), $1, ($3::text[])[1 + floor(power(random(), 2) * cardinality($3::text[]))], ($4::text[])[1 + floor(power(random(), 2) * cardinality($4::text[]))]
       from generate_series(1, $2::int)`,
      [partnership, count / scripts.length, [...new Set(those.map(({ given }) => given))], families],
    )
    console.error(`${(((part + 1) * count) / scripts.length).toLocaleString('pl')} osób`)
  }
  await client.query(
    `insert into households.name (person_id, partnership_id, kind, shown, words, keys)
     select p.id, p.partnership_id, 'current', p.name, w.words, households.keys_of(p.name, w.words)
     from households.person p cross join lateral (select households.words_of(p.name) as words offset 0) w`,
  )
  await client.query(`set maintenance_work_mem = '512MB'`)
  await client.query(indexes[0]!.made)
  await client.query('vacuum analyze households.name')
  await client.query('vacuum analyze households.person')
  tell({ name: `${count} people kept`, value: (performance.now() - began) / 1000, unit: 's' })
  const { rows } = await client.query<{ size: number }>(
    `select pg_relation_size('households.name_by_keys') / 1e6 as size`,
  )
  tell({ name: 'index of keys', value: Number(rows[0]!.size), unit: 'MB' })
}

/** Asks for people by chance, each in a way by chance. */
async function ask(client: pg.Client): Promise<void> {
  const by = chance(11)
  const { rows: kept } = await client.query<{ id: string; given: string; family: string; name: string }>(
    `select id, given_name as given, family_name as family, name from households.person tablesample bernoulli ($1) repeatable (5)
     order by id limit 1200`,
    [Math.min(100, (100 * 1500) / count)],
  )
  const { rows: seen } = await client.query<{ ids: string[] }>(
    `select array_agg(id) as ids from (select id from households.person tablesample bernoulli ($1) repeatable (7) limit 300) s`,
    [Math.min(100, (100 * 400) / count)],
  )
  for (const [who, among] of [
    ['intake, all of them', null],
    ['a worker who sees 300 of them', seen[0]!.ids],
  ] as const) {
    const times: number[] = []
    let found = 0
    for (const person of kept) {
      const ways = /[а-яґєії]/i.test(person.family) ? ofUkrainian : ofLatin
      const distort = by.of<Distortion>(Object.values(ways))
      const script = ways === ofLatin ? 'pl' : 'uk'
      const asked = distort({ ...person, female: person.given.endsWith('a'), script }, by) ?? person.name
      const began = performance.now()
      const { rows } = await client.query<{ name: string }>({
        name: 'alike',
        text: `select p.name from (select * from households.alike(array[$1::uuid], $2, $3::uuid[]) order by likeness desc, person_id limit 20) a
               join households.person p on p.id = a.person_id order by a.likeness desc, p.id`,
        values: [partnership, asked, among],
      })
      times.push(performance.now() - began)
      // Many bear one name: whoever bears it is as good.
      if (rows.slice(0, 5).some(({ name }) => name === person.name)) found++
    }
    times.sort((a, b) => a - b)
    const [p50, p95] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)]!) as [
      number,
      number,
    ]
    tell({ name: `search, ${who}, p50`, value: p50, unit: 'ms' })
    tell({ name: `search, ${who}, p95`, value: p95, unit: 'ms', bar: '< 60', met: p95 < 60 })
    if (!among)
      tell({
        name: 'the name asked for is among the first five',
        value: (100 * found) / kept.length,
        unit: '%',
      })
  }
}
