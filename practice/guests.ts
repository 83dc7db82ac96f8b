import { sql } from 'kysely'
import { digest, newLink } from '../src/guests/come-in.ts'
import { confirmAddress, makeCode } from '../src/guests/invite.ts'
import type { Stage } from './story.ts'

/** A colleague confirms the address of a guest, who comes in by a link and a code, as from a phone of theirs: what their browser keeps. */
export async function guestCameIn(act: Stage['act'], inviter: string, confirmer: string, guest: string) {
  await act(confirmer, (work) => confirmAddress(work, guest, true))
  const [link, visit] = [newLink(), newLink()].map(digest)
  await act(inviter, async (work) => {
    await work.ask(sql`guests.send_anew(${guest}, ${link})`)
    await makeCode(work, guest)
    await work.ask(sql`guests.knock(${link})`)
    await work.ask(sql`guests.let_in(${link}, ${visit})`)
  })
  return visit
}
