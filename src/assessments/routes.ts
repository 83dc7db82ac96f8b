import { sql } from 'kysely'
import { routesOf } from '../platform/http/routes-of.ts'
import { agree, enterView, fixAssessment, openAssessment, openViews, readAssessments } from './assess.ts'
import { closeWithLevels } from './close-with-levels.ts'
import { assessmentsContract } from './contract.ts'
import { aboutInDomains } from './questions.ts'

export const routes = routesOf('assessments', assessmentsContract, {
  assessments: (work, { params }) => readAssessments(work, params.id),
  whomInDomains: async (work, { params }) => {
    await work.mustFind(sql`select from cases."case" where id = ${params.id}`)
    return work.all(aboutInDomains(params.id))
  },
  openAssessment: (work, { params, body }) => openAssessment(work, params.id, body),
  enterView: (work, { params, body }) => enterView(work, params.id, params.assessmentId, params.viewId, body),
  openViews: (work, { params, body }) => openViews(work, params.id, params.assessmentId, body.views),
  agree: (work, { params, body }) => agree(work, params.id, params.assessmentId, params.agreedId, body),
  fix: (work, { params, body }) => fixAssessment(work, params.id, params.assessmentId, body),
  close: (work, { params, body }) => closeWithLevels(work, params.id, body),
})
