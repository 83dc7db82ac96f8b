import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError } from 'better-auth/api'

const estimator = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: { ...dictionary, splot: ['splot', 'gops', 'mops', 'pcpr', 'ośrodek', 'kooperacja'] },
})

/** Whether a password is among those known from leaks, or so close to one that it would be guessed soon. */
export const isKnownBad = (password: string) => estimator.check(password.slice(0, 100)).score < 3

/** Refuses known-bad passwords wherever one is set. The list ships with Splot: nothing is asked of the internet. */
export function refuseKnownPasswords() {
  return {
    id: 'refuse-known-passwords',
    init: (context) => {
      const hash = context.password.hash
      return {
        context: {
          password: {
            ...context.password,
            hash: async (password: string) => {
              if (isKnownBad(password))
                throw new APIError('BAD_REQUEST', {
                  code: 'PASSWORD_COMPROMISED',
                  message: 'This password is known or easily guessed.',
                })
              return hash(password)
            },
          },
        },
      }
    },
  } satisfies BetterAuthPlugin
}
