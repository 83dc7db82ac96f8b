import { routesOf } from '../platform/http/routes-of.ts'
import { consentsContract } from './contract.ts'
import { printBlankConsent, printClause, printConsent, printRegister } from './print-consents.ts'
import { basesIn, clausesIn, disclosuresIn } from './questions.ts'
import { giveClause, recordBasis, withdrawBasis } from './record-basis.ts'

export const routes = routesOf('consents', consentsContract, {
  bases: async (work, { params }) => {
    return {
      bases: await work.all(basesIn(params.id, work.actor.institutionId)),
      clauses: await work.all(clausesIn(params.id)),
    }
  },
  giveClause: (work, { params, body }) => giveClause(work, params.id, body),
  recordBasis: (work, { params, body }) => recordBasis(work, params.id, body),
  withdrawBasis: (work, { params, body }) => withdrawBasis(work, params.id, params.basisId, body.how),
  blankConsent: (work, { params, query }) => printBlankConsent(work, params.id, query),
  consentForm: (work, { params }) => printConsent(work, params.id, params.basisId),
  clauseForm: (work, { params, query }) => printClause(work, params.id, query.person),
  register: (work, { params }) => work.all(disclosuresIn(params.id)),
  registerForm: (work, { params }) => printRegister(work, params.id),
})
