import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'

const estimator = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: { ...dictionary, splot: ['splot', 'gops', 'mops', 'pcpr', 'ośrodek', 'kooperacja'] },
})

/** In characters; a shorter one is refused for that. */
export const shortestPassword = 12

/** Whether a password is among those known from leaks, or so close to one that it would be guessed soon. */
export const isKnownBad = (password: string) => estimator.check(password.slice(0, 100)).score < 3

/**
 * Refuses known-bad passwords wherever one is set, before the library does anything: a letter's link stays good for
 * another try, and a sign-in, which sets none, is never told apart by its password. The list ships with Splot:
 * nothing is asked of the internet.
 */
export function refuseKnownPasswords() {
  return {
    id: 'refuse-known-passwords',
    hooks: {
      before: [
        {
          matcher: ({ body }) => typeof body?.newPassword === 'string',
          handler: createAuthMiddleware(async ({ body }) => {
            if (body.newPassword.length >= shortestPassword && isKnownBad(body.newPassword))
              throw new APIError('BAD_REQUEST', {
                code: 'PASSWORD_COMPROMISED',
                message: 'This password is known or easily guessed.',
              })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
