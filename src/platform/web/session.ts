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

/**
 * The worker for whom this page was opened: the first that is known of. What it asks and does is done as that one or not at
 * all, whichever job is chosen meanwhile in another tab.
 */
export const openedFor = (now?: Session): SessionWorker | undefined => {
  opened ??= now?.worker ?? undefined
  return opened
}

/** Somebody signs in anew: for whom the page is open is to be found out. */
export const openedForNobody = (): void => {
  opened = undefined
}

export const SessionContext = createContext<Session | null>(null)

/** Who is here and as whom. Only below the signed-in frame. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the signed-in frame')
  return session
}
