import { sql } from 'kysely'
import { see } from '../asks/see.ts'
import { Refusal } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Parts } from '../platform/parts.ts'
import { asNobody, comeIn, digest } from './come-in.ts'
import { guestsContract } from './contract.ts'
import { codeToTell, confirmAddress, makeCode, sendAnew } from './invite.ts'
import { guestById, visitsOf } from './questions.ts'

export const routes = ({ database }: Parts) =>
  routesOf('guests', guestsContract, {
    guest: async (work, { params }) => {
      const guest = await work.mustFind(guestById(params.id))
      see(work, 'guest-address', params.id)
      return guest
    },
    confirm: (work, { params, body }) => confirmAddress(work, params.id, body.right),
    sendAnew: (work, { params }) => sendAnew(work, params.id),
    makeCode: (work, { params }) => makeCode(work, params.id),
    code: (work, { params }) => codeToTell(work, params.id),
    enter: (visit, { body }, { keys }) => comeIn(database, keys, visit, body),
    visits: ({ all }) => visitsOf(database, all),
    leave: async (visit) => {
      const { kept } = visit
      if (!kept) throw new Refusal(404, 'guests:opens-nothing')
      await asNobody(database, (db) => sql`select guests.leave(${digest(kept)})`.execute(db))
      visit.forget()
      return {}
    },
  })
