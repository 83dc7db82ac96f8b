import * as Y from 'yjs'
import { Problem } from '../../platform/web/request.ts'
import { smallestChange } from './smallestChange.ts'
import { words as wordsOf } from './words.ts'

/** How what is written stands: kept by all, on its way, waiting for the line, or taken by nobody any more. */
export type Standing =
  | { is: 'kept'; at: Date | null }
  | { is: 'going' }
  | { is: 'waiting' }
  | { is: 'refused'; problem: Problem }

/** In milliseconds. */
const gather = 150
const tryAgain = 3_000

/** As drafts of forms are kept: whoever signs out leaves none of their own. */
const prefix = 'splot:draft:'

const toText = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
export const toBytes = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

/**
 * The note of one point in this browser: a document of its own that takes in what others write, and sends what is written here.
 * Without a line it goes on; what was not sent yet survives a reload, and goes when the line is back.
 *
 * @param key names it in the store of the browser, with the worker in it
 */
export function aNote(key: string, send: (edit: string) => Promise<unknown>) {
  const doc = new Y.Doc()
  const text = doc.getText(wordsOf)
  const place = `${prefix}${key}`
  const listeners = new Set<() => void>()
  let unsent: Uint8Array[] = []
  let standing: Standing = { is: 'kept', at: null }
  let soon: ReturnType<typeof setTimeout> | undefined
  let sending = false
  /** Others' edits that wait while a sign is being put together in the field. */
  let held: string[] | null = null

  const stands = (now: Standing) => {
    standing = now
    for (const listener of listeners) listener()
  }
  const keepHere = () => {
    try {
      if (unsent.length) localStorage.setItem(place, JSON.stringify(toText(Y.mergeUpdates(unsent))))
      else localStorage.removeItem(place)
    } catch {
      // The store of the browser is full or closed: what is written lives as long as the page.
    }
  }
  const sendSoon = (wait: number) => {
    clearTimeout(soon)
    soon = setTimeout(push, wait)
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'others') return
    unsent.push(update)
    keepHere()
    if (standing.is === 'refused') return
    stands({ is: 'going' })
    if (!sending) sendSoon(gather)
  })

  async function push() {
    if (sending || !unsent.length || standing.is === 'refused') return
    sending = true
    const count = unsent.length
    try {
      await send(toText(Y.mergeUpdates(unsent)))
      unsent = unsent.slice(count)
      keepHere()
      stands(unsent.length ? { is: 'going' } : { is: 'kept', at: new Date() })
      if (unsent.length) sendSoon(gather)
    } catch (problem) {
      fail(problem)
    } finally {
      sending = false
    }
  }

  function fail(problem: unknown) {
    if (!(problem instanceof Problem) || ![400, 403, 404, 409].includes(problem.status)) {
      stands({ is: 'waiting' })
      sendSoon(tryAgain)
    } else if (problem.code === 'edit-does-not-follow' && unsent.length !== 1) {
      // What came before it was lost on its way: the whole document holds it.
      unsent = [Y.encodeStateAsUpdate(doc)]
      sendSoon(gather)
    } else stands({ is: 'refused', problem })
  }

  try {
    const kept = localStorage.getItem(place)
    if (kept) Y.applyUpdate(doc, toBytes(JSON.parse(kept) as string), 'here')
  } catch {
    // Nothing readable was kept.
  }
  function take(edits: string[]) {
    if (held) held.push(...edits)
    else for (const edit of edits) Y.applyUpdate(doc, toBytes(edit), 'others')
  }
  const online = () => sendSoon(0)
  window.addEventListener('online', online)

  return {
    doc,
    text,
    standing: () => standing,
    /** What others wrote. */
    take,
    /** Others' words come in after it is let go: where a letter is made of several keys, the field is left alone meanwhile. */
    hold: () => {
      held ??= []
    },
    letGo: () => {
      const waiting = held
      held = null
      if (waiting) take(waiting)
    },
    /** What was typed here, as the field now reads. */
    write(after: string, caret: number) {
      const change = smallestChange(text.toString(), after, caret)
      if (!change) return
      doc.transact(() => {
        if (change.gone) text.delete(change.at, change.gone)
        if (change.come) text.insert(change.at, change.come)
      }, 'here')
    },
    onStanding(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    leave() {
      clearTimeout(soon)
      window.removeEventListener('online', online)
      void push()
    },
  }
}

export type Note = ReturnType<typeof aNote>
