import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { aForm, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// A file of tables may be large and its line slow. Meanwhile it holds nothing that others need, and there are never many.

const coming = vi.hoisted(() => ({ in: 0 }))
vi.mock('../platform/files/receive.ts', async (original) => {
  const { receiveFile, ...rest } = await original<typeof import('../platform/files/receive.ts')>()
  return {
    ...rest,
    receiveFile: (...given: Parameters<typeof receiveFile>) => {
      coming.in++
      return receiveFile(...given).finally(() => coming.in--)
    },
  }
})

let app: PracticeApp
/** Heads the centre, and keeps its entries. */
let danuta: string
/** Head other institutions, and keep theirs. */
let roman: string
let celina: string
/** Works at the centre, and keeps none. */
let pawel: string
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  danuta = (await app.as('danuta')).cookie
  roman = (await app.as('roman')).cookie
  celina = (await app.as('celina')).cookie
  pawel = (await app.as('pawel')).cookie
  await app.server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.stop())

const { payload, headers } = aForm(Buffer.from('[{"name":"Zmyślona"}]'))
const half = 120

/** Sends the first half of a form; `rest` sends the other. */
function begin(cookie: string, path = '/services/import/preview') {
  const sent: ClientRequest = request({
    port: (app.server.server.address() as AddressInfo).port,
    host: '127.0.0.1',
    method: 'POST',
    path: `/api${path}`,
    agent: false,
    headers: { ...headers, cookie, 'sec-fetch-site': 'same-origin', 'content-length': payload.length },
  })
  const answered = new Promise<{ status: number; code: string | undefined }>((done, fail) => {
    sent.on('error', fail)
    sent.on('response', async (answer) => {
      const { code } = JSON.parse(Buffer.concat(await answer.toArray()).toString())
      done({ status: answer.statusCode!, code })
    })
  })
  answered.catch(() => undefined)
  sent.write(payload.subarray(0, half))
  return { sent, answered, rest: () => sent.end(payload.subarray(half)) }
}

const twoComeIn = () => vi.waitFor(() => expect(coming.in).toBe(2), { timeout: 10_000 })
const inUse = () => app.database.app.totalCount - app.database.app.idleCount

describe('a file of tables', () => {
  test('from who may not bring it is refused before it came in', async () => {
    for (const path of ['/services/import/preview', '/timetables/preview']) {
      const { answered, sent } = begin(pawel, path)
      expect(await answered).toEqual({ status: 403, code: 'only-a-keeper' })
      sent.destroy()
    }
  })

  test('comes in without a connection of the database; a third, and a second of one person, is told to try again, until a place is free', async () => {
    const one = begin(danuta)
    const whole = async (cookie: string) => {
      const next = begin(cookie)
      next.rest()
      return next.answered
    }
    await vi.waitFor(() => expect(coming.in).toBe(1), { timeout: 10_000 })
    expect(await whole(danuta), 'the other place stays for others').toEqual({
      status: 503,
      code: 'tables-wait',
    })
    const two = [one, begin(roman)]
    await twoComeIn()
    expect(await whole(celina)).toEqual({ status: 503, code: 'tables-wait' })
    await vi.waitFor(() => expect(inUse(), 'connections in use').toBe(0))
    for (const { rest } of two) rest()
    for (const { answered } of two) expect((await answered).status).toBe(200)
    expect((await whole(celina)).status).toBe(200)
  })

  test('whose line breaks off gives its place back', async () => {
    const two = [begin(danuta), begin(roman)]
    await twoComeIn()
    for (const { sent } of two) sent.destroy()
    await vi.waitFor(
      async () => {
        const again = begin(danuta)
        again.rest()
        expect((await again.answered).status).toBe(200)
      },
      { timeout: 10_000 },
    )
  })
})
