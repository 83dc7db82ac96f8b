import { createContext, useContext } from 'react'
import type { Locale } from '../texts/locales.ts'

/** A worker is an account's part in one institution: a person with two employers is two workers. */
type SessionWorker = {
  id: string
  name: string
  position: string
  institutionId: string
  institutionName: string
  isHead: boolean
  /** Reads the journal of the institution, as its officer. */
  oversees: boolean
}

export const sessionPath = '/api/session'

/** Answer of `sessionPath`. */
export type Session = {
  account: {
    id: string
    name: string
    administrator: boolean
    secondFactor: boolean
    /** Codes or a passkey, whether or not this session was begun by them. */
    hasFactor: boolean
    /** From when on nothing opens without a second factor; null when none is needed, or it is there. */
    factorDue: string | null
    factorMissing: boolean
  }
  /** As whom the person acts now; null while there is nothing to choose from. */
  worker: SessionWorker | null
  workers: SessionWorker[]
  mode: 'practice' | 'service'
  locale: Locale
}

let opened: SessionWorker | undefined
let left: SessionWorker | undefined
const kept = 'splot-acting-as'
/** What a tab keeps for itself, over every page that is opened in it. */
const tab = typeof sessionStorage === 'undefined' ? undefined : sessionStorage

/** The worker whom an address names, as the link of a letter does. */
const named = () => (tab ? new URLSearchParams(location.search).get('as') : undefined)

/**
 * The worker for whom this page was opened: the one that its address names, else that this tab stands for, else the one chosen last. What it asks and does
 * is done as that one or not at all, whichever job is chosen meanwhile in another tab.
 */
export const openedFor = (now?: Session): SessionWorker | undefined => {
  if (opened || !now) return opened
  const mine = (worker?: string | null) => now.workers.find(({ id }) => id === worker)
  const before = mine(tab?.getItem(kept)) ?? now.worker ?? undefined
  opened = mine(named()) ?? before
  left = before?.id === opened?.id ? undefined : before
  if (opened) tab?.setItem(kept, opened.id)
  return opened
}

/** The job that this tab stood for before the address of its page named another. */
export const leftFor = () => left

/** From its next page on this tab stands for another worker of the same person; other tabs stay as they are. */
export const standFor = (workerId: string): void => tab?.setItem(kept, workerId)

/** Somebody signs in anew: for whom the page is open is to be found out. */
export const openedForNobody = (): void => {
  opened = undefined
  left = undefined
  tab?.removeItem(kept)
}

/** The address of a paper, which a browser opens without headers: it says in whose name. */
export const inMyName = (address: string): string =>
  opened ? `${address}${address.includes('?') ? '&' : '?'}acting-as=${opened.id}` : address

export const SessionContext = createContext<Session | null>(null)

/** Who is here and as whom. Only below the signed-in frame. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the signed-in frame')
  return session
}
