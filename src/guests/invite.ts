import { sql } from 'kysely'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { writeLetter } from '../platform/mail/letters.ts'
import { codeFor, digest, newLink } from './come-in.ts'
import { guestPlace } from './questions.ts'

/** Says whether an address is right. When it is, a letter with a link goes there, and nothing else. */
export async function confirmAddress(work: Work, id: string, right: boolean) {
  const guest = await work.mustFind(guestPlace(id))
  const link = newLink()
  orRefuse('guests', await work.ask(sql`guests.confirm(${id}, ${right ? digest(link) : null})`))
  if (right) await writeLetterWith(work, guest, link)
  return {}
}

/** A new link, when the earlier one was used, tried too often, or lost. */
export async function sendAnew(work: Work, id: string) {
  const guest = await work.mustFind(guestPlace(id))
  const link = newLink()
  orRefuse('guests', await work.ask(sql`guests.send_anew(${id}, ${digest(link)})`))
  await writeLetterWith(work, guest, link)
  await record(work, id, guest, 'link-sent')
  return {}
}

export async function makeCode(work: Work, id: string) {
  const guest = await work.mustFind(guestPlace(id))
  orRefuse('guests', await work.ask(sql`guests.make_code(${id})`))
  await record(work, id, guest, 'code-made')
  return {}
}

/** The code that I made within ten minutes, in two groups, as it is read aloud; else null. */
export async function codeToTell(work: Work, id: string) {
  await work.mustFind(guestPlace(id))
  const made = await work.find(
    sql<{ link: Buffer | null; no: number }>`select link, code_no as no from guests.code_of(${id})`,
  )
  if (!made?.link) return { code: null }
  const code = codeFor(work.surroundings.keys, made.link, made.no)
  return { code: `${code.slice(0, 3)} ${code.slice(3)}` }
}

/** Guests have no page of their own that would tell them: a letter says that something changed, and nothing of what. */
export async function tellGuests(
  work: Work,
  subjectId: string,
  what: 'moved' | 'off' | 'completed' | 'over',
) {
  const guests = await work.all(
    sql<{
      email: string
    }>`select email from guests.guest where subject_id = ${subjectId} and confirmed_at is not null and ended_at is null`,
  )
  for (const { email } of guests)
    await writeLetter(work.db, email, `guests:letters.${what}`, {
      url: `${work.surroundings.settings.url}/guest`,
    })
}

type Guest = { scopeId: string; kind: string; opens: string | null; email: string }

/** What stands behind `#` no server is told of: no proxy notes it, no page passes it on. */
const writeLetterWith = (work: Work, { email, kind }: Guest, link: string) =>
  writeLetter(work.db, email, `guests:letters.${kind}`, {
    url: `${work.surroundings.settings.url}/guest#${link}`,
  })

const record = (work: Work, id: string, { scopeId, opens }: Guest, what: string) =>
  work.record({ verb: `guest.${what}`, subjectId: id, scopeId, class: opens ?? 'file' })
