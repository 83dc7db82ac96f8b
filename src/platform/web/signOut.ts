import { tellItNoMore } from '../push/device.ts'
import { bringDrafts } from './bringDrafts.ts'
import { draftKeysOf, forgetHere } from './draftsHere.ts'
import { Problem, read, send } from './request.ts'
import { type Session, sessionPath } from './session.ts'

/**
 * Ends the session. What this person was writing in this browser is with the server before; here nothing of it is left but what
 * the server could not take just then, nor is anybody told there any more: others may use the computer. What others wrote and
 * could not send stays for them.
 */
export async function signOut(): Promise<void> {
  const { account, workers } = await whoIsHere()
  const waiting = await bringDrafts(workers)
  await send<unknown>('POST', '/api/auth/sign-out', {})
  await tellItNoMore().catch(() => undefined)
  for (const key of draftKeysOf([...account, ...workers])) if (!waiting.includes(key)) forgetHere(key)
}

/** Whose session it is, by all their jobs; nobody's where it has ended by itself. */
async function whoIsHere(): Promise<{ account: string[]; workers: string[] }> {
  try {
    const { account, workers } = await read<Session>(sessionPath)
    return { account: [account.id], workers: workers.map(({ id }) => id) }
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return { account: [], workers: [] }
    throw problem
  }
}
