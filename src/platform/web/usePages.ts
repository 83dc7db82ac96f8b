import { useInfiniteQuery } from '@tanstack/react-query'

type Page<T> = { items: T[]; next: string | null }

/** A long list, a page at a time: `items` so far, `more` to ask for the next page (null when all are here). */
export function usePages<T>(queryKey: unknown[], ask: (after: string | undefined) => Promise<Page<T>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return {
    data: query.data?.pages.flatMap((page) => page.items),
    error: query.error,
    refetch: query.refetch,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    busy: query.isFetchingNextPage,
  }
}
