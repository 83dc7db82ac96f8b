import { expect, test } from 'vitest'
import { speaksOf } from '../platform/kit/speaksOf.ts'
import en from './texts/en.json' with { type: 'json' }
import pl from './texts/pl.json' with { type: 'json' }

// One list, asked by every form with free words about a family: of what speaks of violence the page asks where it is heard.

test.each([
  'Ojciec bije syna',
  'Mama ma siniaki na ręce',
  'Sąsiedzi mówią o awanturach i przemocy',
  'Prowadzimy niebieską kartę',
  'Znęca się nad żoną',
])('„%s” speaks of violence', (words) => expect(speaksOf(words, pl.violence.words)).toBe(true))

test.each(['Auto w naprawie, kto może zawieźć na 9:00?', 'Zbicie szyby w klasie opłacone', 'Da się od 9:30'])(
  '„%s” does not',
  (words) => expect(speaksOf(words, pl.violence.words)).toBe(false),
)

test('in English as well', () => {
  expect(speaksOf('He hit her again', en.violence.words)).toBe(true)
  expect(speaksOf('The bus comes at nine', en.violence.words)).toBe(false)
})
