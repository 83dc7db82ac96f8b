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

test('what follows a deed starts from what is there after it', async () => {
  let version = 1
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } })
  queries.setQueryData(['record'], version)
  const ask = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return version
  }
  new QueryObserver(queries, { queryKey: ['record'], queryFn: ask }).subscribe(() => {})
  let run = () => {}
  const followed = vi.fn()
  const page = createElement(Page, {
    deed: async () => void version++,
    onDone: () => followed(queries.getQueryData(['record'])),
    opened: (deed) => {
      run = deed.run
    },
  })
  renderToString(createElement(QueryClientProvider, { client: queries }, page))
  run()
  await vi.waitFor(() => expect(followed).toHaveBeenCalledWith(2))
})
