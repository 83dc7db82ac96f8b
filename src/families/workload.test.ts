import { expect, test } from 'vitest'
import { mostFamilies, postsLacking, postsOf } from './workload.ts'

// Art. 110 ust. 11 of the law on social assistance: a full-time worker for 2,000 residents, or for 50 families and people.
test.each([
  [null, 50],
  [1, 50],
  [0.5, 25],
  [0.125, 6],
])('with a post of %s one coordinates at most %i families', (post, most) => {
  expect(mostFamilies(50, post)).toBe(most)
})

test.each([
  [8000, [1, 1, 1, 1], 0],
  [8001, [1, 1, 1, 1], 0.125],
  [8000, [1, null, 0.5], 1.5],
  [2000, [1, 1], -1],
])('for %i residents with posts of %j there lack %d', (residents, posts, lack) => {
  expect(postsLacking(residents, 2000, postsOf(posts.map((post) => ({ post }))))).toBe(lack)
})
