const prefix = 'splot:draft:'

/** What is being written in a form, as this browser keeps it. */
export type KeptHere<T = Record<string, unknown>> = {
  values: T
  at: string
  /** Where it was written, and what that page is called: names of pages say nothing of anybody. */
  page?: string
  title?: string
  /** The server has not got it yet. */
  unsent?: boolean
}

export function draftHere<T>(key: string | null): KeptHere<T> | null {
  if (key === null) return null
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as KeptHere<T> | null
  } catch {
    return null
  }
}

/** False where the store of the browser is full or closed. */
export function keepHere(key: string, kept: KeptHere<unknown>): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** The server has it, unless something was written since. */
export function noteSent(key: string, { at }: { at: string }): void {
  const kept = draftHere(key)
  if (kept?.at === at) keepHere(key, { ...kept, unsent: false })
}

export const forgetHere = (key: string): void => localStorage.removeItem(prefix + key)

const draftKeys = (): string[] =>
  Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))

/** Of what waits here what these began: a key begins with who writes. */
export const draftKeysOf = (writers: string[]): string[] =>
  draftKeys().filter((key) => writers.some((writer) => key.startsWith(`${writer}/`)))

/** Something written waits in this browser, whosever it is: whoever signs out by themselves leaves nothing of theirs. */
export const draftsWait = (): boolean => draftKeys().length > 0

/** Where what a guest writes on the page of one visit is kept. */
export const guestDrafts = (visit: string): string => `guest/${visit}/`

/** Leaves nothing written here, or nothing of one guest: called when practice begins anew, or when a guest leaves. */
export function forgetDrafts(of = ''): void {
  for (const key of draftKeys()) if (key.startsWith(of)) forgetHere(key)
}

/** What a worker began on pages of this browser and has not sent, the newest first. */
export function draftsOf(workerId: string): { page: string; title: string; at: string }[] {
  return draftKeysOf([workerId])
    .flatMap((key) => {
      const { page, title, at } = draftHere(key) ?? {}
      return page && title && at ? [{ page, title, at }] : []
    })
    .sort((a, b) => b.at.localeCompare(a.at))
}
