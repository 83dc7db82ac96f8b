import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { read, send } from '../../web/request.ts'

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON']
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** This device refused, or the person turned back: what the browser said is not for people. */
export class NotProven extends Error {}

/** Makes a passkey on this device and tells the server its public half. */
export async function addPasskey(name: string): Promise<void> {
  const optionsJSON = await read<Creation>('/api/auth/passkey/generate-register-options')
  const response = await startRegistration({ optionsJSON }).catch(turnedBack)
  await send('POST', '/api/auth/passkey/verify-registration', { response, name })
}

/**
 * Signs in with a passkey that this device or a security key holds; the account follows from it. Alone it asks for a
 * finger, a face or a PIN; after the password it need not.
 */
export async function enterWithPasskey(): Promise<void> {
  const asked = await read<Request>('/api/auth/passkey/generate-authenticate-options')
  const optionsJSON: Request = asked.allowCredentials?.length
    ? asked
    : { ...asked, userVerification: 'required' }
  const response = await startAuthentication({ optionsJSON }).catch(turnedBack)
  await send('POST', '/api/auth/passkey/verify-authentication', { response })
}

function turnedBack(reason: Error): never {
  throw new NotProven(reason.message, { cause: reason })
}
