import { useSyncExternalStore } from 'react'

function listen(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the browser believes to have a connection. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)
