import { tellItNoMore } from '../push/device.ts'
import { bringDrafts } from './bringDrafts.ts'
import { forgetDrafts } from './draftsHere.ts'
import { send } from './request.ts'

/**
 * Ends the session. What was being written in this browser is with the server before; here nothing of it is left, nor is anybody told there any more: others may use
 * the computer.
 */
export const signOut = (): Promise<void> =>
  bringDrafts()
    .then(() => send<unknown>('POST', '/api/auth/sign-out', {}))
    .then(() => tellItNoMore().catch(() => undefined))
    .then(() => forgetDrafts())
