import { routesOf } from '../platform/http/routes.ts'
import { consentsContract } from './contract.ts'
import { printBlankConsent, printClause, printConsent, printRegister } from './print-consents.ts'
import { basesIn, clausesIn, disclosuresIn } from './questions.ts'
import { giveClause, recordBasis, withdrawBasis } from './record-basis.ts'

export const consentsRoutes = routesOf('consents', consentsContract, {
  bases: async (work, { params }) => {
    await work.mustHold(params.id, 'team')
    return {
      bases: await work.all(basesIn(params.id, work.actor.institutionId)),
      clauses: await work.all(clausesIn(params.id)),
    }
  },
  giveClause: (work, { params, body }) => giveClause(work, params.id, body),
  recordBasis: async (work, { params, body }) => {
    await work.mustHold(params.id, 'team')
    return recordBasis(work, params.id, body)
  },
  withdrawBasis: (work, { params, body }) => withdrawBasis(work, params.id, params.basisId, body.how),
  blankConsent: async (work, { params, query }) => {
    await work.mustHold(params.id, 'team')
    return printBlankConsent(work, params.id, query)
  },
  consentForm: (work, { params }) => printConsent(work, params.id, params.basisId),
  clauseForm: async (work, { params, query }) => {
    await work.mustHold(params.id, 'team')
    return printClause(work, params.id, query.person)
  },
  register: async (work, { params }) => {
    await work.mustHold(params.id, 'team')
    return work.all(disclosuresIn(params.id))
  },
  registerForm: async (work, { params }) => {
    await work.mustHold(params.id, 'team')
    return printRegister(work, params.id)
  },
})
