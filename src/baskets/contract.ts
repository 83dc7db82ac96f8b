import { z } from 'zod'
import { placesSaid } from '../directory/contract.ts'
import {
  aboutPeople,
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  quoted,
  terc,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'
import { knownAs, point } from '../referrals/contract.ts'

const level = z.int().min(1).max(5)
const inCase = z.object({ id, itemId: id })
/** Złoty amounts are whole grosze everywhere; only people see złoty. */
const grosze = z.int().min(0).max(100_000_000)

const how = z.enum(['in_person', 'phone', 'meeting', 'written'])
/** How the family answered, when, and who of it. */
const said = {
  how,
  on: workDay,
  saidBy: z.array(id).max(20).default([]),
}

/** What an institution was asked for within the case, and what became of it. */
const pointInCase = point.omit({ remindable: true })

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const weekday = z.int().min(1).max(7)
/** When in the week something takes place; the end is left out where nobody knows it. */
const weekly = z.object({ weekday, begins: clock, ends: clock.nullable() })

const item = z.object({
  id,
  goalId: id,
  serviceKind: z.string().nullable().describe('Null of what the family does itself.'),
  what: z.string(),
  provider: z
    .object({ id, name: z.string(), kind: z.string(), phone: z.string().nullable() })
    .nullable()
    .describe('The institution that does it; null where the family does it alone.'),
  performers: z
    .array(z.object({ id, name: z.string() }))
    .describe('Who of the household does it, as far as the reader may know them.'),
  indicator: z.string().nullable().describe('How one will know that it was done.'),
  worker: z.object({ id, name: z.string() }).nullable(),
  forWhom: z.array(z.object({ id, name: z.string() })),
  frequency: z.string().nullable(),
  starts: day.nullable(),
  ends: day.nullable(),
  costGrosz: grosze.nullable().describe('Null while nobody said it; zero when it was said to be free.'),
  familyCostGrosz: grosze.nullable(),
  funding: z.string().nullable(),
  request: z.string(),
  askedOn: day.nullable(),
  usedDays: z.number().int().nullable(),
  totalDays: z.number().int(),
  pointId: id.nullable().describe('What the institution is asked for and answered, in referrals.'),
  institutionAnswer: z.enum(['accepted', 'changed', 'waiting', 'declined', 'returned']).nullable(),
  institutionAnsweredOn: day.nullable(),
  refusalReason: z.string().nullable(),
  ours: z.boolean().describe('Whoever leads does it: nobody was asked.'),
  askedFor: z
    .object({
      what: z.string(),
      frequency: z.string().nullable(),
      starts: day.nullable(),
      ends: day.nullable(),
    })
    .nullable()
    .describe('What was asked, where the institution changed its part.'),
  earlier: z
    .array(z.object({ pointId: id, institution: z.string() }))
    .describe('What was asked for it before, the latest first.'),
  returnedBecause: z.enum(['left_partnership', 'consent_withdrawn']).nullable(),
  familyAnswer: z.enum(['not_yet', 'yes', 'no', 'later']),
  familyWords: z.string().nullable(),
  familyAnsweredOn: day.nullable(),
  familyAnsweredHow: how.nullable(),
  familySaidBy: z
    .array(z.object({ id, name: z.string() }))
    .describe('Who of the family answered, as far as the reader may know them.'),
  ready: z.boolean().describe('Everybody who does it, and the family, said yes.'),
  agreed: z.boolean().describe('It stands in the last frozen version just as it is.'),
  version,
  serviceId: id.nullable().describe('The service of the directory that it is.'),
  weekly: z.array(weekly).describe('When in the week it takes place, as far as it is settled.'),
  payments: z.array(z.object({ id, amountGrosz: grosze, paidOn: day, by: z.string() })),
  familyVersion: version.describe(
    'What the family answers to: it rises with the offer and with its own answer.',
  ),
})

const goal = z.object({
  id,
  domain: z.string(),
  words: z.string(),
  about: z.array(id).describe('Whom it is about.'),
  expected: z.string().nullable(),
  indicator: z.string().nullable(),
  levelNow: level.nullable(),
  target: level.nullable(),
  until: day.nullable(),
  priority: z.number().int(),
  version,
})

export const limitKinds = [
  'days',
  'hours',
  'journeys',
  'no_car',
  'back_by',
  'outside_village',
  'language',
  'money',
] as const

const familyLimit = z.object({
  id,
  kind: z.enum(limitKinds),
  number: z.int().nullable().describe('Hours or journeys a week, or złoty a month.'),
  weekdays: z.array(weekday).nullable(),
  at: clock.nullable(),
  language: z.string().nullable(),
  words: z.string().nullable().describe('As the family said it.'),
  saidOn: day,
})
const need = z.object({
  id,
  goalId: id,
  serviceKind: z.string(),
  person: z.object({ id, name: z.string() }).nullable().describe('Null is the whole family.'),
  times: z.int(),
  minutes: z.int().nullable(),
  met: z.boolean().describe('The basket holds a service of this kind for this goal.'),
})

const visit = z.object({
  weekday,
  nth: z.int().nullable().describe('Which of a month, 5 the last one; null each week.'),
  begins: clock,
  ends: clock.nullable(),
  locality: z.string().nullable(),
  leaves: clock.nullable().describe('Without a car: when one sets out …'),
  back: clock.nullable().describe('… and when the way back leaves.'),
})
const unknowns = z.enum(['age', 'hours', 'minutes', 'way', 'place', 'cost', 'places', 'checked'])
const offered = z.object({
  needId: id,
  serviceId: id,
  visits: z.array(visit),
  minutes: z.int().describe('Of the family, in a week, with the way as far as it is known.'),
  journeys: z.int(),
  costGrosz: grosze.nullable().describe('In a month.'),
  waitDays: z.int().nullable(),
  km: z.number().nullable(),
  unknown: z.array(unknowns),
})
/** Baskets that Splot proposes; it decides nothing. */
const suggestion = z.object({
  facts: z.string().describe('A digest of all that it was made of: the same facts, the same suggestion.'),
  proven: z.boolean().describe('Everything was looked at.'),
  services: z.int(),
  visits: z.int(),
  notInSplot: z.int().describe('Services of these kinds whose owner cannot be asked here.'),
  homeKnown: z.boolean(),
  left: z.int().nullable().describe('What is left of the money for families; null where nobody counts it.'),
  putAside: z.int(),
  described: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.string(),
      provider: z.string(),
      places: placesSaid.nullable(),
      checkedOn: day,
    }),
  ),
  composed: z.array(
    z.object({
      kind: z.enum(['goals', 'journeys', 'cost', 'others']).describe('What it is best at.'),
      services: z.string().describe('A digest of its services, by which it is put aside.'),
      items: z.array(offered),
      lacking: z.array(
        z.object({
          needId: id,
          why: z.enum(['none', 'full', 'left', 'unfit', 'limits']),
          reasons: z.record(z.string(), z.int()).optional(),
          limits: z.array(z.enum(['hours', 'journeys', 'money', 'time'])).optional(),
        }),
      ),
      minutes: z.int(),
      journeys: z.int(),
      costGrosz: z.int(),
      costsUnknown: z.int(),
      firstIn: z.int().nullable().describe('Days until the first of it may begin.'),
    }),
  ),
  changes: z.array(
    z.object({
      of: z.enum(['place', 'hour', 'money']),
      free: z.boolean().describe('Nothing limits it.'),
      gains: z.array(z.object({ needId: id, serviceId: id })),
      losses: z.array(id),
      journeysLess: z.int(),
      fullServiceId: id.nullable(),
    }),
  ),
  instead: z.array(offered).describe('What else may answer each need.'),
})

