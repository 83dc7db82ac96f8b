import type pg from 'pg'
import webpush from 'web-push'
import type { Keys } from '../keys.ts'
import type { Settings } from '../settings.ts'
import { isPushService } from './services.ts'
import { vapidOf } from './vapid.ts'

type Note = { endpoint: string; p256dh: string; auth: string; body: string; url: string }

/** A device that is switched off hears of it when it is on again within half a day; later it would only be old. */
const ttl = 12 * 3600

/**
 * Sends one note to a push service (RFC 8030, encrypted for the device by RFC 8291). A device that is there no more is forgotten, and one whose keys are none;
 * another refusal is raised, so that the queue tries again, until the `last` try.
 */
export async function sendPush(
  pool: pg.Pool,
  { settings, keys }: { settings: Settings; keys: Keys },
  noteId: string,
  { last }: { last: boolean },
): Promise<void> {
  const { rows } = await pool.query<Note>('select * from push.unsent($1)', [noteId])
  const note = rows[0]
  if (!note || !isPushService(note.endpoint, settings)) return forget()
  const { endpoint, p256dh, auth, body, url } = note
  try {
    const request = sealed()
    // Its keys are none: it can never be told anything.
    if (!request) return await gone()
    const answer = await fetch(request.endpoint, {
      method: 'POST',
      headers: request.headers as Record<string, string>,
      body: new Uint8Array(request.body),
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    })
    await answer.body?.cancel()
    // Gone, or asked for under another key of ours: it is asked for anew, or not at all.
    if ([403, 404, 410].includes(answer.status)) return await gone()
    if (!answer.ok) throw new Error(`push service: ${answer.status}`)
  } catch (error) {
    if (last) await forget()
    throw error
  }
  await forget()

  function sealed() {
    try {
      return webpush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify({ body, url }),
        {
          TTL: ttl,
          vapidDetails: {
            subject: settings.url.startsWith('https:') ? settings.url : 'mailto:splot@localhost',
            ...vapidOf(keys),
          },
          contentEncoding: 'aes128gcm',
        },
      )
    } catch {
      return undefined
    }
  }
  async function gone() {
    await pool.query('select push.gone($1)', [noteId])
  }
  async function forget() {
    await pool.query('select push.sent($1)', [noteId])
  }
}
