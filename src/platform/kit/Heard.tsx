import { Suspense } from 'react'
import { hearers } from '../web/all-doors.ts'

/** What is asked of words that others will read, as the slices that listen say. */
export function Heard({ written }: { written: { column: string; words: string }[] }) {
  return hearers.map(({ of, Part }, i) => {
    const words = written.flatMap((each) => (of(each.column) ? [each.words] : [])).join('\n')
    return (
      words && (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are always the same
        <Suspense key={i}>
          <Part words={words} />
        </Suspense>
      )
    )
  })
}
