import { routesOf } from '../platform/http/routes.ts'
import { agree, enterView, fixAssessment, openAssessment, openViews, readAssessments } from './assess.ts'
import { closeWithLevels } from './close-with-levels.ts'
import { assessmentsContract } from './contract.ts'

export const assessmentsRoutes = routesOf('assessments', assessmentsContract, {
  assessments: async (work, { params }) => {
    await work.mustHold(params.id, 'team')
    return readAssessments(work, params.id)
  },
  openAssessment: async (work, { params, body }) => {
    await work.mustHold(params.id, 'coordinate')
    return openAssessment(work, params.id, body)
  },
  enterView: async (work, { params, body }) => {
    await work.mustHold(params.id, 'team')
    return enterView(work, params.id, params.assessmentId, params.viewId, body)
  },
  openViews: async (work, { params, body }) => {
    await work.mustHold(params.id, 'team')
    return openViews(work, params.id, params.assessmentId, body.views)
  },
  agree: async (work, { params, body }) => {
    await work.mustHold(params.id, 'coordinate')
    return agree(work, params.id, params.assessmentId, params.agreedId, body)
  },
  fix: async (work, { params, body }) => {
    await work.mustHold(params.id, 'coordinate')
    return fixAssessment(work, params.id, params.assessmentId, body)
  },
  close: async (work, { params, body }) => {
    await work.mustHold(params.id, 'coordinate')
    return closeWithLevels(work, params.id, body)
  },
})
