import { sql } from 'kysely'
import { routesOf } from '../platform/http/routes.ts'
import type { Work } from '../platform/http/work.ts'
import { agree, enterView, fixAssessment, openAssessment, openViews, readAssessments } from './assess.ts'
import { assessmentsContract } from './contract.ts'

const mustBeOnTheTeam = (work: Work, scopeId: string) =>
  work.mustFind(sql`select where ${scopeId} in (select access.my_scopes('team'))`)
const mustCoordinate = (work: Work, scopeId: string) =>
  work.mustFind(sql`select where ${scopeId} in (select access.my_scopes('coordinate'))`)

export const assessmentsRoutes = routesOf('assessments', assessmentsContract, {
  assessments: async (work, { params }) => {
    await mustBeOnTheTeam(work, params.id)
    return readAssessments(work, params.id)
  },
  openAssessment: async (work, { params, body }) => {
    await mustCoordinate(work, params.id)
    return openAssessment(work, params.id, body)
  },
  enterView: async (work, { params, body }) => {
    await mustBeOnTheTeam(work, params.id)
    return enterView(work, params.id, params.assessmentId, params.viewId, body)
  },
  openViews: async (work, { params, body }) => {
    await mustBeOnTheTeam(work, params.id)
    return openViews(work, params.id, params.assessmentId, body.views)
  },
  agree: async (work, { params, body }) => {
    await mustCoordinate(work, params.id)
    return agree(work, params.id, params.assessmentId, params.agreedId, body)
  },
  fix: async (work, { params, body }) => {
    await mustCoordinate(work, params.id)
    return fixAssessment(work, params.id, params.assessmentId, body)
  },
})
