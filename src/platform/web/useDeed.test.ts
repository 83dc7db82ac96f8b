import { QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { type Deed, useDeed } from './useDeed.ts'

/** A page that shows a record's version, and a deed on it. */
function aPage(deed: (record: { version: number }) => Promise<void>, onDone: (shown: number) => void) {
  const record = { version: 1 }
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } })
  queries.setQueryData(['record'], record.version)
  const ask = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return record.version
  }
  new QueryObserver(queries, { queryKey: ['record'], queryFn: ask }).subscribe(() => {})
  let opened: Deed<void, void> | undefined
  function Page() {
    opened = useDeed<void, void>(
      () => deed(record),
      () => onDone(queries.getQueryData<number>(['record'])!),
    )
    return null
  }
  renderToString(createElement(QueryClientProvider, { client: queries }, createElement(Page)))
  return { run: () => opened!.run() }
}

test('what follows a deed starts from what is there after it', async () => {
  const followed = vi.fn()
  const page = aPage(async (record) => void record.version++, followed)
  page.run()
  await vi.waitFor(() => expect(followed).toHaveBeenCalledWith(2))
})
