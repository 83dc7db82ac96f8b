import { routesOf } from '../platform/http/routes-of.ts'
import { mustAdminister } from '../platform/http/work.ts'
import type { Parts } from '../platform/parts.ts'
import { territoryContract } from './contract.ts'
import { takeOverUnits, whatWouldChange } from './newer-units.ts'
import { communeByTerc, communesByName, localitiesOf, partsOf } from './questions.ts'

export const routes = ({ database }: Pick<Parts, 'database'>) =>
  routesOf('territory', territoryContract, {
    findCommunes: (work, { query }) => work.all(communesByName(query.name)),
    commune: (work, { params }) => work.mustFind(communeByTerc(params.terc)),
    localities: (work, { params }) => work.all(localitiesOf(params.terc)),
    partsOf: (work, { query }) => work.all(partsOf(query.of)),
    previewUnits: async (account, { body }) => {
      mustAdminister(account)
      return whatWouldChange(database, body.csv)
    },
    takeOverUnits: (account, { body }) => takeOverUnits(database, account, body.csv),
  })
