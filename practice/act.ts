import { createHash } from 'node:crypto'
import type { Database } from '../src/platform/database/open.ts'
import { actAs } from '../src/platform/database/work.ts'
import { type Surroundings, Work } from '../src/platform/http/work.ts'
import { practiceInstitutions } from './institutions.ts'

/** A stable id for a thing of the practice world, so that links and tests can name it. */
export function idOf(name: string): string {
  const hash = createHash('sha256').update(`splot-practice/${name}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-7${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

export const workerId = (key: string) => idOf(`worker/${key}`)
export const institutionId = (key: string) => idOf(`institution/${key}`)
export const accountId = (key: string) => {
  const worker = practiceInstitutions.flatMap((each) => each.workers).find((each) => each.key === key)
  return idOf(`account/${worker?.sameAs ?? key}`)
}
const employer = (key: string) =>
  practiceInstitutions.find((each) => each.workers.some((worker) => worker.key === key))!

/** Does deeds in the name of a person of the practice world, exactly as the app would. */
export function actor(database: Database, surroundings: Surroundings) {
  return <T>(key: string, deed: (work: Work) => Promise<T>): Promise<T> => {
    const acting = { workerId: workerId(key), institutionId: institutionId(employer(key).key) }
    return actAs(database.app, acting, (db) =>
      deed(
        new Work({
          db,
          account: {
            id: accountId(key),
            name: key,
            locale: 'pl',
            administrator: false,
            factorMissing: false,
            sessionId: acting.workerId,
          },
          actor: acting,
          surroundings,
          expectedVersion: 1,
        }),
      ),
    )
  }
}

export type Acting = ReturnType<typeof actor>
