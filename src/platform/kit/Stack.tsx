import type { ReactNode } from 'react'

/** Sections one under another, without columns. */
export function Stack({ children }: { children: ReactNode }) {
  return <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>{children}</div>
}
