import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem, read } from './request.ts'
import { openedFor, type Session, sessionPath } from './session.ts'

/** Asking again helps against a lost connection or a busy server, not against an answer. */
const worthAsking = (failures: number, problem: unknown) =>
  failures < 2 && !(problem instanceof Problem && problem.status >= 400 && problem.status < 500)

/**
 * The session ended meanwhile, or needs a second factor by now: asking who is here leads to the sign-in page or to the way
 * to add one, and drafts are kept. Or it acts as another worker, and the page says so.
 */
function onProblem(problem: unknown) {
  if (
    problem instanceof Problem &&
    (problem.status === 401 || ['factor-needed', 'acting-as-another'].includes(problem.code))
  )
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

const asked = (path: string) => ({
  queryKey: [path],
  queryFn: ({ signal }: { signal: AbortSignal }) => read<never>(path, signal),
})

/** Who is here, as far as anybody is. */
export async function whoIsHere(): Promise<Session | undefined> {
  const session = await queries.ensureQueryData<Session>(asked(sessionPath)).catch(() => undefined)
  openedFor(session)
  return session
}

/** Asks now what a page will ask once its code is here, where somebody is who may. */
export async function askAhead(path: string): Promise<void> {
  const session = await whoIsHere()
  if (session && !session.account.factorMissing) await queries.prefetchQuery(asked(path))
}
