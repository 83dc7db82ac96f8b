import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Practice mode only: whoever sits at the machine picks a fictional person instead of typing a password. */
export function choosePerson() {
  return {
    id: 'choose-person',
    endpoints: {
      choosePerson: createAuthEndpoint(
        '/practice/choose',
        { method: 'POST', body: z.object({ accountId: z.uuid() }) },
        async (context) => {
          const user = await context.context.internalAdapter.findUserById(context.body.accountId)
          if (!user) throw new APIError('NOT_FOUND')
          const session = await context.context.internalAdapter.createSession(user.id)
          await setSessionCookie(context, { session, user })
          return context.json({ accountId: user.id })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
