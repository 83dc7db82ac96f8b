import type { RawBuilder } from 'kysely'
import type { Database } from '../platform/database/open.ts'
import { actAs } from '../platform/database/work.ts'

/** Who is no worker reads what the database shows to anybody, and nothing else. */
const anybody = { workerId: '00000000-0000-0000-0000-000000000000', institutionId: '' }

/** The rows of a question or a deed of somebody who is not signed in. */
export const asAnybody = <Row>(database: Database, question: RawBuilder<Row>) =>
  actAs(database.app, anybody, async (db) => (await question.execute(db)).rows)
