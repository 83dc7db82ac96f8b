import { inWords } from './obstacle.ts'

/** What a programme is given to end well. */
export type Course = {
  /** What was opened is closed again whichever way the programme ends: the last opened first. */
  atEnd(close: () => unknown): void
  /** Ends it with what stands in the way, from wherever that is noticed. */
  fail(error: unknown): void
  /** From here on the programme serves until it is told to end, and being told is no fault. */
  serve(): Promise<never>
}

/**
 * Runs one of our programmes from its first line to its last. However it ends (done, told to by a signal, failed, or by
 * an error that nobody caught), what it opened is closed, and whoever runs the machine reads a sentence that says what
 * to do; the exit code is 0 when it did its work and 1 otherwise.
 */
export async function programme(work: (course: Course) => Promise<void>): Promise<void> {
  const opened: (() => unknown)[] = []
  let serving = false
  let ending = false

  async function end(code: number) {
    if (ending) return
    ending = true
    // What cannot be closed must not keep us from closing the rest, nor from going.
    setTimeout(() => process.exit(code), longestEnd).unref()
    for (const close of opened.reverse())
      await Promise.resolve()
        .then(close)
        .catch(() => undefined)
    process.exit(code)
  }
  function fail(error: unknown) {
    if (!ending) tell(error)
    return end(1)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void end(serving ? 0 : 1))
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  try {
    await work({
      atEnd: (close) => void opened.push(close),
      fail: (error) => void fail(error),
      serve: () => {
        serving = true
        return new Promise<never>(() => undefined)
      },
    })
    await end(0)
  } catch (error) {
    await fail(error)
  }
}

const longestEnd = 90_000

function tell(error: unknown) {
  const words = inWords(error)
  if (words) return console.error(`\n${words}\n`)
  console.error(
    '\nSplot natrafił na błąd, którego nie przewidział, i kończy pracę. To, co potwierdzone, jest zapisane. ' +
      'Uruchom go jeszcze raz; jeśli to się powtarza, prześlij autorom te wiersze:\n',
  )
  console.error(error)
}
