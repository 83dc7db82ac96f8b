import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { asOwner } from '../database/open.ts'
import { prepareJobs } from '../jobs/queue.ts'
import { readSettings } from '../settings.ts'
import { sendPush } from './send.ts'
import { isPushService } from './services.ts'
import { vapidOf } from './vapid.ts'

// A device is told through its push service, by the real protocol, as long as the session lasts in which that was asked.

let database: Awaited<ReturnType<typeof aDatabase>>
let service: Server
let origin: string
let answers: number
const came: { url: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
  service = createServer((request, answer) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      came.push({ url: request.url!, headers: request.headers, body: Buffer.concat(parts) })
      answer.writeHead(answers).end()
    })
  })
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
})
afterAll(async () => {
  service.close()
  await database.drop()
})
beforeEach(async () => {
  answers = 201
  came.length = 0
  await own('delete from push.subscription')
})

const own = <Row extends object = Record<string, unknown>>(text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => (await client.query<Row>(text, values)).rows)
const settings = () => readSettings({ SPLOT_PUSH: origin, SPLOT_URL: 'https://splot.cwiczenia.example' })

/** Somebody who is signed in, for so many hours. */
async function aSession(hours = 12) {
  const [account] = await own<{ id: string }>(
    `insert into identity."user" (name, email, "emailVerified") values ('Ada Zmyślona', gen_random_uuid() || '@cwiczenia.example', true) returning id`,
  )
  const [session] = await own<{ id: string }>(
    `insert into identity."session" ("expiresAt", token, "updatedAt", "userId") values (now() + make_interval(hours => $2), gen_random_uuid()::text, now(), $1) returning id`,
    account!.id,
    hours,
  )
  return { account: account!.id, session: session!.id }
}

/** A device as a browser makes one: keys of its own, and an address at its push service. */
function aDevice() {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const secret = randomBytes(16)
  return {
    endpoint: `${origin}/${randomBytes(12).toString('hex')}`,
    p256dh: pair.getPublicKey().toString('base64url'),
    auth: secret.toString('base64url'),
    /** What it reads of what came (RFC 8291, RFC 8188). */
    reads(body: Buffer) {
      const [salt, theirs, sealed] = [body.subarray(0, 16), body.subarray(21, 21 + 65), body.subarray(86)]
      const both = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs])
      const ikm = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), secret, both, 32))
      const part = (info: string, length: number) =>
        Buffer.from(hkdfSync('sha256', ikm, salt, `Content-Encoding: ${info}\0`, length))
      const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12))
      decipher.setAuthTag(sealed.subarray(-16))
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
      return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString())
    },
  }
}
const opened = async (
  { session }: { session: string },
  device: Omit<ReturnType<typeof aDevice>, 'reads'>,
) => {
  await database.jobs.query('select push.subscribe($1, $2, $3, $4)', [
    session,
    device.endpoint,
    device.p256dh,
    device.auth,
  ])
}
const told = async (account: string, body = 'Czeka na Ciebie 1 rzecz.') => {
  await database.jobs.query('select push.write($1, $2, $3)', [account, body, '/asks/1?as=2'])
  return (await own<{ id: string }>('select id from push.note order by id')).map(({ id }) => id)
}
const sends = (note: string, last = false) =>
  sendPush(database.jobs, { settings: settings(), keys: testKeys }, note, { last })

