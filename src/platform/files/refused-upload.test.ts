import { randomUUID } from 'node:crypto'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf } from '../../../practice/act.ts'
import { aPracticeApp, type PracticeApp } from '../../proof/app.ts'

// A file that is refused early leaves the rest of its form on the line. The same connection goes on all the same.

const family = idOf('probni/case')
let app: PracticeApp
let cookie: string
let port: number
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  cookie = (await app.as('joanna')).cookie
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.server.address() as AddressInfo).port
})
afterAll(() => app.stop())

/** One connection; `statuses` of what was answered on it so far, `ended` once the other side has closed it. */
function aConnection() {
  const socket: Socket = connect(port, '127.0.0.1')
  const line = { text: '', ended: false }
  socket.on('data', (piece) => {
    line.text += piece.toString('latin1')
  })
  socket.on('close', () => {
    line.ended = true
  })
  socket.on('error', () => undefined)
  return {
    socket,
    line,
    statuses: () => [...line.text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((found) => Number(found[1])),
  }
}

const edge = 'brzeg'
function upload(given: {
  bytes: Buffer
  cookie?: string
  scope?: string
  part?: string
  to?: string
  headers?: string
}) {
  const start = `--${edge}\r\nContent-Disposition: form-data; name="${given.part ?? 'file'}"; filename="a.bin"\r\nContent-Type: application/pdf\r\n\r\n`
  const body = Buffer.concat([Buffer.from(start), given.bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  const head = [
    `POST ${given.to ?? `/api/scopes/${given.scope ?? family}/files?id=${randomUUID()}`} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'sec-fetch-site: same-origin',
    ...(given.cookie ? [`cookie: ${given.cookie}`] : []),
    ...(given.headers ? [given.headers] : []),
    `content-type: multipart/form-data; boundary=${edge}`,
    `content-length: ${body.length}`,
    '\r\n',
  ].join('\r\n')
  return Buffer.concat([Buffer.from(head), body])
}
const question = () => `GET /api/day/count HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`

const noKind = (size: number) => Buffer.alloc(size, 'Zwykły tekst, żaden plik. ')
const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size, 'a')])
const mb = 1024 * 1024

/** A PNG whose header says that it is enormous. */
const enormous = () => {
  const bytes = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.alloc(8),
    Buffer.from('0802000000', 'hex'),
    Buffer.alloc(400_000),
  ])
  bytes.writeUInt32BE(60_000, 16)
  bytes.writeUInt32BE(60_000, 20)
  return bytes
}

describe('after an upload that is refused', () => {
  test.each([
    ['of 400 kB of no kind that we take', 415, () => upload({ bytes: noKind(400_000), cookie })],
    ['of 5 MB of no kind that we take', 415, () => upload({ bytes: noKind(5 * mb), cookie })],
    ['of one byte of no kind', 415, () => upload({ bytes: Buffer.from('a'), cookie })],
    ['from nobody', 401, () => upload({ bytes: pdf(400_000) })],
    ['from nobody, 5 MB', 401, () => upload({ bytes: pdf(5 * mb) })],
    ['to a place that is not there', 404, () => upload({ bytes: pdf(400_000), cookie, scope: randomUUID() })],
    [
      'to an address that leads nowhere',
      404,
      () => upload({ bytes: pdf(400_000), cookie, to: '/api/nowhere' }),
    ],
    ['to a torn address', 404, () => upload({ bytes: pdf(400_000), cookie, scope: 'nothing' })],
    [
      'to an endpoint that takes no form',
      400,
      () => upload({ bytes: pdf(400_000), cookie, to: `/api/cases/${family}/contacts` }),
    ],
    ['of too many pixels', 413, () => upload({ bytes: enormous(), cookie })],
    ['of more than 20 MB', 413, () => upload({ bytes: pdf(21 * mb), cookie })],
    [
      'from another site',
      403,
      () => upload({ bytes: pdf(400_000), cookie, headers: 'origin: https://zla-strona.example' }),
    ],
    [
      'without a class that we know',
      400,
      () =>
        upload({ bytes: pdf(400_000), cookie, to: `/api/scopes/${family}/files?id=${randomUUID()}&class=x` }),
    ],
  ])('%s, the connection answers what comes next or is closed', async (_, status, form) => {
    const { socket, line, statuses } = aConnection()
    socket.write(form())
    await vi.waitFor(() => expect(statuses()).toEqual([status]), { timeout: 8000, interval: 10 })
    if (/connection: close/i.test(line.text)) {
      await vi.waitFor(() => expect(line.ended).toBe(true), { timeout: 3000, interval: 10 })
      return
    }
    socket.write(question())
    await vi.waitFor(() => expect(statuses()).toEqual([status, 200]), { timeout: 3000, interval: 10 })
    socket.destroy()
  })

  test('and what comes behind it in the same breath is answered as well', async () => {
    const { socket, statuses } = aConnection()
    socket.write(Buffer.concat([upload({ bytes: noKind(400_000), cookie }), Buffer.from(question())]))
    await vi.waitFor(() => expect(statuses()).toEqual([415, 200]), { timeout: 3000, interval: 10 })
    socket.destroy()
  })

  test('when the disk is full', async () => {
    const broken = vi.spyOn(app.database.app, 'connect').mockImplementation(() => {
      throw Object.assign(new Error('full'), { code: '53100' })
    })
    const { socket, statuses } = aConnection()
    socket.write(upload({ bytes: pdf(400_000), cookie }))
    await vi.waitFor(() => expect(statuses()).toEqual([507]), { timeout: 3000, interval: 10 })
    broken.mockRestore()
    socket.write(question())
    await vi.waitFor(() => expect(statuses()).toEqual([507, 200]), { timeout: 3000, interval: 10 })
    socket.destroy()
  })

  test('a form that never ends is not read for ever', async () => {
    const { socket, line, statuses } = aConnection()
    const head = [
      `POST /api/scopes/${family}/files?id=${randomUUID()} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      `content-type: multipart/form-data; boundary=${edge}`,
      'transfer-encoding: chunked',
      '\r\n',
    ].join('\r\n')
    socket.write(head)
    await vi.waitFor(() => expect(statuses()).toEqual([401]), { timeout: 3000, interval: 10 })
    const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(mb, 'a'), Buffer.from('\r\n')])
    let written = 0
    while (!line.ended && written < 200) {
      if (!socket.write(piece)) await new Promise((done) => setTimeout(done, 5))
      written++
    }
    await vi.waitFor(() => expect(line.ended).toBe(true), { timeout: 3000, interval: 10 })
    expect(written).toBeLessThan(200)
  })
})
