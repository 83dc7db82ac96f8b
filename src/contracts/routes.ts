import { sql } from 'kysely'
import { see } from '../asks/see.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { contractsContract } from './contract.ts'
import { changeDraft, drawUp, suggestion, takeBasket } from './draw-up.ts'
import { endContract } from './end-contract.ts'
import { evaluateAction } from './evaluate-action.ts'
import { leftOutOfPapers } from './for-readers.ts'
import { holdReview, planReview } from './hold-review.ts'
import { planOnPaper } from './paper-case.ts'
import { lacksOf } from './paper-contract.ts'
import { casePrint } from './paper-court.ts'
import { familySheet } from './paper-sheet.ts'
import {
  contractsOf,
  freshVersionOf,
  ourServicesIn,
  plansOf,
  reviewsOf,
  socialWorkersOf,
  standingIn,
  whatIMay,
} from './questions.ts'
import { reportProgress } from './report-progress.ts'
import { approve, contractForm, printContract, sendBack, sign, takeBackPrint } from './sign.ts'

export const routes = routesOf('contracts', contractsContract, {
  contracts: async (work, { params }) => {
    await work.mustFind(sql`select from cases."case" where id = ${params.id}`)
    see(work, ['approval', 'mending'], params.id)
    return {
      plans: await work.all(plansOf(params.id)),
      contracts: await work.all(contractsOf(params.id)),
      freshVersion: (await work.find(freshVersionOf(params.id))) ?? null,
      reviews: await work.all(reviewsOf(params.id)),
      socialWorkers: await work.all(socialWorkersOf(params.id)),
      ...(await work.mustFind(whatIMay(params.id))),
    }
  },
  leftOut: async (work, { params }) => {
    const { drafts, ...told } = await leftOutOfPapers(work, params.id)
    return { ...told, lacks: await lacksOf(work, params.id, drafts) }
  },
  suggestion: (work, { params }) => suggestion(work, params.id),
  drawUp: (work, { params, body }) => drawUp(work, params.id, body),
  changeDraft: (work, { params, body }) => changeDraft(work, params.id, params.contractId, body),
  takeBasket: (work, { params, body }) => takeBasket(work, params.id, params.contractId, body),
  printContract: (work, { params, body }) => printContract(work, params.id, params.contractId, body),
  takeBackPrint: (work, { params }) => takeBackPrint(work, params.id, params.contractId),
  contractForm: (work, { params }) => contractForm(work, params.id, params.contractId),
  sign: (work, { params, body }) => sign(work, params.id, params.contractId, params.signatureId, body),
  approve: (work, { params }) => approve(work, params.id),
  sendBack: (work, { params, body }) => sendBack(work, params.id, body),
  ourServices: async (work, { params }) => {
    const [services, [standing]] = await work.allTogether(ourServicesIn(params.id), standingIn(params.id))
    return { services, standing: standing ?? null }
  },
  reportProgress: (work, { params, body }) => reportProgress(work, params.id, params.itemId, body),
  end: (work, { params, body }) => endContract(work, params.id, params.contractId, body.because),
  evaluate: (work, { params, body }) => evaluateAction(work, params.id, params.contractId, body),
  planReview: (work, { params, body }) => planReview(work, params.id, params.contractId, body),
  holdReview: (work, { params, body }) => holdReview(work, params.id, params.reviewId, body),
  planForm: (work, { params, query }) => planOnPaper(work, params.id, params.planId, query.person),
  familySheet: (work, { params, query }) => familySheet(work, params.id, query),
  casePrint: (work, { params, query }) => casePrint(work, params.id, query),
})
