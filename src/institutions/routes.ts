import type { Database } from '../platform/database/open.ts'
import { notFound } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes.ts'
import { institutionsContract } from './contract.ts'
import { actAs, chooseLocale, endSession, sessionOf, sessionsOf } from './session.ts'

/** Endpoints about who is signed in, about institutions and the people who work there. */
export const institutionsRoutes = (database: Database) =>
  routesOf('institutions', institutionsContract, {
    session: (account, _, { settings }) => sessionOf(database, account, settings.mode),
    actAs: (account, { body }) => actAs(database, account, body.workerId),
    chooseLocale: (account, { body }) => chooseLocale(database, account, body.locale),
    sessions: (account) => sessionsOf(database, account),
    endSession: (account, { params }) => endSession(database, account, params.id),
    practicePeople: async (_, { settings }) => {
      if (settings.mode !== 'practice') throw notFound()
      const { rows } = await database.jobs.query(
        'select account_id as "accountId", name, workers from institutions.practice_people()',
      )
      return rows
    },
  })
