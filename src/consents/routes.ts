import { sql } from 'kysely'
import { routesOf } from '../platform/http/routes.ts'
import type { Work } from '../platform/http/work.ts'
import { consentsContract } from './contract.ts'
import { printClause, printConsent, printRegister } from './print-consents.ts'
import { basesIn, clausesIn, disclosuresIn } from './questions.ts'
import { giveClause, recordBasis, withdrawBasis } from './record-basis.ts'

const mustKnow = (work: Work, scopeId: string) =>
  work.mustFind(sql`select where ${scopeId} in (select access.my_scopes('team'))`)

export const consentsRoutes = routesOf('consents', consentsContract, {
  bases: async (work, { params }) => {
    await mustKnow(work, params.id)
    return {
      bases: await work.all(basesIn(params.id, work.actor.institutionId)),
      clauses: await work.all(clausesIn(params.id)),
    }
  },
  giveClause: (work, { params, body }) => giveClause(work, params.id, body),
  recordBasis: async (work, { params, body }) => {
    await mustKnow(work, params.id)
    return recordBasis(work, params.id, body)
  },
  withdrawBasis: (work, { params, body }) => withdrawBasis(work, params.id, params.basisId, body.how),
  consentForm: (work, { params }) => printConsent(work, params.id, params.basisId),
  clauseForm: async (work, { params, query }) => {
    await mustKnow(work, params.id)
    return printClause(work, params.id, query.person)
  },
  register: async (work, { params }) => {
    await mustKnow(work, params.id)
    return work.all(disclosuresIn(params.id))
  },
  registerForm: async (work, { params }) => {
    await mustKnow(work, params.id)
    return printRegister(work, params.id)
  },
})
