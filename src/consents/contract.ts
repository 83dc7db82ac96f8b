import { z } from 'zod'
import { keptOffReasons } from '../households/on-paper.ts'
import {
  code,
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  text,
  withId,
  workDay,
} from '../platform/http/contract.ts'

const disclosedClass = z.enum(['file', 'whereabouts', 'health', 'addiction', 'justice'])
const jointClass = z.enum(['file', 'whereabouts', 'health', 'addiction'])
/** An institution, and what it may exchange. */
const box = z.object({ institutionId: id, classes: z.array(jointClass).min(1).max(4) })
const inScope = z.object({ id, basisId: id })

const basis = z.object({
  id,
  personId: id,
  personName: z.string(),
  from: z.object({ id, name: z.string() }),
  to: z.object({ id, name: z.string() }),
  rule: z.string(),
  ruleKind: z.string(),
  article: z.string().nullable(),
  classes: z.array(disclosedClass),
  purpose: z.string(),
  since: day,
  until: day,
  form: z.string().nullable(),
  givenBy: z.string().nullable(),
  withdrawnOn: day.nullable(),
  state: z
    .enum(['valid', 'resting', 'future', 'ended', 'withdrawn', 'once'])
    .describe('`resting` while whoever gives neither leads the case nor works in it.'),
  iMayWithdraw: z.boolean(),
})

/** How somebody was told who has their data and why. */
export const howTold = ['in_person', 'letter', 'electronic'] as const

