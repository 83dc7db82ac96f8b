import { sql } from 'kysely'
import { see } from '../asks/see.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Parts } from '../platform/parts.ts'
import { asNobody, comeIn, digest } from './come-in.ts'
import { guestsContract } from './contract.ts'
import { codeToTell, confirmAddress, makeCode, sendAnew } from './invite.ts'
import { guestById } from './questions.ts'

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
    visit: async ({ kept }) => {
      if (!kept) return { kind: null }
      return asNobody(database, async (db) => {
        const { rows } = await sql<{
          kind: string | null
        }>`select guests.visits(${digest(kept)}) as kind`.execute(db)
        return rows[0]!
      })
    },
    leave: async (visit) => {
      const { kept } = visit
      if (kept) await asNobody(database, (db) => sql`select guests.leave(${digest(kept)})`.execute(db))
      visit.forget()
      return {}
    },
  })
