import { routesOf } from '../platform/http/routes-of.ts'
import { asksContract } from './contract.ts'
import { remindableIn } from './questions.ts'
import { remind } from './remind.ts'

export const routes = routesOf('asks', asksContract, {
  remindable: async (work, { params }) => {
    await work.mustHoldAnything(params.id)
    return work.all(remindableIn(params.id))
  },
  remind: (work, { params }) => remind(work, params.id),
})
