import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Problem } from './request.ts'

export type Deed<Input, Answer> = {
  run: (input: Input) => void
  busy: boolean
  /** What is being done at this moment, to show it before the answer comes. */
  trying: Input | undefined
  /** Why it did not succeed: for `Form` or `ProblemNotice`. */
  problem: unknown
  /** What the server answered, once it did. */
  answer: Answer | undefined
  done: boolean
  /** Forgets the last answer, so that the form may be used anew. */
  reset: () => void
}

/** Of a file that is sent, what tells it from another. */
const told = (_: string, value: unknown) =>
  value instanceof File ? [value.name, value.size, value.lastModified] : value

/** In milliseconds: a page that does not answer does not hold what is done already. */
const longestWait = 4_000

const waited = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
/** As long as the page still shows what was before the last deed. */
let catchingUp: Promise<void> | undefined

/** Everything on the screen as it is now. */
function askedAnew(queries: QueryClient): Promise<void> {
  const asked = Promise.race([queries.invalidateQueries(), waited(longestWait)]).then(async () => {
    // What came is drawn with the next beats.
    await waited(0)
    await waited(0)
    if (catchingUp === asked) catchingUp = undefined
  })
  catchingUp = asked
  return asked
}

/** At once, or when the page shows what the deed before has changed: what starts from a version must not be refused for that. */
export function whenCaughtUp(begin: () => void) {
  if (catchingUp) catchingUp.then(() => whenCaughtUp(begin))
  else begin()
}

/**
 * A deed of a page. The same input tried again carries the same Idempotency-Key, so that a lost answer never does it
 * twice; afterwards everything on the screen is asked for anew, and only then what follows is there: it would start from
 * what was before, and be refused as if somebody else had changed it.
 */
export function useDeed<Input = void, Answer = unknown>(
  deed: (input: Input, key: string) => Promise<Answer>,
  onDone?: (answer: Answer, input: Input) => void,
): Deed<Input, Answer> {
  const queries = useQueryClient()
  const tried = useRef<{ written: string; key: string } | null>(null)
  const latest = useRef(onDone)
  latest.current = onDone
  const [trying, setTrying] = useState<Input>()
  const [waits, setWaits] = useState(false)
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      const written = JSON.stringify(input, told) ?? ''
      if (tried.current?.written !== written) tried.current = { written, key: crypto.randomUUID() }
      return deed(input, tried.current.key)
    },
    onSuccess: async (answer, input) => {
      tried.current = null
      await askedAnew(queries)
      latest.current?.(answer, input)
    },
    // Somebody was quicker: the page shows how it is now.
    onError: async (error) => {
      if (error instanceof Problem && error.status === 409) await askedAnew(queries)
    },
  })
  return {
    run: (input) => {
      // At once, and not with the next beat of the query library: a box that was ticked must stay ticked.
      setTrying(input)
      setWaits(true)
      whenCaughtUp(() => {
        setWaits(false)
        mutation.mutate(input, { onSettled: () => setTrying(undefined) })
      })
    },
    busy: waits || mutation.isPending,
    trying,
    problem: mutation.error,
    answer: mutation.data,
    done: mutation.isSuccess,
    reset: mutation.reset,
  }
}
