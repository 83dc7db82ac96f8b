import { Note } from '../../kit/Note.tsx'
import { ProblemNotice } from '../../kit/ProblemNotice.tsx'
import { NotProven } from './passkeys.ts'

/** Turning back at the device is no failure: a sentence says how to go on. */
export function PasskeyProblem({ problem, sentence }: { problem: unknown; sentence: string }) {
  return (
    <div role="status" style={{ marginBottom: problem ? 12 : 0 }}>
      {problem instanceof NotProven ? <Note>{sentence}</Note> : <ProblemNotice problem={problem} />}
    </div>
  )
}
