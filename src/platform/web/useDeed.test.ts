import { QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { type Deed, useDeed } from './useDeed.ts'

type Given = { deed: () => Promise<void>; onDone: () => void; opened: (deed: Deed<void, void>) => void }

function Page({ deed, onDone, opened }: Given) {
  opened(useDeed<void, void>(deed, onDone))
  return null
}

/** A page that shows the version of a record, and two deeds on it, one after the other or at once. */
function aPage() {
  const record = { version: 1 }
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } })
  const shown = () => queries.getQueryData(['record'])
  queries.setQueryData(['record'], record.version)
  const ask = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return record.version
  }
  new QueryObserver(queries, { queryKey: ['record'], queryFn: ask }).subscribe(() => {})
  const deedOf = (deed: () => Promise<void>, onDone: () => void) => {
    let run = () => {}
    const opened = (made: Deed<void, void>) => {
      run = made.run
    }
    const page = createElement(Page, { deed, onDone, opened })
    renderToString(createElement(QueryClientProvider, { client: queries }, page))
    return () => run()
  }
  return { record, shown, deedOf }
}

test('what follows a deed starts from what is there after it', async () => {
  const { record, shown, deedOf } = aPage()
  const followed = vi.fn()
  deedOf(
    async () => void record.version++,
    () => followed(shown()),
  )()
  await vi.waitFor(() => expect(followed).toHaveBeenCalledWith(2))
})

test('a deed that is begun before the page shows what another changed waits for that', async () => {
  const { record, shown, deedOf } = aPage()
  const startedFrom = vi.fn()
  const print = deedOf(
    async () => startedFrom(shown()),
    () => {},
  )
  const change = deedOf(
    async () => {
      record.version++
      setTimeout(print, 5)
    },
    () => {},
  )
  change()
  await vi.waitFor(() => expect(startedFrom).toHaveBeenCalledWith(2))
})