export const consentsContract = {
  bases: endpoint({
    method: 'GET',
    path: '/cases/:id/bases',
    summary: 'Information clauses given and bases for disclosure, person by person.',
    params: withId,
    within: 'id',
    look: 'consents',
    needs: ['team'],
    answer: z.object({
      bases: z.array(basis),
      clauses: z.array(
        z.object({
          id,
          personId: id,
          personName: z.string(),
          how: z.string(),
          givenOn: workDay,
          givenTo: z.string().nullable().describe('Who was told in place of a child.'),
          givenBy: z.string(),
        }),
      ),
    }),
  }),
  giveClause: endpoint({
    method: 'POST',
    path: '/cases/:id/clauses',
    summary: 'Records that a person was told who has their data and why (GDPR 13 and 14).',
    params: withId,
    within: 'id',
    body: z.object({
      id,
      personId: id,
      how: z.enum(howTold),
      givenOn: workDay,
      givenTo: line('consents.information_clause.given_to')
        .optional()
        .describe('Who was told in place of a child: somebody who represents it.'),
    }),
    answer: withId,
    problems: ['in-the-future', 'who-was-told'],
  }),
  signers: endpoint({
    method: 'GET',
    path: '/cases/:id/signers',
    summary: 'Who may give a consent, person by person: an adult, or those with authority over a child.',
    params: withId,
    within: 'id',
    look: 'consents',
    needs: ['team'],
    answer: z.array(
      z.object({
        personId: id,
        child: z.boolean(),
        ageKnown: z.boolean(),
        ofAgeOn: day.nullable().describe('Of a child: the day with which a consent given for it ends.'),
        signers: z.array(z.object({ personId: id, name: z.string(), authority: z.string().nullable() })),
      }),
    ),
  }),
  recordBasis: endpoint({
    method: 'POST',
    path: '/cases/:id/bases',
    summary:
      'Records a consent of a person, or a basis in law from the table, for one receiving institution.',
    params: withId,
    within: 'id',
    needs: ['team'],
    body: z.object({
      id,
      personId: id,
      to: id,
      rule: code,
      classes: z.array(disclosedClass).min(1).max(5),
      purpose: text('consents.basis.purpose'),
      since: workDay,
      until: workDay,
      form: codeOf('consents.consent_form').optional(),
      signedBy: z
        .array(id)
        .max(4)
        .default([])
        .describe('Who gave the consent: the adult, or those with authority over a child (see signers).'),
      courtOrder: line('consents.basis.court_order')
        .optional()
        .describe('Reference of an order of a court in place of who represents a child.'),
      what: text(0, 1000).optional().describe('For a single disclosure: what was said.'),
    }),
    answer: withId,
    problems: [
      'unknown-rule',
      'not-for-this-giver',
      'not-for-this-receiver',
      'class-not-covered',
      'too-long',
      'ends-before-it-starts',
      'who-gave-it',
      'may-not-sign',
    ],
  }),
  withdrawBasis: endpoint({
    method: 'POST',
    path: '/cases/:id/bases/:basisId/withdraw',
    summary: 'Withdraws a consent: what it opened closes at this moment.',
    params: inScope,
    within: 'id',
    body: z.object({ how: line(2, 300) }),
    answer: nothing,
    problems: ['basis-already-withdrawn'],
  }),
  jointWork: endpoint({
    method: 'GET',
    path: '/cases/:id/joint-work',
    summary:
      'Who may read what about whom: persons, institutions and classes, as people signed and as it is open now.',
    params: withId,
    within: 'id',
    look: 'consents',
    needs: ['team'],
    answer: z.object({
      all: z
        .boolean()
        .describe('I hold the whole file: `open` tells of every institution, else of mine alone.'),
      iRecord: z.boolean().describe('I coordinate: I see whose signature is missing.'),
      institutions: z.array(
        z.object({
          id,
          name: z.string(),
          accepted: z
            .boolean()
            .describe('Somebody there accepted a part; until then nobody there reads anything.'),
          tellsPlace: z.boolean(),
        }),
      ),
      people: z.array(
        z.object({
          personId: id,
          name: z.string(),
          child: z.boolean(),
          heard: z.boolean().describe('A child from 13 on, who is heard.'),
          nobodySigns: z.boolean(),
          signers: z.array(
            z.object({
              personId: id,
              name: z.string(),
              authority: z.string().nullable(),
              hearing: z.boolean().describe('The child itself.'),
              notWritten: z.boolean().describe('Gets no sheet in this case.'),
              withoutId: id.nullable().describe('The decision to go on without them.'),
              withoutReason: z.string().nullable(),
              signedOn: day.nullable(),
              form: z.string().nullable().describe('How it was said: on paper, electronically, by word.'),
              until: day.nullable(),
              lapsed: z
                .boolean()
                .describe('Nothing of the last answer stands any more, and nobody withdrew it.'),
              yes: z.array(box),
              no: z.array(box),
            }),
          ),
          agreed: z.array(
            z.object({ institutionId: id, class: jointClass, since: day.nullable(), until: day }),
          ),
          order: z.string().nullable().describe('Reference of an order of a court that stands.'),
        }),
      ),
      sheets: z.array(
        z.object({
          id,
          personId: id,
          signerId: id,
          askedOn: day,
          boxes: z.array(box),
          first: z
            .boolean()
            .describe('The first about this person in this case: also about what was written already.'),
        }),
      ),
      open: z
        .array(
          z.object({
            personId: id.nullable(),
            personName: z.string(),
            institutionId: id,
            institutionName: z.string(),
            class: jointClass,
            since: day,
            until: day.nullable(),
          }),
        )
        .describe('What can be read now through joint work.'),
    }),
  }),
  whoSeesForm: endpoint({
    method: 'GET',
    path: '/cases/:id/joint-work.pdf',
    summary: 'On paper for one person: who reads what about them, and about children for whom they sign.',
    params: withId,
    within: 'id',
    look: 'consents',
    needs: ['coordinate'],
    query: z.object({ person: id }),
    answer: z.any(),
    stream: true,
  }),
  askSheets: endpoint({
    method: 'POST',
    path: '/cases/:id/sheets',
    summary: 'Prepares sheets of consent: each asks one person who signs, about one person.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      sheets: z
        .array(z.object({ id, personId: id, signerId: id, boxes: z.array(box).min(1).max(40) }))
        .min(1)
        .max(40),
    }),
    answer: nothing,
    problems: [
      'may-not-sign',
      'nobody-can-sign',
      'not-written-to',
      'nothing-is-asked',
      'class-not-covered',
      'works-not-here',
      'no-address-of-a-child',
      'name-tells-a-place',
      'sheet-already-waits',
    ],
  }),
  takeBackSheet: endpoint({
    method: 'POST',
    path: '/cases/:id/sheets/:sheetId/take-back',
    summary: 'Takes back a sheet that nobody has answered yet.',
    params: z.object({ id, sheetId: id }),
    within: 'id',
    needs: ['coordinate'],
    answer: nothing,
    problems: ['sheet-already-answered'],
  }),
  answerSheets: endpoint({
    method: 'POST',
    path: '/cases/:id/sheets/answers',
    summary: 'Writes down signed sheets: what is ticked is a yes from now on, an empty box a no.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      form: codeOf('consents.consent_form'),
      signedOn: workDay,
      until: workDay,
      answers: z
        .array(
          z.object({
            sheetId: id,
            yes: z.array(box).max(40),
            earlier: z
              .array(id)
              .max(40)
              .default([])
              .describe(
                'Institutions that may also read what was written before; the first sheet opens it anyway.',
              ),
          }),
        )
        .min(1)
        .max(40),
      told: z
        .array(
          z.object({
            id,
            personId: id,
            how: z.enum(howTold),
            givenTo: line('consents.information_clause.given_to').optional(),
          }),
        )
        .max(40)
        .optional()
        .describe(
          'Whom these sheets are about and who was told, as they were signed, who has the data and why.',
        ),
    }),
    answer: nothing,
    problems: [
      'sheet-already-answered',
      'who-was-told',
      'in-the-future',
      'ends-before-it-starts',
      'too-long',
      'may-not-sign',
      'child-not-heard',
      'not-on-the-sheet',
      'not-by-word',
    ],
  }),
  withdrawTicks: endpoint({
    method: 'POST',
    path: '/cases/:id/joint-work/withdraw',
    summary: 'Withdraws what somebody agreed to, at once: of one institution, of one class, or all of it.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      personId: id,
      signerId: id.nullable().describe('Who withdraws; null for an order of a court.'),
      institutionId: id.optional(),
      class: jointClass.optional(),
      how: line('consents.tick.withdrawn_how'),
    }),
    answer: nothing,
    problems: ['nothing-stands'],
  }),
  recordOrder: endpoint({
    method: 'POST',
    path: '/cases/:id/orders',
    summary:
      'Writes down an order of a court that stands in the place of everybody who would sign for a child.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({
      id,
      personId: id,
      order: line('consents.sheet.court_order'),
      until: workDay,
      boxes: z.array(box).min(1).max(40),
    }),
    answer: withId,
    problems: [
      'may-not-sign',
      'nothing-is-asked',
      'class-not-covered',
      'works-not-here',
      'no-address-of-a-child',
      'name-tells-a-place',
      'ends-before-it-starts',
      'too-long',
    ],
  }),
  goOnWithout: endpoint({
    method: 'POST',
    path: '/cases/:id/without',
    summary: 'Decides, with a reason, that it goes on without a representative whom nobody writes to.',
    params: withId,
    within: 'id',
    needs: ['coordinate'],
    body: z.object({ id, personId: id, representativeId: id, reason: text('consents.without.reason') }),
    answer: withId,
    problems: ['may-not-sign', 'said-no', 'already-decided'],
  }),
  askAfterAll: endpoint({
    method: 'POST',
    path: '/cases/:id/without/:withoutId/end',
    summary: 'Decides that a representative is asked after all.',
    params: z.object({ id, withoutId: id }),
    within: 'id',
    needs: ['coordinate'],
    answer: nothing,
    problems: ['already-decided'],
  }),
  sheetForm: endpoint({
    method: 'GET',
    path: '/cases/:id/sheets.pdf',
    summary:
      'All that waits for the signature of one person, on paper: their own sheet, and a page for each child.',
    params: withId,
    within: 'id',
    look: 'consents',
    needs: ['coordinate'],
    query: z.object({ signer: id }),
    answer: z.any(),
    stream: true,
  }),
  blankConsent: endpoint({
    method: 'GET',
    path: '/cases/:id/consent.pdf',
    summary: 'A consent to be signed before it is recorded: person and receiver printed, the rest by hand.',
    params: withId,
    within: 'id',
    look: 'consents',
    needs: ['team'],
    query: z.object({ person: id, to: id }),
    answer: z.any(),
    stream: true,
  }),
  consentForm: endpoint({
    method: 'GET',
    path: '/cases/:id/bases/:basisId/form.pdf',
    summary: 'The consent on paper, to be signed.',
    params: inScope,
    within: 'id',
    look: 'consents',
    answer: z.any(),
    stream: true,
  }),
  clauseForm: endpoint({
    method: 'GET',
    path: '/cases/:id/clause.pdf',
    summary: 'The information clause on paper, in plain words.',
    params: withId,
    within: 'id',
    look: 'consents',
    needs: ['team'],
    query: z.object({ person: id.optional() }),
    answer: z.any(),
    stream: true,
  }),
  register: endpoint({
    method: 'GET',
    path: '/cases/:id/disclosures',
    summary: 'The register of disclosures: what went from whom to whom, and why.',
    params: withId,
    within: 'id',
    look: 'disclosures',
    needs: ['team'],
    answer: z.array(
      z.object({
        id,
        personId: id.nullable().describe('Null when it is somebody I may not know.'),
        personName: z.string(),
        from: z.string(),
        to: z.string(),
        classes: z.array(z.string()),
        basis: z.string(),
        article: z.string().nullable(),
        purpose: z.string(),
        since: day,
        until: day.nullable(),
        what: z.string().nullable(),
        withdrawnOn: day.nullable(),
        keptOff: z
          .enum(keptOffReasons)
          .nullable()
          .describe('Why it does not stand on the paper for the whole household.'),
      }),
    ),
  }),
  registerForm: endpoint({
    method: 'GET',
    path: '/cases/:id/disclosures.pdf',
    summary: 'The register of disclosures on paper, for the household or for one person of it.',
    params: withId,
    within: 'id',
    look: 'disclosures',
    needs: ['team'],
    query: z.object({ person: id.optional() }),
    answer: z.any(),
    stream: true,
  }),
}
