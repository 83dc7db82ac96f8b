import { useCallback, useEffect, useRef, useState } from 'react'
import { draftHere, forgetHere, type KeptHere, keepHere, noteSent } from './draftsHere.ts'

const waitBeforeSaving = 600

export type Draft<T> = {
  values: T
  /** Changes some of the values and saves soon after. */
  change: (part: Partial<T> | ((values: T) => Partial<T>)) => void
  /** When it was last saved, here or on the server; null when there is nothing to keep. */
  savedAt: Date | null
  /** True when the page opened with something written earlier. */
  restored: boolean
  /** Forgets what was written: after the deed succeeded, or because the person wants to begin anew. */
  clear: () => void
  /** Keeps nothing of it any more, here or on the server; on the page it stays until it is cleared. */
  forget: () => void
  /**
   * Forgets the draft of a form that stays open: what was written is kept as a record now, and stays on the page with
   * what follows from that. What was typed since is a draft still.
   */
  settle: (written: T, part: Partial<T>) => void
  /** Starts from what is there now, unless something is written. */
  follow: () => void
}

export type DraftElsewhere<T> = {
  /** The server's copy, or null. The newer of the two copies wins. */
  load?: () => Promise<Pick<KeptHere<T>, 'values' | 'at'> | null>
  /** Called with the values after each pause in typing, and with null when the draft is done with. */
  save?: (values: T | null) => Promise<unknown>
}

/**
 * What is being written survives a reload, a lost connection and an ended session.
 * @param key one per form and thing, with the worker in it: `${worker.id}/concern/new`; null keeps nothing
 * @param begin what it starts from; asked anew after `clear`
 */
export function useDraft<T extends object>(
  key: string | null,
  begin: () => T,
  elsewhere: DraftElsewhere<T> = {},
): Draft<T> {
  const [kept] = useState(() => draftHere<T>(key))
  const [values, setValues] = useState<T>(() => ({ ...begin(), ...kept?.values }))
  const [savedAt, setSavedAt] = useState<Date | null>(() => (kept ? new Date(kept.at) : null))
  const [restored, setRestored] = useState(kept !== null)
  const changed = useRef(false)
  /** Where it is written: what is kept when the page is left is kept on another. */
  const [page] = useState(() => globalThis.location && location.pathname + location.search)
  const title = useRef('')
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** How often it was settled: what was being saved before is no draft any more. */
  const settled = useRef(0)
  const latest = useRef({ begin, elsewhere, values })
  latest.current = { begin, elsewhere, values }

  useEffect(() => {
    if (key === null) return
    let gone = false
    latest.current.elsewhere
      .load?.()
      .then((other) => {
        const here = draftHere<T>(key)
        if (gone || !other || changed.current || (here && here.at >= other.at)) return
        setValues({ ...latest.current.begin(), ...other.values })
        setSavedAt(new Date(other.at))
        setRestored(true)
      })
      // Without a connection the copy in this browser is enough.
      .catch(() => {})
    return () => {
      gone = true
    }
  }, [key])

  const keep = useCallback(
    (written: T) => {
      if (key === null) return
      const at = new Date()
      const { save } = latest.current.elsewhere
      const kept = {
        values: written,
        at: at.toISOString(),
        page,
        title: title.current,
        unsent: Boolean(save),
      }
      // Where the store of the browser is full or closed only the server's copy is left, and says so itself.
      if (keepHere(key, kept)) setSavedAt(at)
      const before = settled.current
      save?.(written).then(
        () => {
          if (before !== settled.current) return
          noteSent(key, kept)
          setSavedAt(new Date())
        },
        () => {},
      )
    },
    [key, page],
  )

  const unsaved = useRef<T | null>(null)
  useEffect(() => {
    if (!changed.current) return
    unsaved.current = values
    soon.current = setTimeout(() => {
      unsaved.current = null
      keep(values)
    }, waitBeforeSaving)
    return () => clearTimeout(soon.current)
  }, [values, keep])

  useEffect(() => {
    const keepNow = () => {
      if (unsaved.current) keep(unsaved.current)
      unsaved.current = null
    }
    window.addEventListener('pagehide', keepNow)
    return () => {
      window.removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [keep])

  const change = useCallback<Draft<T>['change']>((part) => {
    changed.current = true
    title.current = document.title.replace(/ – Splot$/, '')
    setValues((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }))
  }, [])

  const forget = useCallback(() => {
    clearTimeout(soon.current)
    settled.current++
    changed.current = false
    unsaved.current = null
    if (key === null) return
    forgetHere(key)
    setSavedAt(null)
    setRestored(false)
    latest.current.elsewhere.save?.(null).catch(() => {})
  }, [key])
  const clear = useCallback(() => {
    forget()
    setValues(latest.current.begin())
  }, [forget])
  const settle = useCallback<Draft<T>['settle']>(
    (written, part) => {
      const now = latest.current.values
      if (Object.keys(now).every((name) => now[name as keyof T] === written[name as keyof T])) forget()
      setValues((before) => ({ ...before, ...part }))
    },
    [forget],
  )
  const follow = useCallback(() => {
    if (!changed.current && !restored) setValues(latest.current.begin())
  }, [restored])

  return { values, change, savedAt, restored, clear, forget, settle, follow }
}
