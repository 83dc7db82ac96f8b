import { expect, test } from 'vitest'
import { aboutAsAnswered } from './messageValues.ts'

const [kacper, hania] = ['kacper', 'hania']

test('a reply is about whom the message that it answers is about', () => {
  expect(aboutAsAnswered({ about: [kacper] }, [{ about: [kacper] }, { about: [hania] }])).toEqual([kacper])
})

test('answering no message of its own, as what was written last about somebody', () => {
  expect(aboutAsAnswered(null, [{ about: [hania] }, { about: [kacper] }, { about: [] }])).toEqual([kacper])
})

test('where nobody was written about, whom the case is about by default', () => {
  expect(aboutAsAnswered({ about: [] }, [{ about: [] }])).toBeUndefined()
})
