import { tellItNoMore } from '../push/device.ts'
import { send } from './request.ts'
import { forgetDrafts } from './useDraft.ts'

/**
 * Ends the session, and leaves nothing of what was being written in this browser, nor is anybody told there any more: others may use
 * the computer.
 */
export const signOut = (): Promise<void> =>
  send<unknown>('POST', '/api/auth/sign-out', {})
    .then(() => tellItNoMore().catch(() => undefined))
    .then(() => forgetDrafts())
