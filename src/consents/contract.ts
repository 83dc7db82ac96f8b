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
  state: z.enum(['valid', 'future', 'ended', 'withdrawn', 'once']),
  iMayWithdraw: z.boolean(),
})

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
      how: z.enum(['in_person', 'letter', 'electronic']),
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
