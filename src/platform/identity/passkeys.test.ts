import {
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
  sign,
} from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { accountId } from '../../../practice/act.ts'
import { type Answered, aPracticeApp, type PracticeApp } from '../../proof/app.ts'
import { testKeys } from '../../proof/database.ts'
import { readSettings } from '../settings.ts'
import { identitySecret } from './auth.ts'
import { sessionCookie } from './session-token.ts'

// A passkey opens alone, so it says that it checked who holds it: by a finger, a face or a PIN.

const settings = readSettings({
  SPLOT_MODE: 'service',
  SPLOT_KEY: '5a'.repeat(32),
  SPLOT_URL: 'http://127.0.0.1:4300',
  SPLOT_SMTP: 'smtp://127.0.0.1:1',
})
let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') }, settings)
})
afterAll(() => app.stop())
beforeEach(() => app.rows('delete from identity."passkey"'))

/** The cookie of somebody who signed in by a password alone. */
async function byPassword(who: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await app.rows(
    `insert into identity."session" ("expiresAt", token, "updatedAt", "userId") values (now() + interval '1 hour', $1, now(), $2)`,
    [token, accountId(who)],
  )
  const signature = createHmac('sha256', identitySecret(testKeys)).update(token).digest('base64')
  return `${sessionCookie(settings.url)}=${encodeURIComponent(`${token}.${signature}`)}`
}

/** A security key in software; `checks` when it asks for a PIN. */
type Key = { id: Buffer; privateKey: KeyObject; publicKey: Buffer; checks: boolean }

function aKey(checks: boolean): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x!, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y!, 'base64url'),
  ])
  return { id: randomBytes(16), privateKey, publicKey: cose, checks }
}

const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest()
const said = (type: string, challenge: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin: settings.url, crossOrigin: false }))
const heldData = ({ checks }: Key, more: Buffer[]) =>
  Buffer.concat([
    sha256('127.0.0.1'),
    Buffer.from([1 | (checks ? 4 : 0) | (more.length ? 64 : 0)]),
    Buffer.alloc(4),
    ...more,
  ])
const asSent = (key: Key, response: Record<string, Buffer>) => ({
  id: key.id.toString('base64url'),
  rawId: key.id.toString('base64url'),
  type: 'public-key',
  clientExtensionResults: {},
  response: Object.fromEntries(
    Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]),
  ),
})

/** Asks for a challenge, and answers it; the cookie of the challenge goes along. */
async function challenged(
  kind: 'register' | 'authenticate',
  cookie: string,
  answer: (challenge: string) => object,
) {
  const asked = await app.askWith(cookie)('GET', `/api/auth/passkey/generate-${kind}-options`)
  const theirs = [asked.headers['set-cookie']].flat().map((each) => String(each).split(';')[0])
  const options = asked.json as { challenge: string }
  const given = await app.askWith([cookie, ...theirs].filter(Boolean).join('; '))(
    'POST',
    `/api/auth/passkey/verify-${kind === 'register' ? 'registration' : 'authentication'}`,
    { body: { response: answer(options.challenge) }, headers: { origin: settings.url } },
  )
  return { options, given }
}
const adds = (key: Key, cookie: string) =>
  challenged('register', cookie, (challenge) => {
    const length = Buffer.from([0, key.id.length])
    const authData = heldData(key, [Buffer.alloc(16), length, key.id, key.publicKey])
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([authData.length]),
      authData,
    ])
    return asSent(key, { clientDataJSON: said('webauthn.create', challenge), attestationObject })
  })
const enters = (key: Key, cookie = ''): Promise<Answered> =>
  challenged('authenticate', cookie, (challenge) => {
    const [authenticatorData, clientDataJSON] = [heldData(key, []), said('webauthn.get', challenge)]
    const signature = sign(
      'sha256',
      Buffer.concat([authenticatorData, sha256(clientDataJSON)]),
      key.privateKey,
    )
    return asSent(key, { clientDataJSON, authenticatorData, signature })
  }).then(({ given }) => given)
/** One that was added before keys had to check. */
const addedBefore = (key: Key, who: string) =>
  app.rows(
    `insert into identity."passkey" (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
     values ($1, $2, $3, $4, 0, 'singleDevice', false)`,
    [randomUUID(), key.publicKey.toString('base64'), accountId(who), key.id.toString('base64url')],
  )
const kept = () => app.rows('select from identity."passkey"')
const withoutPin = {
  status: 401,
  json: { code: 'key-without-pin', title: expect.stringMatching(/^(?!identity)/) },
}

test('one that checks who holds it is added, and opens alone', async () => {
  const key = aKey(true)
  const { options, given } = await adds(key, await byPassword('pawel'))
  expect(given.status, given.text).toBe(200)
  expect(options, 'the browser is told so').toMatchObject({
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  expect(await enters(key)).toMatchObject({ status: 200, json: { user: { id: accountId('pawel') } } })
})

test('one that does not is not added: nobody could sign in with it, but for whoever finds it', async () => {
  expect((await adds(aKey(false), await byPassword('pawel'))).given).toMatchObject(withoutPin)
  expect(await kept()).toEqual([])
})

test('one that does not and was added before opens nothing alone, and is good after the password of its owner', async () => {
  const key = aKey(false)
  await addedBefore(key, 'danuta')
  expect(await enters(key)).toMatchObject(withoutPin)
  expect(await enters(key, await byPassword('pawel')), 'nor after that of somebody else').toMatchObject(
    withoutPin,
  )
  const mine = await byPassword('danuta')
  expect((await enters(key, mine)).status).toBe(200)
})
