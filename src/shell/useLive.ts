import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { inMyName, sessionPath } from '../platform/web/session.ts'

const gather = 400
const reopenAfter = 5_000

/**
 * Keeps what is on the screen fresh: the server says only "look again", also on (re)connecting, and everything
 * shown is asked for anew, once for a burst of messages. `bye` says that nothing opens any more: the session says why.
 */
export function useLive(listens: boolean) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!listens) return
    let stream: EventSource | undefined
    let soon: ReturnType<typeof setTimeout> | undefined
    let reopen: ReturnType<typeof setTimeout> | undefined

    function open() {
      stream = new EventSource(inMyName('/api/live'))
      stream.onmessage = () => {
        clearTimeout(soon)
        soon = setTimeout(() => queries.invalidateQueries(), gather)
      }
      stream.addEventListener('bye', () => {
        stream?.close()
        queries.invalidateQueries({ queryKey: [sessionPath] })
      })
      // The browser reconnects by itself after a lost connection, but not after an answer that is no stream.
      stream.onerror = () => {
        if (stream?.readyState === EventSource.CLOSED) reopen = setTimeout(open, reopenAfter)
      }
    }
    open()
    return () => {
      clearTimeout(soon)
      clearTimeout(reopen)
      stream?.close()
    }
  }, [queries, listens])
}
