import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { textFor } from './server.ts'

const source = join(import.meta.dirname, '../..')
const polish = globSync('{*,platform/*}/texts/pl.json', { cwd: source }).sort()

type Messages = { [key: string]: string | Messages }

function flat(messages: Messages, before = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, message]) =>
      typeof message === 'string'
        ? [[before + key, message] as const]
        : [...flat(message, `${before}${key}.`)],
    ),
  )
}

type Piece = { type: number; value?: unknown; options?: Record<string, { value: Piece[] }> }

/** Names of the values that a message is filled with, also inside its plural forms. */
function blanks(message: string): string[] {
  const within = (pieces: Piece[]): string[] =>
    pieces.flatMap(({ type, value, options }) => [
      ...(type >= 1 && type <= 6 ? [String(value)] : []),
      ...Object.values(options ?? {}).flatMap((option) => within(option.value)),
    ])
  const ast = new IntlMessageFormat(message, 'pl', undefined, { ignoreTag: true }).getAst() as Piece[]
  return [...new Set(within(ast))].sort()
}

const messagesAt = (path: string) => flat(JSON.parse(readFileSync(join(source, path), 'utf8')) as Messages)

describe.each(polish)('%s', (path) => {
  it('has every key in English, with the same values to fill in', () => {
    const mine = messagesAt(path)
    const english = messagesAt(path.replace('pl.json', 'en.json'))
    expect([...english.keys()].sort()).toEqual([...mine.keys()].sort())
    for (const [key, message] of mine)
      expect([key, blanks(english.get(key)!)]).toEqual([key, blanks(message)])
  })
  it('can be read as ICU messages, and counts in all Polish forms', () => {
    for (const [key, message] of messagesAt(path)) {
      expect(() => new IntlMessageFormat(message, 'pl', undefined, { ignoreTag: true }), key).not.toThrow()
      if (message.includes('few {')) expect(message, key).toMatch(/many \{/)
    }
  })
})

describe('texts on the server', () => {
  it('phrases in the language of the reader, with the right plural', () => {
    const text = textFor('pl')
    expect(text('shell:nav.waiting', { count: 1 })).toBe('1 sprawa czeka na Ciebie')
    expect(text('shell:nav.waiting', { count: 3 })).toBe('3 sprawy czekają na Ciebie')
    expect(text('shell:nav.waiting', { count: 12 })).toBe('12 spraw czeka na Ciebie')
    expect(textFor('en')('shell:nav.waiting', { count: 1 })).toBe('1 thing waits for you')
  })
  it('finds texts of the platform and says in Polish what a language lacks', () => {
    expect(textFor('pl')('kit:explain')).toBe('Dlaczego to widzę?')
    expect(textFor('uk')('kit:explain')).toBe('Dlaczego to widzę?')
  })
  it('gives back a key that nobody wrote, and never leaves its folder', () => {
    expect(textFor('pl')('kit:no.such')).toBe('kit:no.such')
    expect(textFor('pl')('../../kit:explain')).toBe('../../kit:explain')
    expect(textFor('pl')('kit:constructor')).toBe('kit:constructor')
  })
})
