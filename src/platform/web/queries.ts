import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem, read } from './request.ts'
import { sessionPath } from './session.ts'

/** Asking again helps against a lost connection or a busy server, not against an answer. */
const worthAsking = (failures: number, problem: unknown) =>
  failures < 2 && !(problem instanceof Problem && problem.status >= 400 && problem.status < 500)

/** The session ended meanwhile: asking who is here leads to the sign-in page, and drafts are kept. */
function onProblem(problem: unknown) {
  if (problem instanceof Problem && problem.status === 401)
    queries.invalidateQueries({ queryKey: [sessionPath] })
}

/** What the server answered, and what it is asked. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (problem, { queryKey }) => queryKey[0] !== sessionPath && onProblem(problem),
  }),
  mutationCache: new MutationCache({ onError: onProblem }),
  defaultOptions: { queries: { retry: worthAsking, staleTime: 10_000 } },
})

/** Asks now what a page will ask once its code is here. */
export const askAhead = (path: string): void =>
  void queries.prefetchQuery({ queryKey: [path], queryFn: ({ signal }) => read(path, signal) })
