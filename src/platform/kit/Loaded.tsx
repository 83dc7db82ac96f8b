import type { ReactNode } from 'react'
import { Problem } from '../web/request.ts'
import { LoadingRows } from './LoadingRows.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'

export type LoadedProps<T> = {
  /** A query of TanStack Query. */
  query: { data: T | undefined; error: unknown; refetch: () => unknown }
  /** Rows of the skeleton: about as many as will come. */
  rows?: number
  /** In place of what is not there (any more). */
  gone?: ReactNode
  children: (data: T) => ReactNode
}

/** What was asked for; until it comes rows of its height, and when it does not come, why. */
export function Loaded<T>({ query, rows, gone, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (gone && query.error instanceof Problem && query.error.status === 404) return <>{gone}</>
  if (query.error) return <ProblemNotice problem={query.error} onRetry={() => query.refetch()} />
  return <LoadingRows rows={rows ?? 3} />
}