export const basket = z.object({
  goals: z.array(goal),
  items: z.array(item),
  points: z.array(pointInCase).describe('What institutions were asked for, also before.'),
  gaps: z.array(z.object({ id, goalId: id, what: z.string() })),
  versions: z.array(z.object({ id, no: z.number().int(), frozenAt: z.string(), items: z.number().int() })),
  mayMake: z.boolean(),
  notOnPaper: z
    .int()
    .describe(
      'Items that the basket for the family leaves out: not everybody at home needs to know of them.',
    ),
  mayUndertake: z
    .array(z.object({ id, name: z.string() }))
    .describe(
      'Who of the household may be named for an action of its own, told to whoever makes the basket.',
    ),
})

const goalFields = {
  domain: codeOf('assessments.life_domain'),
  words: quoted(text('baskets.goal.words')),
  about: aboutPeople,
  expected: text('baskets.goal.expected').optional(),
  indicator: line('baskets.goal.indicator').optional(),
  levelNow: level.optional(),
  target: level.optional(),
  until: workDay.optional(),
}

const itemFields = {
  serviceKind: codeOf('directory.service_kind')
    .optional()
    .describe('Of what an institution does, and of nothing else.'),
  what: line('baskets.item.what'),
  providerId: id.optional(),
  workerId: id.optional(),
  performers: z.array(id).max(20).default([]).describe('Who of the household does it.'),
  indicator: line('baskets.item.indicator').optional(),
  forWhom: z.array(id).max(20).default([]),
  frequency: line('baskets.item.frequency').optional(),
  starts: workDay.optional(),
  ends: workDay.optional(),
  costGrosz: grosze.optional().describe('Left out while nobody said it; zero is a promise that it is free.'),
  familyCostGrosz: grosze.optional(),
  funding: codeOf('baskets.funding').optional(),
  serviceId: id.optional().describe('Of the directory, where it was chosen there.'),
  weekly: z.array(weekly).max(14).default([]),
  request: text('baskets.item.request')
    .default('')
    .describe('What the institution reads before it answers: no name, no village.'),
}

