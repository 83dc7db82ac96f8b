import type { FastifyRequest } from 'fastify'
import { notFound } from './problem.ts'

/** Letters, digits and `-._~`, written as `%..`: the same address in another spelling (RFC 3986, 2.3). */
const needlesslyEncoded = /%(?:2[DE]|3\d|[46][1-9A-F]|[57][\dA]|5F|7E)/i

/**
 * Whether an address is written in its one normal form (RFC 3986, 6.2.2): without `.`, `..` and empty segments,
 * backslashes, a host before it, and with nothing encoded that need not be. In capitals it is another address.
 */
export function isNormal(address: string): boolean {
  const path = pathOf(address)
  if (!path.startsWith('/') || /\/\/|%5C/i.test(path) || needlesslyEncoded.test(path)) return false
  if (/%(?![\dA-F]{2})/.test(path)) return false
  return URL.parse(path, 'http://splot')?.pathname === path
}

/** An address without what is asked after the question mark. */
export const pathOf = (address: string) => address.split('?', 1)[0]!

/**
 * An address that is spelt otherwise than normally leads nowhere, so that whoever guards a place by its address and
 * whoever acts by it read the same.
 */
export async function refuseOtherSpellings({ url }: FastifyRequest): Promise<void> {
  if (!isNormal(url)) throw notFound()
}
