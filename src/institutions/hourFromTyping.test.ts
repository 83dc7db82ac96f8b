import { expect, test } from 'vitest'
import { hourFromTyping } from './hourFromTyping.ts'

test.each([
  ['7', '07:00'],
  [' 7:30 ', '07:30'],
  ['07.30', '07:30'],
  ['15 30', '15:30'],
  ['0:00', '00:00'],
  ['24', '24:00'],
])('%s is an hour', (typed, hour) => expect(hourFromTyping(typed)).toBe(hour))

test.each(['', '25', '24:01', '7:60', '7:3', 'rano', '7-15'])('%s is none', (typed) =>
  expect(hourFromTyping(typed)).toBeUndefined(),
)
