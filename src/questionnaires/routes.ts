import { routesOf } from '../platform/http/routes-of.ts'
import type { Parts } from '../platform/parts.ts'
import { answersIn, asResponse, scoreOf } from './answering.ts'
import { questionnairesContract } from './contract.ts'
import { beginResponse, dropResponse, keepAnswers } from './fill-in.ts'
import { allQuestionnaires, questionnaireById, responseById, responsesIn } from './questions.ts'
import { takeIn, whatWouldCome } from './take-in.ts'

export const routes = ({ database }: Pick<Parts, 'database'>) =>
  routesOf('questionnaires', questionnairesContract, {
    questionnaires: (work) => work.all(allQuestionnaires),
    questionnaire: async (work, { params }) => (await work.mustFind(questionnaireById(params.id))).content,
    exportQuestionnaire: async (work, { params }) => {
      const { content } = await work.mustFind(questionnaireById(params.id))
      return {
        name: `${content.title} ${content.version}.json`,
        type: 'application/fhir+json',
        bytes: Buffer.from(JSON.stringify(content, null, 2)),
      }
    },
    previewImport: async (account, { body }) => whatWouldCome(account, body.questionnaire),
    importQuestionnaire: (account, { body }) => takeIn(database, account, body),
    responses: async (work, { params }) => {
      await work.mustHoldAnything(params.scopeId)
      return work.all(responsesIn(params.scopeId, work.actor.workerId))
    },
    beginResponse: (work, { params, body }) => beginResponse(work, params.scopeId, body),
    response: async (work, { params }) => {
      const {
        coordinated,
        class: _,
        ...found
      } = await work.mustFind(responseById(params.scopeId, params.id, work.actor.workerId))
      return {
        ...found,
        item: found.item as { linkId: string }[],
        score: scoreOf(found.questionnaire, answersIn(found.item)),
        iMayChange: found.mine || coordinated,
      }
    },
    exportResponse: async (work, { params }) => {
      const found = await work.mustFind(responseById(params.scopeId, params.id, work.actor.workerId))
      return {
        name: `${found.title}.json`,
        type: 'application/fhir+json',
        bytes: Buffer.from(JSON.stringify(asResponse(found), null, 2)),
      }
    },
    keepAnswers: (work, { params, body }) => keepAnswers(work, params.scopeId, params.id, body),
    dropResponse: (work, { params }) => dropResponse(work, params.scopeId, params.id),
  })
