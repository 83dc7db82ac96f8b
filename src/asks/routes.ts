import { sql } from 'kysely'
import { routesOf } from '../platform/http/routes-of.ts'
import { asksContract } from './contract.ts'
import { myWish, placeOf, remindableIn } from './questions.ts'
import { remind } from './remind.ts'

export const routes = routesOf('asks', asksContract, {
  remindable: async (work, { params }) => {
    await work.mustHoldAnything(params.id)
    return work.all(remindableIn(params.id))
  },
  place: (work, { params }) => work.mustFind(placeOf(params.id)),
  wish: (work) => work.mustFind(myWish),
  keepWish: async (work, { body }) => {
    work.write(sql`select asks.wish_for(${body.atOnce}, ${body.hour}, ${body.everyDay})`)
    return {}
  },
  remind: (work, { params }) => remind(work, params.id),
})
