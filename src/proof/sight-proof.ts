import type fc from 'fast-check'
import { inEachFolder } from '../platform/parts.ts'
import type { Sight } from './oracle.ts'
import type { Class, Heart, Period, World } from './world.ts'

/** How a slice puts its rows of a world into the database. */
export type Hands = {
  /** The id of a thing, by kind and place in its list. */
  of(kind: string, no: number): string
  /** An instant, given in hours from now. */
  at(hours: number): string
  range(period: Period): string
  /** One statement, after those that gave what it needs; which come first among the others is left to chance. */
  step(gives: string, needs: string[], sql: string, ...given: unknown[]): void
  /** A fact with a period, in one step, or in two of which the second ends it. */
  lasting(
    gives: string,
    needs: string[],
    life: Period,
    table: string,
    id: string,
    sql: (range: string) => [string, ...unknown[]],
  ): void
}

/** Whose sight is asked for, and in which world. */
export type Who = {
  worker: number
  /** The institution that they work in. */
  mine: number
  world: World
  sight: Sight
}

/** Says that a row is seen when something holds. */
export type Show = (row: string, when: boolean) => void

/**
 * What a slice says of the sight of its rows: its tables, the rows of a world in them, and who sees each, told from the
 * tables of the model. It stands in `sight.proof.ts` of the slice's folder; a guarded table that no slice names is red.
 */
export type SightProof = {
  /** For each table, or function that shows rows, the words for a row as SQL; ids in them are read as names. */
  tables: Record<string, string>
  /** Facts of this slice that a test makes up; what they add to World is declared beside them. */
  facts?: {
    made: fc.Arbitrary<object>
    /** Of what was made up, what the database accepts in this world. */
    fitting(made: never, world: Heart): Partial<World>
  }
  put?(world: World, hands: Hands): void
  /** Who else knows that there is such a case, by a fact of this slice that is asked of them. */
  pointer?(who: Who, caseNo: number): boolean
  /** Which classes of a case somebody else holds about everybody, by a fact of this slice. */
  holds?(who: Who, caseNo: number): readonly Class[]
  /** Rows that lie in a case. */
  inCase?(who: Who, caseNo: number, show: Show): void
  /** Rows that lie in a household. */
  inHousehold?(who: Who, householdNo: number, show: Show): void
  /** Rows that lie in no family; `within` says that what is asked for is about one case alone. */
  elsewhere?(who: Who, show: Show, within?: number): void
}

declare module '../platform/parts.ts' {
  interface Found {
    'sight.proof.ts': { proof: SightProof }
  }
}

export const sightProofs = async () => (await inEachFolder('sight.proof.ts')).map(({ proof }) => proof)
