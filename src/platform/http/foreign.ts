import type { FastifyRequest } from 'fastify'
import { Refusal } from './problem.ts'

/**
 * Another site's page cannot do deeds in the name of whoever is signed in here. Every browser says where a deed comes
 * from; who carries a cookie and says nothing is no browser of ours, and a program says it in `Origin`.
 */
export function refuseForeignOrigin(url: string) {
  const own = new URL(url)
  return async (request: FastifyRequest) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    const site = request.headers['sec-fetch-site']
    const origin = request.headers.origin
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined &&
        origin !== own.origin &&
        (!URL.canParse(origin) || new URL(origin).host !== request.headers.host))
    const unsaid = site === undefined && origin === undefined && request.headers.cookie !== undefined
    if (foreign || unsaid) throw new Refusal(403, 'http:foreign-origin')
  }
}

const ofThisMachine = ['localhost', '127.0.0.1', '[::1]']

/**
 * In practice mode anybody who reaches the app may choose a person, so it answers to names of this machine alone: a
 * page elsewhere whose name was pointed here (DNS rebinding) is not let in.
 */
export function refuseForeignHost(url: string) {
  const known = [...ofThisMachine, new URL(url).hostname]
  return async ({ headers: { host } }: FastifyRequest) => {
    const asked = URL.parse(`http://${host}`)?.hostname
    if (!asked || !known.includes(asked)) throw new Refusal(403, 'http:foreign-origin')
  }
}
