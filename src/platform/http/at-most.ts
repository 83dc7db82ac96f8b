import type { Refusal } from './problem.ts'

/**
 * Lets so many pieces of work go on at once, and so many of one account, so that nobody holds the places of all. Who comes when
 * they are taken is refused, and waits for nobody.
 */
export function atMost({ places, ofOne }: { places: number; ofOne: number }, crowded: () => Refusal) {
  const taken: string[] = []
  return async <Done>(accountId: string, work: () => Promise<Done>): Promise<Done> => {
    if (taken.length >= places || taken.filter((id) => id === accountId).length >= ofOne) throw crowded()
    taken.push(accountId)
    try {
      return await work()
    } finally {
      taken.splice(taken.indexOf(accountId), 1)
    }
  }
}
