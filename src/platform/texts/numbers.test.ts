import { expect, it } from 'vitest'
import { compareNames, initials, sortByName } from './names.ts'
import { money, number, phoneHref, phoneWords } from './numbers.ts'

/** Words that stay on one line. */
const joined = (words: string) => words.replaceAll(' ', '\u00a0')

it('writes money with a space among thousands and groszy only when there are any', () => {
  expect(money(1260)).toBe(joined('1 260 zł'))
  expect(money(0)).toBe(joined('0 zł'))
  expect(money(12.5)).toBe(joined('12,50 zł'))
  expect(number(12480)).toBe(joined('12 480'))
})

it('groups a phone number the way it is said', () => {
  expect(phoneWords('410001021')).toBe(joined('41 000 10 21'))
  expect(phoneWords('500000206')).toBe(joined('500 000 206'))
  expect(phoneWords('+48 41 000 10 21')).toBe(joined('41 000 10 21'))
  expect(phoneWords('800 120 002')).toBe(joined('800 120 002'))
  expect(phoneWords('112')).toBe('112')
  expect(phoneWords('41 000 10 21 wew. 5')).toBe('41 000 10 21 wew. 5')
})

it('dials with the country in front, and emergency numbers as they are', () => {
  expect(phoneHref('41 000 10 21')).toBe('tel:+48410001021')
  expect(phoneHref('112')).toBe('tel:112')
})

it('sorts names the Polish way', () => {
  const people = ['Żuk', 'Łoś', 'Zając', 'Lis', 'Ćma', 'Cis'].map((name) => ({ name }))
  expect(sortByName(people, ({ name }) => name).map(({ name }) => name)).toEqual([
    'Cis',
    'Ćma',
    'Lis',
    'Łoś',
    'Zając',
    'Żuk',
  ])
  expect(compareNames('klasa 10', 'klasa 9')).toBeGreaterThan(0)
})

it('takes initials of the first and the last name', () => {
  expect(initials('Joanna Maria Przykładna')).toBe('JP')
  expect(initials('łucja')).toBe('Ł')
})

it('takes whole signs as initials', () => {
  expect(initials('😀 Ala')).toBe('😀A')
  expect(initials('👨‍👩‍👧 Ż\u0301ak')).toBe('👨‍👩‍👧Ż\u0301')
})
