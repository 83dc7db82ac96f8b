import { z } from 'zod'
import { endpoint, line } from '../../http/contract.ts'
import { clientOf } from '../../web/client.ts'

const password = z.string().min(1).max(200)
/** A new one; the shortest that the sign-in library takes. */
const newPassword = z.string().min(12).max(200)
const ask = { method: 'POST', who: 'anybody', answer: z.any() } as const

/** What forms ask of the sign-in library, whose routes are its own. */
export const authApi = clientOf({
  signIn: endpoint({
    ...ask,
    path: '/auth/sign-in/email',
    summary: 'Signs in; who has a second factor is asked for it then.',
    body: z.object({ email: z.email().max(200), password }),
  }),
  askReset: endpoint({
    ...ask,
    path: '/auth/request-password-reset',
    summary: 'Asks for a letter with a link to a new password.',
    body: z.object({ email: z.email().max(200), redirectTo: z.string() }),
  }),
  setPassword: endpoint({
    ...ask,
    path: '/auth/reset-password',
    summary: 'Sets a new password by the link of a letter.',
    body: z.object({ newPassword, token: z.string() }),
  }),
  changePassword: endpoint({
    ...ask,
    path: '/auth/change-password',
    summary: 'Changes the password, and signs out whoever else is signed in as me.',
    body: z.object({ currentPassword: password, newPassword, revokeOtherSessions: z.boolean() }),
  }),
  enable: endpoint({
    ...ask,
    path: '/auth/two-factor/enable',
    summary: 'Begins a second factor.',
    body: z.object({ password }),
  }),
  verify: endpoint({
    ...ask,
    path: '/auth/two-factor/verify-totp',
    summary: 'Proves the app by its first code.',
    body: z.object({ code: z.string().min(1).max(40) }),
  }),
  addPasskey: endpoint({
    ...ask,
    path: '/auth/passkey/verify-registration',
    summary: 'Adds a passkey of this device.',
    body: z.object({ name: line(0, 80).optional() }),
  }),
})
