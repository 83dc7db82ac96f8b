import { routesOf } from '../platform/http/routes.ts'
import { territoryContract } from './contract.ts'
import { communeByTerc, communesByName, localitiesOf } from './questions.ts'

export const territoryRoutes = routesOf('territory', territoryContract, {
  findCommunes: (work, { query }) => work.all(communesByName(query.name)),
  commune: (work, { params }) => work.mustFind(communeByTerc(params.terc)),
  localities: (work, { params }) => work.all(localitiesOf(params.terc)),
})
