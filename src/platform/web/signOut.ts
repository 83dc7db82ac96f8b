import { tellItNoMore } from '../push/device.ts'
import { bringDrafts } from './bringDrafts.ts'
import { draftKeys, forgetHere } from './draftsHere.ts'
import { send } from './request.ts'

/**
 * Ends the session. What was being written in this browser is with the server before; here nothing of it is left but what the
 * server could not take just then, nor is anybody told there any more: others may use the computer.
 */
export async function signOut(): Promise<void> {
  const waiting = await bringDrafts()
  await send<unknown>('POST', '/api/auth/sign-out', {})
  await tellItNoMore().catch(() => undefined)
  for (const key of draftKeys()) if (!waiting.includes(key)) forgetHere(key)
}
