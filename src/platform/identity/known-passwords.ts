import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { dictionary as polish } from '@zxcvbn-ts/language-pl'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type pg from 'pg'

/** In characters; a shorter one is refused for that. */
export const shortestPassword = 12

/** What is said at work every day, and by whoever thinks of a password there. */
const ofTheWork =
  'splot kooperacja ośrodek pomoc pomocy pomocowy społeczna społecznej rodzina rodziny rodzinie centrum praca pracownik pracownica pracownicy socjalny socjalna socjalni kierownik kierowniczka kierownictwo dyrektor dyrektorka sekretariat asystent asystentka pedagog pedagożka psycholog psycholożka kurator kuratorka dzielnicowy dzielnicowa komenda policja szkoła szkoły podstawowa przychodnia poradnia fundacja gmina gminny miejski powiat powiatowe urząd niebieska karta hasło password gops mops pcpr'.split(
    ' ',
  )

const months =
  'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień wiosna lato jesień zima'.split(
    ' ',
  )

/** With neither Polish signs nor capitals, which hide a word from nobody who guesses. */
const plain = (text: string) =>
  text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')

let estimator: ZxcvbnFactory | undefined

/** Made when it is first asked for: it takes longer than a start should wait. */
const estimate = () => {
  estimator ??= new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary: {
      ...dictionary,
      ...Object.fromEntries(Object.entries(polish).map(([of, words]) => [`polish-${of}`, words.map(plain)])),
      months: months.map(plain),
    },
  })
  return estimator
}

/**
 * Whether a password would be guessed soon (NIST SP 800-63B, 3.1.1.2): it is known from leaks or close to one that is, or
 * hardly anything is left of it without what anybody knows of its owner: the words `around` them (name, address,
 * institution, position) and those of the work. A sign between two words makes it no better.
 */
export function isEasilyGuessed(password: string, around: string[]): boolean {
  const bare = (text: string) => plain(text).replace(/(?<=[a-z\d])[\s\-_.,](?=[a-z\d])/g, '')
  const known = [...around, ...ofTheWork]
    .flatMap((words) => [bare(words), ...plain(words).split(/[^a-z\d]+/)])
    .filter((word) => word.length > 3)
    .sort((one, other) => other.length - one.length)
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), bare(password.slice(0, 100)))
  return estimate().check(left).score < 4
}

/**
 * Refuses passwords that are easily guessed wherever one is set, before the library does anything: a letter's link stays
 * good for another try, and a sign-in, which sets none, is never told apart by its password. The lists ship with Splot:
 * nothing is asked of the internet.
 */
export function refuseKnownPasswords(pool: pg.Pool) {
  return {
    id: 'refuse-known-passwords',
    hooks: {
      before: [
        {
          matcher: ({ body }) => typeof body?.newPassword === 'string',
          handler: createAuthMiddleware(async (context) => {
            const { newPassword } = context.body
            if (newPassword.length < shortestPassword) return
            if (isEasilyGuessed(newPassword, await wordsAround(pool, await whose(context))))
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

/** The account whose password is set: of whoever is signed in, or of whom a letter's link was written to. */
async function whose(context: Parameters<typeof getSessionFromCtx>[0]): Promise<string | undefined> {
  const token = context.body.token ?? context.query?.token
  if (!token) return (await getSessionFromCtx(context))?.user.id
  return (await context.context.internalAdapter.findVerificationValue(`reset-password:${token}`))?.value
}

async function wordsAround(pool: pg.Pool, account: string | undefined): Promise<string[]> {
  if (!account) return []
  const { rows } = await pool.query<{ words: string }>('select identity.words_around($1) as words', [account])
  return rows.map(({ words }) => words)
}
