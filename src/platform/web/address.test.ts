import { expect, test } from 'vitest'
import { type Address, pageAt } from './address.ts'

test('an address is a page, the names it asks for, a query and a place', () => {
  expect(pageAt('/families/$id/basket', { id: 'a/b' })).toBe('/families/a%2Fb/basket')
  expect(pageAt('/families', {}, { query: { show: 'closed', wanted: undefined } })).toBe(
    '/families?show=closed',
  )
  expect(pageAt('/families/$id/team', { id: 'f' }, { hash: 'invite' })).toBe('/families/f/team#invite')
})

test('a page that is not there, or lacks a name, does not compile', () => {
  // @ts-expect-error There is no such page.
  pageAt('/families/$id/baskt', { id: 'f' })
  // @ts-expect-error Which membership?
  pageAt('/partnerships/$id/members/$membershipId', { id: 'p' })
  // @ts-expect-error It takes no such name.
  pageAt('/items/$id', { item: 'i' })
  // @ts-expect-error A mistyped address is no address.
  const mistyped: Address = '/concern/new'
  // @ts-expect-error What was put together by hand is not checked.
  const byHand: Address = `/families/${mistyped}`
  expect([mistyped, byHand]).toHaveLength(2)
})
