import { sql } from 'kysely'
import { routesOf } from '../platform/http/routes-of.ts'
import { competenceContract } from './contract.ts'
import { competenceChanges, competenceRows } from './questions.ts'
import { setCompetence } from './set-competence.ts'

export const routes = routesOf('competence', competenceContract, {
  competence: async (work, { params }) => {
    await work.mustFind(sql`select from partnerships.partnership where id = ${params.id}`)
    return {
      rows: await work.all(competenceRows(params.id)),
      changes: await work.all(competenceChanges(params.id)),
    }
  },
  setCompetence: (work, { params, body }) => setCompetence(work, params.id, body),
})
