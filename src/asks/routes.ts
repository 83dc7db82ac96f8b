import { routesOf } from '../platform/http/routes-of.ts'
import { asksContract } from './contract.ts'
import { remind } from './remind.ts'

export const routes = routesOf('asks', asksContract, {
  remind: (work, { params }) => remind(work, params.id),
})