describe('a device', () => {
  test('is told by its push service, sealed for it alone, by whoever has the key of Splot', async () => {
    const [me, device] = [await aSession(), aDevice()]
    await opened(me, device)
    const [note] = await told(me.account)
    await sends(note!)
    expect(came).toHaveLength(1)
    const { url, headers, body } = came[0]!
    expect(`${origin}${url}`).toBe(device.endpoint)
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '43200' })
    expect(body.toString('latin1')).not.toContain('Czeka')
    expect(device.reads(body)).toEqual({ body: 'Czeka na Ciebie 1 rzecz.', url: '/asks/1?as=2' })
    const { t, k } = /^vapid t=(?<t>[^,]+), k=(?<k>.+)$/.exec(headers.authorization!)!.groups!
    expect(k).toBe(vapidOf(testKeys).publicKey)
    const [head, claims, signature] = t!.split('.') as [string, string, string]
    const point = Buffer.from(k!, 'base64url')
    const key = createPublicKey({
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
      format: 'jwk',
    })
    expect(
      verify(
        'sha256',
        Buffer.from(`${head}.${claims}`),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true)
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: origin,
      sub: 'https://splot.cwiczenia.example',
    })
    expect(await own('select from push.note')).toEqual([])
  })

  test('is told nothing twice: what was sent is gone', async () => {
    const [me, device] = [await aSession(), aDevice()]
    await opened(me, device)
    const [note] = await told(me.account)
    await sends(note!)
    await sends(note!)
    expect(came).toHaveLength(1)
  })

  test('is told no more when the session has ended, ran out, or it was closed', async () => {
    const [ended, over, closed] = [await aSession(), await aSession(), await aSession()]
    for (const each of [ended, over, closed]) await opened(each, aDevice())
    const [first] = await told(ended.account)
    await own('delete from identity."session" where id = $1', ended.session)
    await sends(first!)
    const [second] = await told(over.account)
    await own(
      `update identity."session" set "expiresAt" = now() - interval '1 second' where id = $1`,
      over.session,
    )
    await sends(second!)
    expect(await told(over.account)).toEqual([])
    await database.jobs.query('select push.unsubscribe($1)', [closed.session])
    expect(await told(closed.account)).toEqual([])
    expect(came).toEqual([])
    expect(await own('select from push.note')).toEqual([])
  })

  test('belongs to whoever asked last on it', async () => {
    const [one, other, device] = [await aSession(), await aSession(), aDevice()]
    await opened(one, device)
    await opened(other, device)
    expect(await told(one.account)).toEqual([])
    expect(await told(other.account)).toHaveLength(1)
  })

  test('whose keys are none is forgotten', async () => {
    const me = await aSession()
    await opened(me, { ...aDevice(), p256dh: 'A'.repeat(87) })
    const [note] = await told(me.account)
    await sends(note!)
    expect(await own('select from push.subscription where session_id = $1', me.session)).toEqual([])
    expect(came).toEqual([])
    expect(await own('select from push.note')).toEqual([])
  })

  test('that is gone is forgotten; of another refusal it is tried again, until the last time', async () => {
    for (const status of [404, 410, 403]) {
      const me = await aSession()
      await opened(me, aDevice())
      const [note] = await told(me.account)
      answers = status
      await sends(note!)
      expect(
        await own('select from push.subscription where session_id = $1', me.session),
        String(status),
      ).toEqual([])
    }
    const me = await aSession()
    await opened(me, aDevice())
    const [note] = await told(me.account)
    answers = 503
    await expect(sends(note!)).rejects.toThrow('503')
    expect(await own('select from push.note')).toHaveLength(1)
    await expect(sends(note!, true)).rejects.toThrow('503')
    expect(await own('select from push.note')).toEqual([])
    expect(await own('select from push.subscription where session_id = $1', me.session)).toHaveLength(1)
  })
})

test('Splot speaks to known push services alone', () => {
  const known = readSettings({})
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])
    expect(isPushService(endpoint, known), endpoint).toBe(true)
  for (const endpoint of [
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://127.0.0.1/abc',
    'https://fcm.googleapis.com.zla.example/abc',
    'https://fcm.googleapis.com:8443/abc',
    'https://fcm.googleapis.com@zla.example/abc',
    'https://notify.windows.com.zla.example/abc',
    'https://zlanotify.windows.com/abc',
    'file:///etc/passwd',
  ])
    expect(isPushService(endpoint, known), endpoint).toBe(false)
})

test('the key by which Splot proves itself is the same at each start, and no other of its keys', () => {
  expect(vapidOf(testKeys)).toEqual(vapidOf(testKeys))
  expect(vapidOf(testKeys).privateKey).not.toBe(testKeys.for('journal-seal').toString('base64url'))
  expect(Buffer.from(vapidOf(testKeys).publicKey, 'base64url')).toHaveLength(65)
})
