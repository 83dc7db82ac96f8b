import { useInfiniteQuery } from '@tanstack/react-query'
import type { AnswerOf, Endpoint } from '../http/contract.ts'
import { type Call, type Input, pathOf } from './client.ts'

type ItemOf<E extends Endpoint> = AnswerOf<E> extends { items: (infer Item)[] } ? Item : never

/** A long list, a page at a time: `items` so far, `more` to ask for the next page (null when all are here). */
export function usePages<E extends Endpoint>(
  call: Call<E>,
  input: Omit<Input<E>, 'query'> & { query?: object },
) {
  const query = useInfiniteQuery({
    queryKey: [pathOf(call.endpoint, input), 'pages'],
    queryFn: ({ pageParam }) =>
      call({ ...input, query: { ...input.query, after: pageParam } } as unknown as Input<E>) as Promise<
        AnswerOf<E> & { items: ItemOf<E>[]; next: string | null }
      >,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return {
    data: query.data?.pages.flatMap((page) => page.items),
    /** What the first page says of all of them. */
    first: query.data?.pages[0] as AnswerOf<E> | undefined,
    error: query.error,
    refetch: query.refetch,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    busy: query.isFetchingNextPage,
  }
}
