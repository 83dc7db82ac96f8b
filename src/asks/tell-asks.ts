import type pg from 'pg'
import { inTransactionOf } from '../platform/database/in-transaction.ts'
import { writeLetterTo } from '../platform/mail/letters.ts'
import { inEachFolder } from '../platform/parts.ts'
import type { Settings } from '../platform/settings.ts'
import { type Day, weekdayAndDay } from '../platform/texts/dates.ts'
import type { Locale } from '../platform/texts/locales.ts'
import { textFor } from '../platform/texts/server.ts'

type Told = {
  worker_id: string
  account_id: string | null
  email: string | null
  locale: Locale
  id: string
  kind: string
  step: number
  from: string | null
  institution: string | null
  answer_by: Day | null
}

/**
 * Writes to each person what waits for their answer, what they are told besides, and who is silent: one letter a person, with a
 * link to each thing that opens in the right one of their jobs; and tells their devices how much it is. Neither says a word of a
 * family.
 *
 * @param when at which instant, and whether to look at everything; else by the clock
 */
export async function tellAsks(
  pool: pg.Pool,
  settings: Settings,
  when: { at?: Date; everything?: boolean } = {},
): Promise<void> {
  await inTransactionOf(pool, async (client) => {
    const given = Object.entries(when)
    const { rows } = await client.query<Told>(
      `select worker_id, account_id, email, locale, id, kind, step, "from", institution, answer_by::text
       from asks.letters_to_write(${given.map(([name], i) => `${name} => $${i + 1}`).join(', ')})`,
      given.map(([, value]) => value),
    )
    const write = writeLetterTo(client)
    for (const told of Map.groupBy(rows, ({ worker_id }) => worker_id).values()) {
      const { account_id, email, locale } = told[0]!
      const say = textFor(locale)
      const lines = told.map((each) => ({
        line: lineOf(each, say),
        url: `${settings.url}${pathOf(each)}`,
      }))
      if (account_id)
        await client.query('select push.write($1, $2, $3)', [
          account_id,
          say('asks:push', { count: String(lines.length) }),
          lines.length === 1 ? pathOf(told[0]!) : `/?as=${told[0]!.worker_id}`,
        ])
      if (!email) continue
      if (lines.length === 1) await write(email, 'asks:letters.one', lines[0]!, locale)
      else
        await write(
          email,
          'asks:letters.several',
          {
            count: String(lines.length),
            lines: lines.map(({ line, url }) => `– ${line}\n  ${url}`).join('\n\n'),
          },
          locale,
        )
    }
  })
}

const pathOf = ({ id, worker_id }: Told) => `/asks/${id}?as=${worker_id}`

const words: Record<string, `${string}:${string}`> = Object.assign(
  {},
  ...(await inEachFolder('tells.ts')).map(({ tells }) => tells.letters),
)

const silences = [undefined, 'deputy', 'head', 'leader', 'asker', 'standIn', 'lastDay'] as const

function lineOf(
  { kind, step, from, institution, answer_by, locale }: Told,
  say: ReturnType<typeof textFor>,
): string {
  const until = answer_by ? weekdayAndDay(answer_by, locale) : ''
  const silence = silences[step]
  const asked = () => say(words[kind]!, { from: from ?? '', until })
  if (silence === 'lastDay') return say('asks:letters.silence.lastDay', { asked: asked() })
  return silence
    ? say(words[`${kind}.${silence}`] ?? `asks:letters.silence.${silence}`, {
        institution: institution ?? '',
        from: from ?? '',
        until,
      })
    : asked()
}
