import { z } from 'zod'
import { keptOffReasons } from '../households/on-paper.ts'
import {
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'

/** What does not stand on a paper because of whom it is for, and why. */
const leftOut = z.array(
  z.object({
    what: z.string(),
    because: z.enum(keptOffReasons),
    area: z.string().optional().describe('The life domain of its goal, where that alone keeps it off.'),
  }),
)

const inCase = z.object({ id, contractId: id })

const signature = z.object({
  id,
  personId: id.nullable(),
  workerId: id.nullable(),
  name: z.string(),
  part: z.enum(['person', 'guardian', 'social_worker']),
  forPerson: z.string().nullable(),
  cannotDeclareWill: z.boolean(),
  signedOn: day.nullable(),
  how: z.enum(['paper', 'in_app']).nullable(),
})

const progressStates = ['begun', 'not_happened', 'finished'] as const

const action = z.object({
  itemId: id,
  goalWords: z.string(),
  what: z.string(),
  serviceKind: z.string().nullable().describe('Null of what the family does itself.'),
  provider: z.string().nullable().describe('Null where the family does it alone.'),
  worker: z.string().nullable(),
  performers: z
    .array(z.object({ given: z.string(), name: z.string() }))
    .describe('Who of the household does it.'),
  indicator: z.string().nullable(),
  forWhom: z.array(z.string()),
  frequency: z.string().nullable(),
  starts: day.nullable(),
  ends: day.nullable(),
  costGrosz: z.number().nullable(),
  funding: z.string().nullable(),
  progress: z
    .object({ state: z.enum(progressStates), words: z.string().nullable(), on: day })
    .nullable()
    .describe('How it goes, by the last word of the institution that does it.'),
  evaluations: z.array(z.object({ id, result: z.string(), what: z.string().nullable(), on: day })),
})

/** Fields of each form that may stay empty, once somebody said that there is nothing to say. */
export const mayBeEmpty = {
  A: ['limits', 'barriers', 'effects'],
  B: ['limits', 'effects', 'education', 'skills', 'experience', 'earlierAttempts'],
} as const
const saidNothing = z
  .array(z.enum(['limits', 'barriers', 'effects', 'education', 'skills', 'experience', 'earlierAttempts']))
  .max(7)

export const socialContract = z.object({
  id,
  planId: id,
  planNo: z.number().int(),
  /** As it stands on the paper: "KQB-XM4/1". */
  number: z.string(),
  type: z.enum(['A', 'B']),
  amendsId: id.nullable(),
  socialWorker: z.object({ id, name: z.string() }),
  causes: z.string(),
  possibilities: z.string(),
  limits: z.string(),
  barriers: z.string(),
  mainGoal: z.string(),
  effects: z.string(),
  education: z.string(),
  skills: z.string(),
  experience: z.string(),
  earlierAttempts: z.string(),
  saidNothing: saidNothing.describe('Fields of which somebody said that there is nothing to say.'),
  from: day,
  to: day,
  reviewOn: day,
  state: z.enum(['draft', 'printed', 'signed', 'approved', 'amended', 'ended']),
  hash: z.string().nullable(),
  drawnUpBy: z.string(),
  approvedBy: z.string().nullable(),
  approvedOn: day.nullable(),
  endedBecause: z.string().nullable(),
  /** Came back to be mended: why, from whom. */
  sentBack: z.object({ reason: z.string(), by: z.string(), on: day }).nullable(),
  signatures: z.array(signature),
  /** Once printed, those that stand on its paper. */
  actions: z.array(action),
  iMayApprove: z.boolean(),
  version,
})

const words = {
  causes: text('contracts.social_contract.causes').default(''),
  possibilities: text('contracts.social_contract.possibilities').default(''),
  limits: text('contracts.social_contract.limits').default('').describe('What limits the family itself.'),
  barriers: text('contracts.social_contract.barriers')
    .default('')
    .describe('What stands in the way around it.'),
  mainGoal: text('contracts.social_contract.main_goal').default(''),
  effects: text('contracts.social_contract.effects').default(''),
  /** Asked in type B only. */
  education: text('contracts.social_contract.education').default(''),
  skills: text('contracts.social_contract.skills').default(''),
  experience: text('contracts.social_contract.experience').default(''),
  earlierAttempts: text('contracts.social_contract.earlier_attempts').default(''),
}

const source = z.object({
  part: z.enum(['causes', 'possibilities', 'barriers', 'mainGoal', 'effects']),
  words: z.string(),
  from: z.enum(['reported', 'goal', 'assessment']),
  domain: z.string().nullable(),
  by: z
    .string()
    .nullable()
    .describe('Which institution wrote it; null of the family, and of nobody in particular.'),
  kept: z.boolean().describe('Not opened to the team: the words of the leading centre, which writes.'),
  taken: z
    .boolean()
    .describe('Put into the field already: never from a view, nor of health, addiction or justice.'),
})

export const contractsContract = {
  contracts: endpoint({
    method: 'GET',
    path: '/cases/:id/contracts',
    summary: 'Cooperation plans and social contracts of a case, and what a new one can be made from.',
    params: withId,
    within: 'id',
    look: 'contracts',
    answer: z.object({
      plans: z.array(
        z.object({
          id,
          no: z.number().int(),
          versionId: id,
          versionNo: z.number().int(),
          from: day,
          to: day,
          drawnUpBy: z.string(),
          drawnUpOn: day,
        }),
      ),
      contracts: z.array(socialContract),
      /** A frozen version that no plan was made from yet. */
      freshVersion: z.object({ id, no: z.number().int(), items: z.number().int() }).nullable(),
      reviews: z.array(
        z.object({ id, contractId: id, due: day, heldOn: day.nullable(), summary: z.string().nullable() }),
      ),
      socialWorkers: z.array(z.object({ id, name: z.string() })),
      mayDrawUp: z.boolean(),
      /** Who reads the whole file: what others print would be silent of what they do not see. */
      mayPrint: z.boolean(),
    }),
  }),
  leftOut: endpoint({
    method: 'GET',
    path: '/cases/:id/left-out-of-papers',
    summary: 'What does not stand on plans and contracts because of whom they are for, and why.',
    params: withId,
    within: 'id',
    look: 'contracts',
    needs: ['team'],
    answer: z.object({
      leftOut: z.record(z.string(), leftOut).describe('By plan, as all adults may have it, and by contract.'),
      lacks: z
        .record(z.string(), z.array(z.object({ what: z.enum(['pesel', 'address']), name: z.string() })))
        .describe('By draft: what its paper would have a dash for.'),
      adults: z
        .array(z.object({ personId: id, name: z.string() }))
        .describe('Who may have a paper of their own.'),
    }),
  }),
  suggestion: endpoint({
    method: 'GET',
    path: '/cases/:id/contracts/suggestion',
    summary: 'The words of a new contract, taken from the assessment and the goals: nothing is typed again.',
    params: withId,
    within: 'id',
    look: 'contracts',
    needs: ['coordinate'],
    answer: z.object({
      ...words,
      commitments: z.string(),
      consequences: z.string(),
      sources: z
        .array(source)
        .describe('What was said where, for each field; taken over already, or offered to who reads it.'),
      from: day,
      to: day,
      reviewOn: day,
      signatories: z
        .array(z.object({ personId: id, name: z.string(), livesHere: z.boolean() }))
        .describe('Those alone who may sign for themselves.'),
    }),
  }),
  drawUp: endpoint({
    method: 'POST',
    path: '/cases/:id/contracts',
    summary: 'Draws up the cooperation plan of a frozen basket and the social contract from it.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      id,
      planId: id,
      versionId: id,
      type: z.enum(['A', 'B']),
      socialWorkerId: id,
      from: workDay,
      to: workDay,
      reviewOn: workDay,
      amendsId: id.optional(),
      commitments: text('contracts.cooperation_plan.commitments').optional(),
      consequences: text('contracts.cooperation_plan.consequences').optional(),
      signatories: z
        .array(
          z.object({
            id,
            personId: id,
            part: z.enum(['person', 'guardian']),
            forPersonId: id.optional(),
            cannotDeclareWill: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(10),
      saidNothing: saidNothing.optional().describe('Left out: as in the contract that is amended.'),
      ...words,
    }),
    answer: withId,
    problems: [
      'no-social-worker',
      'one-person-in-b',
      'ends-before-it-starts',
      'review-outside',
      'nobody-can-sign',
      'nothing-for-them',
      'signatory-moved-out',
    ],
  }),
  changeDraft: endpoint({
    method: 'PATCH',
    path: '/cases/:id/contracts/:contractId',
    summary: 'Improves the words of a draft; what was printed does not change.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      ...words,
      saidNothing: saidNothing.optional().describe('Left out: as before. Where words stand it is forgotten.'),
      socialWorkerId: id,
      from: workDay,
      to: workDay,
      reviewOn: workDay,
    }),
    version: 'needed',
    answer: nothing,
    problems: ['contract-already-printed', 'no-social-worker', 'ends-before-it-starts', 'review-outside'],
  }),
  takeBasket: endpoint({
    method: 'POST',
    path: '/cases/:id/contracts/:contractId/take-basket',
    summary: 'Puts what was agreed in the newest basket into a draft, in place of what it was drawn up from.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ planId: id, versionId: id }),
    version: 'needed',
    answer: nothing,
    problems: ['contract-already-printed', 'older-basket', 'nothing-for-them', 'signatory-moved-out'],
  }),
  printContract: endpoint({
    method: 'POST',
    path: '/cases/:id/contracts/:contractId/print',
    summary: 'Prints the version to be signed; from now on its words stay, named by their hash.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      fileId: id,
      saidNothing: saidNothing
        .optional()
        .describe('Empty fields of which it is said with the print that there is nothing to say.'),
    }),
    version: 'needed',
    answer: nothing,
    problems: [
      'contract-already-printed',
      'words-missing',
      'words-unsaid',
      'nothing-for-them',
      'signatory-moved-out',
    ],
  }),
  takeBackPrint: endpoint({
    method: 'POST',
    path: '/cases/:id/contracts/:contractId/take-back',
    summary: 'Takes back a print that nobody has signed yet.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    version: 'needed',
    answer: nothing,
    problems: ['somebody-signed'],
  }),
  contractForm: endpoint({
    method: 'GET',
    path: '/cases/:id/contracts/:contractId/form.pdf',
    summary: 'The contract on paper: a draft as it would look, else exactly what was printed for signing.',
    params: inCase,
    within: 'id',
    look: 'contracts',
    answer: z.any(),
    stream: true,
  }),
  sign: endpoint({
    method: 'POST',
    path: '/cases/:id/contracts/:contractId/signatures/:signatureId',
    summary: 'Records a signature under the printed version; with the last one the contract is signed.',
    params: z.object({ id, contractId: id, signatureId: id }),
    within: 'id',
    body: z.object({ on: workDay, how: z.enum(['paper', 'in_app']) }),
    answer: nothing,
    problems: ['not-printed-yet', 'already-signed', 'in-the-future', 'only-oneself-in-the-app'],
  }),
  approve: endpoint({
    method: 'POST',
    path: '/contracts/:id/approve',
    summary:
      'Approves a signed contract: the head of the leading institution or who stands in, not who drew it up.',
    params: withId,
    version: 'taken',
    answer: nothing,
    problems: ['not-by-who-drew-it-up', 'contract-not-signed'],
  }),
  sendBack: endpoint({
    method: 'POST',
    path: '/contracts/:id/send-back',
    summary:
      'Sends a signed contract back with a reason, by who may approve it: a draft again, printed and signed anew.',
    params: withId,
    body: z.object({ id, reason: text('contracts.sent_back.reason') }),
    version: 'taken',
    answer: withId,
    problems: ['not-by-who-drew-it-up', 'contract-not-signed'],
  }),
  ourServices: endpoint({
    method: 'GET',
    path: '/cases/:id/our-services',
    summary: 'That a contract stands, and what my institution does by it and how that goes.',
    params: withId,
    within: 'id',
    look: 'contracts',
    needs: ['pointer'],
    answer: z.object({
      standing: z
        .object({
          from: day,
          to: day,
          reviewOn: day.nullable().describe('The next review, where one is planned.'),
        })
        .nullable(),
      services: z.array(
        z.object({
          itemId: id,
          what: z.string().describe('In exact words to the team; to who is not on it, its kind.'),
          request: z.string().nullable().describe('What was asked, to who is not on the team.'),
          frequency: z.string().nullable(),
          starts: day.nullable(),
          ends: day.nullable(),
          worker: z.string().nullable(),
          state: z.enum(progressStates).nullable(),
          words: z.string().nullable(),
          reportedAt: z.string().nullable(),
        }),
      ),
    }),
  }),
  reportProgress: endpoint({
    method: 'POST',
    path: '/cases/:id/our-services/:itemId/progress',
    summary: 'Says how a service of my institution goes: begun, not happened, finished.',
    params: z.object({ id, itemId: id }),
    within: 'id',
    needs: ['pointer'],
    body: z.object({ id, state: z.enum(progressStates), words: text('contracts.progress.words').optional() }),
    answer: withId,
  }),
  end: endpoint({
    method: 'POST',
    path: '/cases/:id/contracts/:contractId/end',
    summary: 'Ends a contract before its time, with the reason.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ because: text(2, 1000) }),
    answer: nothing,
  }),
  evaluate: endpoint({
    method: 'POST',
    path: '/cases/:id/contracts/:contractId/evaluations',
    summary: 'Says what came of an action; it goes back into the contract.',
    params: inCase,
    within: 'id',
    body: z.object({
      id,
      itemId: id,
      result: codeOf('contracts.result'),
      what: line('contracts.evaluation.what').optional(),
      on: workDay,
    }),
    answer: withId,
    problems: ['in-the-future', 'evaluated-that-day', 'contract-not-in-force'],
  }),
  planReview: endpoint({
    method: 'POST',
    path: '/cases/:id/contracts/:contractId/reviews',
    summary: 'Plans a review of a contract in force for which none waits.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ id, due: workDay }),
    answer: withId,
    problems: ['contract-not-in-force', 'review-already-planned', 'in-the-past', 'review-outside'],
  }),
  holdReview: endpoint({
    method: 'POST',
    path: '/cases/:id/reviews/:reviewId',
    summary: 'Records a review that was held, and when the next one is.',
    params: z.object({ id, reviewId: id }),
    within: 'id',
    needs: ['team'],
    body: z.object({
      heldOn: workDay,
      summary: text(2, 'contracts.review.summary'),
      nextId: id.optional(),
      nextOn: workDay.optional(),
    }),
    answer: nothing,
    problems: ['in-the-future', 'review-already-held'],
  }),
  planForm: endpoint({
    method: 'GET',
    path: '/cases/:id/plans/:planId/form.pdf',
    summary: 'The cooperation plan on paper, as all adults of the household may have it, or one person.',
    params: z.object({ id, planId: id }),
    within: 'id',
    query: z.object({ person: id.optional() }),
    problems: ['nothing-for-them', 'whole-file-needed'],
    look: 'contracts',
    answer: z.any(),
    stream: true,
  }),
  familySheet: endpoint({
    method: 'GET',
    path: '/cases/:id/family-sheet.pdf',
    summary:
      'One page for the family, or one person of it: our goals, what we do, what others do, who sees our data.',
    params: withId,
    within: 'id',
    query: z.object({ person: id.optional(), language: z.enum(['pl', 'uk']).default('pl') }),
    problems: ['no-plan-yet', 'nothing-for-them', 'whole-file-needed'],
    look: 'family-sheet',
    answer: z.any(),
    stream: true,
  }),
  casePrint: endpoint({
    method: 'GET',
    path: '/cases/:id/print.pdf',
    summary: 'The whole case for a court, with what it may not hold left out and said so.',
    params: withId,
    within: 'id',
    look: 'case-print',
    needs: ['coordinate'],
    query: z.object({
      requestedBy: line(2, 200),
      basis: line(2, 200),
    }),
    answer: z.any(),
    stream: true,
  }),
}
