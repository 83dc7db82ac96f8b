import { routesOf } from '../platform/http/routes-of.ts'
import { consentsContract } from './contract.ts'
import { jointWork } from './joint-work.ts'
import { printBlankConsent, printClause, printConsent } from './print-consents.ts'
import { printSheets } from './print-sheets.ts'
import { printWhoSees } from './print-who-sees.ts'
import { basesIn, clausesIn, signersIn } from './questions.ts'
import { giveClause, recordBasis, withdrawBasis } from './record-basis.ts'
import { printRegister, register } from './register.ts'
import {
  answerSheets,
  askAfterAll,
  askSheets,
  goOnWithout,
  recordOrder,
  takeBackSheet,
  withdrawTicks,
} from './sheets.ts'

export const routes = routesOf('consents', consentsContract, {
  bases: async (work, { params }) => {
    return {
      bases: await work.all(basesIn(params.id, work.actor.institutionId)),
      clauses: await work.all(clausesIn(params.id)),
    }
  },
  giveClause: (work, { params, body }) => giveClause(work, params.id, body),
  signers: (work, { params }) => work.all(signersIn(params.id)),
  recordBasis: (work, { params, body }) => recordBasis(work, params.id, body),
  withdrawBasis: (work, { params, body }) => withdrawBasis(work, params.id, params.basisId, body.how),
  jointWork: (work, { params }) => jointWork(work, params.id),
  whoSeesForm: (work, { params, query }) => printWhoSees(work, params.id, query.person),
  askSheets: (work, { params, body }) => askSheets(work, params.id, body),
  takeBackSheet: (work, { params }) => takeBackSheet(work, params.id, params.sheetId),
  answerSheets: (work, { params, body }) => answerSheets(work, params.id, body),
  withdrawTicks: (work, { params, body }) => withdrawTicks(work, params.id, body),
  recordOrder: (work, { params, body }) => recordOrder(work, params.id, body),
  goOnWithout: (work, { params, body }) => goOnWithout(work, params.id, body),
  askAfterAll: (work, { params }) => askAfterAll(work, params.id, params.withoutId),
  sheetForm: (work, { params, query }) => printSheets(work, params.id, query.signer),
  blankConsent: (work, { params, query }) => printBlankConsent(work, params.id, query),
  consentForm: (work, { params }) => printConsent(work, params.id, params.basisId),
  clauseForm: (work, { params, query }) => printClause(work, params.id, query.person),
  register: (work, { params }) => register(work, params.id),
  registerForm: (work, { params, query }) => printRegister(work, params.id, query.person),
})
