import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { aDatabase } from '../proof/database.ts'
import {
  chance,
  type Distortion,
  type Kept,
  ofLatin,
  ofPassport,
  ofTranscribed,
  ofUkrainian,
  passport,
  threeThousand,
  transcribed,
  transliterated,
} from './distorted.ts'

// Whoever is kept is found among the first five of three thousand, however they are asked for.

const here = '00000000-0000-4000-8000-00000000000a'
const elsewhere = '00000000-0000-4000-8000-00000000000b'
/** Besides the three thousand: kept, and asked for in words of their own. */
const besides: [string, string[]][] = [
  ['Юлія Коваленко', ['Yuliia Kovalenko', 'Julia Kowalenko', 'Юлія Коваленко']],
  ['Julia Kowalenko', ['Юлія Коваленко', 'Yuliia Kovalenko']],
  ['Oksana Szczerbak', ['Oksana Shcherbak']],
  ['Helena Kaszuba', ['kaszóba']],
  ['Zuzanna Cichoń', ['cihoń']],
  ['Gloria Serafin', ['serafyn']],
  ['Wilhelmina Kapusta', ['kmpusta']],
  ['Samuel Więcek', ['Więcka']],
  ['Bibiana Noga', ['Nogi']],
  ['Walenty Wójcik', ['W. Wójcik']],
  ['Aleksander Kamiński', ['Olek Kamiński']],
  ['Joanna Żółć', ['Asia Żółć']],
  ['Hồng Nguyễn', ['Hong Nguyen', 'nguyen']],
  ['Suharto', ['suharto', 'Suhart']],
]
const people = [
  // Those of the three thousand who would stand in the way of the ones above by the very same name.
  ...threeThousand().filter(
    ({ family }) => !/Kaszub|Cicho|Kapust|Więc|Nog|Żół|Kowalenk|Serafin/.test(family),
  ),
  ...['Jan', 'Adam', 'Zofia', 'Ewa', 'Piotr', 'Maria'].map((given) => ({ given, family: 'Wójcik' })),
  ...['Jan', 'Adam', 'Piotr', 'Robert', 'Cezary', 'Igor'].map((given) => ({ given, family: 'Kamiński' })),
  ...['Jan', 'Ewa', 'Piotr', 'Robert', 'Cezary', 'Igor'].map((given) => ({ given, family: 'Żółć' })),
].map((person) => ({ ...person, name: `${person.given} ${person.family}` }))
const kept = [...people.map(({ name }) => name), ...besides.map(([name]) => name)]

let database: Awaited<ReturnType<typeof aDatabase>>
let owner: pg.Client
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  // Names alone, without the partnership that they are kept in.
  await owner.query('set session_replication_role = replica')
  const keep = (partnership: string, names: string[]) =>
    owner.query(
      `with person as (
         insert into households.person (id, partnership_id, family_name) select uuidv7(), $1, shown from unnest($2::text[]) shown returning *)
       insert into households.name (person_id, partnership_id, kind, shown, words, keys)
       select p.id, p.partnership_id, 'current', p.name, w.words, households.keys_of(p.name, w.words)
       from person p cross join lateral (select households.words_of(p.name) as words) w`,
      [partnership, names],
    )
  await keep(here, kept)
  await keep(elsewhere, ['Genowefa Obca'])
  await owner.query('analyze households.name')
}, 120_000)
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const firstFive = async (asked: string) =>
  (
    await owner.query<{ name: string }>(
      `select p.name from households.alike($1, $2) a join households.person p on p.id = a.person_id order by a.likeness desc, p.id limit 5`,
      [[here], asked],
    )
  ).rows.map(({ name }) => name)

describe.each(besides)('%s', (name, ways) => {
  test.each(ways)('is found by %s', async (asked) => {
    expect(await firstFive(asked)).toContain(name)
  })
})
test('whose initial it is comes before the others of the name', async () => {
  expect((await firstFive('W. Wójcik'))[0]).toBe('Walenty Wójcik')
  expect((await firstFive('Olek Kamiński'))[0]).toBe('Aleksander Kamiński')
})

const ways: [string, Record<string, Distortion>, Kept['script']][] = [
  ['a Polish name', ofLatin, 'pl'],
  ['a Ukrainian name in its letters', ofUkrainian, 'uk'],
  ['a name of a Ukrainian passport', ofPassport, 'passport'],
  ['a Ukrainian name in Polish letters', ofTranscribed, 'transcribed'],
]
test('there are enough kinds of distortion, and people', () => {
  expect(ways.flatMap(([, kinds]) => Object.keys(kinds)).length).toBeGreaterThan(60)
  expect(kept.length).toBeGreaterThan(2950)
})
describe.each(ways)('%s is found', (_, kinds, script) => {
  test.each(Object.entries(kinds))('%s', async (_, distort) => {
    const by = chance(7)
    const all = threeThousand()
      .filter((person) => person.script === script && kept.includes(`${person.given} ${person.family}`))
      .map((person) => ({ name: `${person.given} ${person.family}`, asked: distort(person, by) }))
      .filter(({ asked }) => asked !== null)
    const asked = all.filter((_, i) => i % Math.ceil(all.length / 40) === 0)
    const missed: string[] = []
    for (const { name, asked: words } of asked)
      if (!(await firstFive(words!)).includes(name)) missed.push(`${name}: ${words}`)
    expect(asked.length).toBeGreaterThan(5)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(asked.length * 0.05)
  })
})

test.each(['😀😀', 'مريم فاطمة', '--', "'", '日本', '…', 'ь'])('%s is like nobody', async (asked) => {
  expect(await firstFive(asked)).toEqual([])
})
test('of another partnership nobody is found', async () => {
  expect(await firstFive('Genowefa Obca')).not.toContain('Genowefa Obca')
})
test('among some, those alone are found, however many others bear the name', async () => {
  const { rows: wojciks } = await owner.query<{ id: string }>(
    `select id from households.person where name = 'Maria Wójcik'`,
  )
  const { rows } = await owner.query<{ id: string }>(
    `select person_id as id from households.alike($1, 'Wójcik', $2)`,
    [[here], wojciks.map(({ id }) => id)],
  )
  expect(rows).toEqual(wojciks)
})
test('a name is written as the official tables have it', () => {
  expect(passport('Юрій Згурський Знам’янка Щербак Єнакієве Їжакевич')).toBe(
    'Yurii Zghurskyi Znamianka Shcherbak Yenakiieve Yizhakevych',
  )
  expect(transcribed('Юрій Хоменко Щербак Єгор Соловей Людмила')).toBe(
    'Jurij Chomenko Szczerbak Jehor Sołowej Ludmyła',
  )
  expect(transliterated('Щербак Юлія')).toBe('Ŝerbak Ûlìâ')
})
test('keys follow a name that changes', async () => {
  await owner.query(`set session_replication_role = origin`)
  await owner.query(`update households.name set shown = 'Bogumiła Zmieniona' where shown = 'Suharto'`)
  expect(
    await owner.query(
      `select name from households.person p join households.alike($1, 'Miła Zmieniona') a on a.person_id = p.id`,
      [[here]],
    ),
  ).toMatchObject({ rows: [{ name: 'Suharto' }] })
})
