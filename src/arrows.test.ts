import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { slices } from './slices.ts'

const source = import.meta.dirname
const order = Object.keys(slices)
const files = globSync('**/*.{ts,tsx,sql}', { cwd: source }).filter(
  (file) => !/\.test\.tsx?$|^proof|database\/(schema|lengths)\.ts$/.test(file),
)

/** The part of the house that a file stands in: a slice, `platform`, `shell`, or the top. */
const roomOf = (file: string) => (file.includes(sep) ? file.split(sep)[0]! : 'top')

/** What a file imports, as the file that it names. */
const imports = (file: string, text: string) =>
  [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map((found) => ({
    room: roomOf(relative(source, join(source, dirname(file), found[1]!))),
    what: found[1]!,
  }))

/** SQL in a file: all of a .sql file but its comments, and the templates that a .ts file marks as SQL. */
const sqlIn = (file: string, text: string) =>
  file.endsWith('.sql')
    ? [text.replace(/--[^\n]*/g, '')]
    : [...text.matchAll(/sql(?:\.raw\(|<[\s\S]*?>)?\s*(?:`([^`]*)`|'([^']*)')/g)].map(
        ([, template, quoted]) => template ?? quoted!,
      )

/** What SQL names with the schema of a slice, which is the slice's name. */
const names = (file: string, text: string) =>
  sqlIn(file, text).flatMap((sql) =>
    [...sql.matchAll(/(?<![\w.'])"?([a-z_]+)"?\."?([a-z_]+)/g)]
      .filter((found) => order.includes(found[1]!))
      .map((found) => ({ room: found[1]!, what: `${found[1]}.${found[2]}` })),
  )

/** Code lists and texts of a slice, named as strings: `'contacts.contact_kind'`, `'cases:verbs.other'`. */
const words = (file: string, text: string) =>
  file.endsWith('.sql')
    ? []
    : [...text.matchAll(/['`]([a-z]+)[.:][a-z_][\w.-]*/g)]
        .filter((found) => order.includes(found[1]!))
        .map((found) => ({ room: found[1]!, what: found[0].slice(1) }))

const arrows = files.flatMap((from) => {
  const text = readFileSync(join(source, from), 'utf8')
  return [...imports(from, text), ...names(from, text), ...words(from, text)].map((to) => ({ from, ...to }))
})
const told = (wrong: typeof arrows) => [...new Set(wrong.map(({ from, what }) => `${from} → ${what}`))]

test('a slice leans only on those before it and on the platform', () => {
  const wrong = arrows.filter(({ from, room }) => {
    const [a, b] = [order.indexOf(roomOf(from)), order.indexOf(room)]
    return a >= 0 && b > a
  })
  expect(told(wrong)).toEqual([])
})

test('a slice leans on what slices.ts names, and on all of it', () => {
  for (const [slice, named] of Object.entries(slices)) {
    const leant = new Set(
      arrows.flatMap(({ from, room }) =>
        roomOf(from) === slice && room !== slice && order.includes(room) ? [room] : [],
      ),
    )
    expect([...leant].sort(), slice).toEqual([...named].sort())
  }
})

/** Whatever these files import, by however many steps, and of that what runs on a server only. */
function reachedFrom(first: string[]) {
  const onlyOnServers = /^(node:|kysely$|pg$|fastify|graphile-worker$|better-auth$|nodemailer$|tar-stream$)/
  const reached = new Set<string>()
  const wrong: string[] = []
  const walk = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    const text = readFileSync(join(source, file), 'utf8').replace(/import type [\s\S]*?from '[^']+'/g, '')
    for (const [, what] of text.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      const next = relative(source, join(source, dirname(file), what!))
      if (what!.startsWith('.') && /\.tsx?$/.test(next)) walk(next)
      else if (onlyOnServers.test(what!)) wrong.push(`${file} → ${what}`)
    }
  }
  for (const file of first) walk(file)
  return { reached, wrong }
}

test('what a page imports runs in a browser', () => {
  const { reached, wrong } = reachedFrom(
    files.filter(
      (file) => /pages\/|^shell\/|platform\/(kit|web)\/|doors\.ts$/.test(file) && !file.endsWith('.proof.ts'),
    ),
  )
  expect(reached.size).toBeGreaterThan(300)
  expect(wrong).toEqual([])
  expect(reachedFrom(['day/routes.ts']).wrong).not.toEqual([])
})

test('the platform knows no word of the domain', () => {
  expect(
    told(
      arrows.filter(
        ({ from, room }) => roomOf(from) === 'platform' && (order.includes(room) || room === 'top'),
      ),
    ),
  ).toEqual([])
})

test('arrows are seen in imports, in SQL and in words', () => {
  const kinds = [
    imports('day/questions.ts', "import { a } from '../cases/questions.ts'"),
    names('a.sql', 'select from cases."case" c -- baskets.item'),
    names('a.ts', "sql<{ a: string }>`select 'item', * from baskets.asked_of_me()`"),
    words('a.ts', "label('assessments.life_domain', code)"),
  ]
  expect(kinds.map((found) => found.map(({ room }) => room))).toEqual([
    ['cases'],
    ['cases'],
    ['baskets'],
    ['assessments'],
  ])
})
