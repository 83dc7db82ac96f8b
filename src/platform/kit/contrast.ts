import { useSyncExternalStore } from 'react'

export type Contrast = 'normal' | 'more'

const key = 'splot:contrast'
const system = window.matchMedia('(prefers-contrast: more)')
const listeners = new Set<() => void>()

/** What the person chose here, else what the system asks for. */
function current(): Contrast {
  const chosen = localStorage.getItem(key)
  if (chosen === 'normal' || chosen === 'more') return chosen
  return system.matches ? 'more' : 'normal'
}

function apply() {
  document.documentElement.dataset.contrast = current()
  for (const listener of listeners) listener()
}

system.addEventListener('change', apply)
apply()

export function chooseContrast(contrast: Contrast) {
  localStorage.setItem(key, contrast)
  apply()
}

export function useContrast(): Contrast {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, current)
}
