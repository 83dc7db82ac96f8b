import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { KitProvider, styleNonce } from '../platform/kit/KitProvider.tsx'
import { Problem, read } from '../platform/web/request.ts'
import { sessionPath } from '../platform/web/session.ts'
import '../platform/kit/contrast.ts'
import '../platform/web/texts.ts'
import { router } from './routes.tsx'

// The part of Mantine's dialogs that locks scrolling reads its nonce from this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

/** Asking again helps against a lost connection or a busy server, not against an answer. */
const worthAsking = (failures: number, problem: unknown) =>
  failures < 2 && !(problem instanceof Problem && problem.status >= 400 && problem.status < 500)

/** The session ended meanwhile: asking who is here leads to the sign-in page, and drafts are kept. */
function onProblem(problem: unknown) {
  if (problem instanceof Problem && problem.status === 401)
    queries.invalidateQueries({ queryKey: [sessionPath] })
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (problem, { queryKey }) => queryKey[0] !== sessionPath && onProblem(problem),
  }),
  mutationCache: new MutationCache({ onError: onProblem }),
  defaultOptions: { queries: { retry: worthAsking, staleTime: 10_000 } },
})

// The page asked already, ahead of this code. Its answer is taken now, whatever page it is: left lying, the "nobody" of the
// sign-in page would be handed out after the sign-in.
void queries.prefetchQuery({ queryKey: [sessionPath], queryFn: () => read(sessionPath) })

createRoot(document.getElementById('splot')!).render(
  <KitProvider>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </KitProvider>,
)

if (import.meta.env.PROD) navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined)
