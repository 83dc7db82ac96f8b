import { z } from 'zod'
import { endpoint, id, instant, nothing, withId } from '../platform/http/contract.ts'
import { head } from './questionnaire.ts'
import { obstacleKinds } from './read-questionnaire.ts'

const { status } = head
const responseStatus = z.enum(['in-progress', 'completed', 'amended'])
const inScope = z.object({ scopeId: id, id })

/** A questionnaire as it came, FHIR JSON; it is read and checked item by item. */
const came = z.object({ questionnaire: z.record(z.string(), z.unknown()) })

const responseLine = z.object({
  id,
  questionnaireId: id,
  title: z.string(),
  status: responseStatus,
  authorId: id,
  begunAt: instant,
  completedAt: instant.nullable(),
  mine: z.boolean(),
  version: z.int(),
})

export const questionnairesContract = {
  questionnaires: endpoint({
    method: 'GET',
    path: '/questionnaires',
    summary: 'Questionnaires of this installation, the newest version of each first.',
    answer: z.array(
      z.object({
        id,
        url: z.string(),
        version: z.string(),
        title: z.string(),
        description: z.string().nullable(),
        status,
        shipped: z.boolean(),
        newest: z.boolean().describe('The version that came last; only an active newest one is filled in.'),
      }),
    ),
  }),
  questionnaire: endpoint({
    method: 'GET',
    path: '/questionnaires/:id',
    summary: 'A questionnaire: FHIR R5 `Questionnaire`.',
    params: withId,
    answer: z.looseObject({ resourceType: z.literal('Questionnaire') }),
  }),
  exportQuestionnaire: endpoint({
    method: 'GET',
    path: '/questionnaires/:id/questionnaire.json',
    summary: 'The same as a file, for another installation or program.',
    params: withId,
    answer: z.any(),
    stream: true,
  }),
  previewImport: endpoint({
    method: 'POST',
    question: true,
    path: '/administration/questionnaires/preview',
    summary:
      'What a file with a questionnaire would bring, or what stands in the way; for the administrator.',
    who: 'account',
    body: came,
    answer: z.object({
      title: z.string().nullable(),
      version: z.string().nullable(),
      status: status.nullable(),
      items: z
        .array(z.object({ linkId: z.string(), type: z.string(), text: z.string().nullable() }))
        .describe('In the order in which they are read.'),
      missing: z
        .array(z.enum(['url', 'version', 'title', 'status']))
        .describe('What names it and the file does not say: to be given when it is taken in.'),
      obstacles: z.array(z.object({ path: z.string(), problem: z.enum(obstacleKinds) })),
      leftOut: z.array(z.string()).describe('Names of what tells about it and is not kept.'),
    }),
  }),
  importQuestionnaire: endpoint({
    method: 'POST',
    path: '/administration/questionnaires',
    summary:
      'Takes a questionnaire in; for the administrator. What names it is taken from the file where it says so, else as given beside it.',
    who: 'account',
    body: came.extend(z.object(head).partial().shape),
    answer: nothing,
    problems: ['not-understood', 'not-named', 'version-is-here'],
  }),
  responses: endpoint({
    method: 'GET',
    path: '/scopes/:scopeId/responses',
    summary: 'Filled-in questionnaires that I may read, newest first, and those that I have begun.',
    params: z.object({ scopeId: id }),
    within: 'scopeId',
    look: 'questionnaires',
    answer: z.array(responseLine),
  }),
  beginResponse: endpoint({
    method: 'POST',
    path: '/scopes/:scopeId/responses',
    summary: 'Begins to fill a questionnaire in, where I work and hold its class of data about everybody.',
    params: z.object({ scopeId: id }),
    within: 'scopeId',
    body: z.object({
      id,
      questionnaireId: id,
      class: z.enum(['file', 'health', 'addiction', 'justice']).default('file'),
    }),
    answer: withId,
    problems: ['not-in-use'],
  }),
  response: endpoint({
    method: 'GET',
    path: '/scopes/:scopeId/responses/:id',
    summary: 'What was answered: the items of a FHIR R5 `QuestionnaireResponse`, with the questionnaire.',
    params: inScope,
    within: 'scopeId',
    look: 'questionnaires',
    answer: responseLine.extend({
      questionnaire: z.looseObject({ resourceType: z.literal('Questionnaire') }),
      item: z.array(z.looseObject({ linkId: z.string() })),
      score: z.object({ sum: z.number(), most: z.number() }).nullable(),
      iMayChange: z.boolean(),
    }),
  }),
  exportResponse: endpoint({
    method: 'GET',
    path: '/scopes/:scopeId/responses/:id/response.json',
    summary: 'The same as a file: one FHIR R5 `QuestionnaireResponse`.',
    params: inScope,
    within: 'scopeId',
    look: 'questionnaires',
    answer: z.any(),
    stream: true,
  }),
  keepAnswers: endpoint({
    method: 'PUT',
    path: '/scopes/:scopeId/responses/:id',
    summary: 'Keeps what was answered so far, finishes it, or amends what was finished.',
    params: inScope,
    within: 'scopeId',
    body: z.object({
      status: responseStatus,
      item: z
        .array(z.looseObject({ linkId: z.string().max(100) }))
        .max(200)
        .default([])
        .describe('Items of a FHIR QuestionnaireResponse.'),
    }),
    version: 'needed',
    answer: nothing,
    problems: ['answers-do-not-fit', 'already-finished'],
  }),
  dropResponse: endpoint({
    method: 'DELETE',
    path: '/scopes/:scopeId/responses/:id',
    summary: 'Throws away what I have begun and not finished.',
    params: inScope,
    within: 'scopeId',
    answer: nothing,
  }),
}
