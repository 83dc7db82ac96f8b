import { sql } from 'kysely'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { Entry } from '../platform/journal/entries.ts'
import { writeLetter } from '../platform/mail/letters.ts'

type Told = Pick<Entry, 'verb' | 'class' | 'aboutId' | 'values'> & {
  obstacle?: string
  scopeId: string
  subjectId: string
  to: { email: string; workerId: string }[]
}

/** Reminds whoever is asked and silent, by mail without a word of the family; once a day is enough. */
export async function remind(work: Work, id: string) {
  const { obstacle, to, ...entry } = await work.ask<Told>(sql`asks.remind(${id})`)
  orRefuse('asks', obstacle)
  await work.record({ ...entry, aboutId: entry.aboutId ?? undefined })
  for (const { email, workerId } of to)
    await writeLetter(work.db, email, 'asks:letters.reminder', {
      url: `${work.surroundings.settings.url}/asks/${id}?as=${workerId}`,
    })
  return {}
}
