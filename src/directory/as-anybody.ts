import type { RawBuilder } from 'kysely'
import type { Database } from '../platform/database/open.ts'
import { actAs, nobody } from '../platform/database/work.ts'

/** The rows of a question or a deed of somebody who is not signed in. */
export const asAnybody = <Row>(database: Database, question: RawBuilder<Row>) =>
  actAs(database.app, nobody, async (db) => (await question.execute(db)).rows)
