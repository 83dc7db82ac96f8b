import { useQueries } from '@tanstack/react-query'
import { read } from './request.ts'
import { type Session, useSession } from './session.ts'

const lookAgainAfter = 60_000

/**
 * What the other jobs of this person answer to the same question, each asked in its own name: one request is one work, so
 * they are asked side by side. Those that do not answer are left out.
 */
export function useOtherJobs<Answer>(path: string): { job: Session['workers'][number]; answer: Answer }[] {
  const { worker, workers } = useSession()
  const others = workers.filter(({ id }) => worker && id !== worker.id)
  const answers = useQueries({
    queries: others.map(({ id }) => ({
      queryKey: [path, id],
      queryFn: ({ signal }: { signal: AbortSignal }) => read<Answer>(path, signal, id),
      refetchInterval: lookAgainAfter,
    })),
  })
  return others.flatMap((job, at) => {
    const answer = answers[at]?.data
    return answer ? [{ job, answer }] : []
  })
}
