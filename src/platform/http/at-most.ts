import type { Refusal } from './problem.ts'

/** Lets so many pieces of work go on at once; who comes when all places are taken is refused, and waits for nobody. */
export function atMost(most: number, crowded: () => Refusal) {
  let taken = 0
  return async <Done>(work: () => Promise<Done>): Promise<Done> => {
    if (taken >= most) throw crowded()
    taken++
    try {
      return await work()
    } finally {
      taken--
    }
  }
}