const newItem = z.object({
  id,
  goalId: id,
  ...itemFields,
  ask: z.boolean().default(false),
  agreed: z.boolean().default(false).describe('The family said yes to it now, in person.'),
})
const problemsOfNew = [
  'nobody-does-it',
  'provider-cannot-be-asked',
  'ends-before-it-starts',
  'family-pays-too-much',
] as const

export const basketsContract = {
  basket: endpoint({
    method: 'GET',
    path: '/cases/:id/basket',
    summary: 'The service basket: goals in the family’s words, what is done for each, and both answers.',
    params: withId,
    within: 'id',
    look: 'basket',
    needs: ['team', 'head'],
    answer: basket,
  }),
  setGoal: endpoint({
    method: 'POST',
    path: '/cases/:id/goals',
    summary: 'Sets a goal in the family’s own words.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ id, ...goalFields }),
    answer: withId,
    problems: ['safety-has-no-goal', 'target-below-now'],
  }),
  changeGoal: endpoint({
    method: 'PATCH',
    path: '/cases/:id/goals/:goalId',
    summary: 'Changes a goal, or drops it.',
    params: z.object({ id, goalId: id }),
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ ...goalFields, dropped: z.boolean().default(false) }),
    version: 'needed',
    answer: nothing,
    problems: ['target-below-now', 'goal-has-items'],
  }),
  putItem: endpoint({
    method: 'POST',
    path: '/cases/:id/items',
    summary:
      'Puts into the basket what an institution, people of the household, or both do; asks the institution at once when wanted.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: newItem,
    answer: withId,
    problems: [...problemsOfNew],
  }),
  putItemOfMessage: endpoint({
    method: 'POST',
    path: '/messages/:id/items',
    summary:
      'Puts what a message says into the basket of its family; it stands below the message, for who may read it.',
    params: withId,
    body: newItem,
    answer: withId,
    problems: [...problemsOfNew],
  }),
  changeItem: endpoint({
    method: 'PATCH',
    path: '/cases/:id/items/:itemId',
    summary: 'Changes what is asked or offered; answers to the earlier wording are asked anew.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ ...itemFields, ask: z.boolean().default(false) }),
    version: 'needed',
    answer: nothing,
    problems: ['nobody-does-it', 'provider-cannot-be-asked', 'ends-before-it-starts', 'family-pays-too-much'],
  }),
  askItem: endpoint({
    method: 'POST',
    path: '/cases/:id/items/:itemId/ask',
    summary: 'Asks the institution for its part.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    answer: nothing,
    problems: ['provider-cannot-be-asked'],
  }),
  removeItem: endpoint({
    method: 'DELETE',
    path: '/cases/:id/items/:itemId',
    summary: 'Takes an item out of the basket; frozen versions keep it.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    answer: nothing,
  }),
  familyAnswers: endpoint({
    method: 'POST',
    path: '/cases/:id/items/:itemId/family-answer',
    summary: 'Records what the family says to an item, and how it said it.',
    params: inCase,
    within: 'id',
    body: z.object({
      answer: z.enum(['not_yet', 'yes', 'no', 'later']),
      words: quoted(line('baskets.item.family_words')).optional(),
      ...said,
    }),
    version: 'needed',
    answer: nothing,
    problems: ['in-the-future', 'said-by-somebody-else'],
  }),
  familyAnswersToAll: endpoint({
    method: 'POST',
    path: '/cases/:id/family-answers',
    summary:
      'Records what the family says in one talk to several items, each by itself; all of it or nothing.',
    params: withId,
    within: 'id',
    body: z.object({
      answers: z
        .array(
          z.object({
            itemId: id,
            version: version.describe('The `familyVersion` of the item that the family was asked about.'),
            answer: z.enum(['yes', 'no', 'later']),
          }),
        )
        .min(1)
        .max(60),
      ...said,
    }),
    answer: nothing,
    problems: ['in-the-future', 'said-by-somebody-else'],
  }),
  recordGap: endpoint({
    method: 'POST',
    path: '/cases/:id/gaps',
    summary: 'Records a need that no service here answers, as a gap of the commune.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ id, goalId: id, what: line('baskets.gap.what') }),
    answer: withId,
  }),
  freeze: endpoint({
    method: 'POST',
    path: '/cases/:id/basket/freeze',
    summary: 'Freezes what all sides said yes to into a version, from which plan and contract are made.',
    params: withId,
    body: z.object({ id }),
    answer: withId,
    problems: ['nothing-ready'],
    within: 'id',
    needs: ['coordinate'],
  }),
  joinedReferrals: endpoint({
    method: 'GET',
    path: '/cases/:id/referrals',
    summary:
      'Referrals from outside that their senders joined to a case, as far as I may read of whom they are about; and whom of the household I may refer.',
    params: withId,
    within: 'id',
    look: 'referrals',
    answer: z.object({
      joined: z.array(
        z.object({
          id,
          sentAt: z.string(),
          from: z.string(),
          to: z.string(),
          mine: z.boolean(),
          personId: id.nullable(),
          person: z.string().nullable(),
          points: z.array(point),
        }),
      ),
      people: z.array(
        z.object({
          id,
          name: z.string(),
          aboutAs: z.enum(knownAs),
          age: z.int().nullable(),
          commune: terc.nullable(),
          mayTell: z
            .boolean()
            .describe(
              'The case opens what my institution knows of them to whoever leads it; else somebody agrees.',
            ),
        }),
      ),
    }),
  }),
  joinReferral: endpoint({
    method: 'POST',
    path: '/cases/:id/referrals',
    summary:
      'Joins a referral that I sent to a case on whose team I am, about somebody of the household; whoever reads the entries of my institution about them reads it.',
    params: withId,
    within: 'id',
    body: z.object({
      id,
      referralId: id,
      personId: id,
      agreedBy: line('baskets.joined_referral.agreed_by').optional(),
      agreedForm: codeOf('consents.consent_form').optional(),
      agreedOn: workDay.optional(),
    }),
    answer: withId,
    problems: ['not-somebody-you-see', 'joined-already', 'no-basis-to-tell', 'agreed-in-the-future'],
  }),
  whereJoined: endpoint({
    method: 'GET',
    path: '/referrals/:id/case',
    summary: 'Which case a referral that I sent joined, also told who is on its team no more.',
    params: withId,
    within: 'id',
    look: 'referral',
    answer: z.object({ caseId: id.nullable() }),
  }),
  leaveReferral: endpoint({
    method: 'POST',
    path: '/cases/:id/referrals/:referralId/leave',
    summary: 'Takes a referral of mine out of the case again; it goes on between both institutions.',
    params: z.object({ id, referralId: id }),
    within: 'id',
    answer: nothing,
  }),
  composing: endpoint({
    method: 'GET',
    path: '/cases/:id/basket/composing',
    summary: 'What limits the family, and what its goals need.',
    params: withId,
    within: 'id',
    look: 'basket',
    needs: ['team', 'head'],
    answer: z.object({
      limits: z.array(familyLimit),
      needs: z.array(need),
      people: z.array(z.object({ id, name: z.string() })),
      conflicts: z
        .array(
          z.object({
            itemId: id,
            weekday,
            kind: z.enum(['time', 'day', 'late', 'no-way', 'no-way-back']),
            otherId: id.nullable(),
            at: clock.nullable().describe('Of a way back: when the last one leaves.'),
          }),
        )
        .describe('What of the basket does not go together in time.'),
    }),
  }),
  sayLimit: endpoint({
    method: 'POST',
    path: '/cases/:id/limits',
    summary: 'Says what limits the family; of each kind the latest holds.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      id,
      kind: z.enum(limitKinds),
      number: z.int().min(0).max(100_000).optional(),
      weekdays: z.array(weekday).min(1).max(6).optional(),
      at: clock.optional(),
      language: codeOf('directory.language').optional(),
      words: quoted(line('baskets.family_limit.words')).optional(),
    }),
    answer: withId,
    problems: ['limit-says-nothing'],
  }),
  liftLimit: endpoint({
    method: 'DELETE',
    path: '/cases/:id/limits/:limitId',
    summary: 'What limited the family limits it no more.',
    params: z.object({ id, limitId: id }),
    within: 'id',
    needs: ['coordinate'],
    answer: nothing,
  }),
  addNeed: endpoint({
    method: 'POST',
    path: '/cases/:id/needs',
    summary: 'Says which kind of service a goal needs, for whom, how often a week and how long.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      id,
      goalId: id,
      serviceKind: codeOf('directory.service_kind'),
      personId: id.optional(),
      times: z.int().min(1).max(5).default(1),
      minutes: z.int().min(15).max(480).optional(),
    }),
    answer: withId,
    problems: ['safety-has-no-goal', 'needed-already', 'too-many-needs', 'said-by-somebody-else'],
  }),
  dropNeed: endpoint({
    method: 'DELETE',
    path: '/cases/:id/needs/:needId',
    summary: 'A goal does not need it any more.',
    params: z.object({ id, needId: id }),
    within: 'id',
    needs: ['coordinate'],
    answer: nothing,
  }),
  orderGoals: endpoint({
    method: 'PUT',
    path: '/cases/:id/goals/order',
    summary: 'Sets all goals in the order of the family.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ goals: z.array(id).min(1).max(100) }),
    answer: nothing,
    problems: ['goals-changed'],
  }),
  suggestion: endpoint({
    method: 'GET',
    path: '/cases/:id/basket/suggestion',
    summary:
      'The best basket under these limits and two that really differ, with why. Nothing is decided by it.',
    params: withId,
    within: 'id',
    look: 'basket',
    needs: ['coordinate'],
    answer: suggestion,
    problems: ['suggestions-wait', 'suggestion-too-hard'],
  }),
  printSuggestion: endpoint({
    method: 'GET',
    path: '/cases/:id/basket/suggestion.pdf',
    summary:
      'A suggestion as PDF for the family to talk over: plain words, nothing of class other than `file`, nobody whose kind of institution tells of a secret.',
    params: withId,
    query: z.object({ services: z.string().regex(/^[0-9a-f]{64}$/) }),
    within: 'id',
    look: 'basket',
    needs: ['coordinate'],
    answer: z.any(),
    stream: true,
    problems: ['suggestions-wait', 'suggestion-too-hard', 'suggestion-changed', 'nothing-to-print'],
  }),
  takeToMeeting: endpoint({
    method: 'POST',
    path: '/cases/:id/suggestion/topic',
    summary: 'Puts the suggestion on the agenda of the next meeting about the family.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: withId,
    answer: withId,
    problems: ['not-yours-to-read'],
  }),
  printBasket: endpoint({
    method: 'GET',
    path: '/cases/:id/basket.pdf',
    summary:
      'The basket as PDF for the family: plain words, nothing of class other than `file`, nobody whose kind of institution tells of a secret.',
    params: withId,
    within: 'id',
    look: 'basket',
    needs: ['coordinate'],
    answer: z.any(),
    stream: true,
    problems: ['nothing-to-print'],
  }),
  putSuggestionAside: endpoint({
    method: 'POST',
    path: '/cases/:id/suggestion/aside',
    summary: 'Puts suggestions aside: they do not come again until facts change.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      facts: z.string().regex(/^[0-9a-f]{64}$/),
      services: z
        .array(z.string().regex(/^[0-9a-f]{64}$/))
        .min(1)
        .max(3),
    }),
    answer: nothing,
  }),
  takeSuggestion: endpoint({
    method: 'POST',
    path: '/cases/:id/suggestion/take',
    summary: 'Puts what was chosen of a suggestion, as it was changed, into the basket; nobody is asked yet.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      items: z
        .array(z.object({ id, needId: id, serviceId: id, weekly: z.array(weekly).max(5) }))
        .min(1)
        .max(12),
    }),
    answer: nothing,
    problems: ['need-is-met', 'service-is-gone', 'provider-cannot-be-asked'],
  }),
  familyBudgets: endpoint({
    method: 'GET',
    path: '/family-budgets',
    summary:
      'The money of partnerships for families, for who answers for the institution that leads: what there is, is committed and paid, by who entered it, never for whom.',
    answer: z.array(
      z.object({
        partnershipId: id,
        name: z.string(),
        maySet: z.boolean(),
        budget: z
          .object({ amountGrosz: z.int(), from: day, until: day, leftGrosz: z.int().nullable() })
          .nullable(),
        commitments: z.array(
          z.object({
            id,
            name: z.string(),
            institution: z.string(),
            committedGrosz: z.int(),
            paidGrosz: z.int(),
          }),
        ),
      }),
    ),
  }),
  setFamilyBudget: endpoint({
    method: 'POST',
    path: '/family-budgets',
    summary:
      'Says how much money a partnership has for families and for when; what was said before is replaced.',
    body: z.object({
      id,
      partnershipId: id,
      amountGrosz: z.int().min(0).max(100_000_000_000),
      from: workDay,
      until: workDay,
    }),
    answer: withId,
    problems: ['only-who-leads', 'ends-before-it-starts'],
  }),
  enterPayment: endpoint({
    method: 'POST',
    path: '/cases/:id/items/:itemId/payments',
    summary: 'Writes down what was paid for an item of the partnership’s money.',
    params: inCase,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ id, amountGrosz: z.int().min(1).max(100_000_000), paidOn: workDay }),
    answer: withId,
    problems: ['in-the-future', 'not-of-this-money'],
  }),
  takePaymentBack: endpoint({
    method: 'DELETE',
    path: '/cases/:id/items/:itemId/payments/:paymentId',
    summary: 'A payment was written down by mistake.',
    params: z.object({ id, itemId: id, paymentId: id }),
    within: 'id',
    needs: ['coordinate'],
    answer: nothing,
  }),
}
