import type { Database } from '../database/open.ts'
import { Refusal } from '../http/problem.ts'
import { routesOf } from '../http/routes-of.ts'
import { mustHaveFactor } from '../http/work.ts'
import { pushContract } from './contract.ts'
import { isPushService } from './services.ts'
import { vapidOf } from './vapid.ts'

/** Notifications of this device: asked for in a session, and gone with it. */
export const routes = ({ database }: { database: Pick<Database, 'jobs'> }) =>
  routesOf('push', pushContract, {
    push: async ({ sessionId }, _, { keys }) => {
      const { rows } = await database.jobs.query<{ on: boolean }>('select push.is_on($1) as "on"', [
        sessionId,
      ])
      return { on: rows[0]!.on, key: vapidOf(keys).publicKey }
    },
    openPush: async (account, { body }, { settings }) => {
      mustHaveFactor(account)
      if (!isPushService(body.endpoint, settings))
        throw new Refusal(400, 'push:unknown-service', { field: 'endpoint' })
      await database.jobs.query('select push.subscribe($1, $2, $3, $4)', [
        account.sessionId,
        body.endpoint,
        body.p256dh,
        body.auth,
      ])
      return {}
    },
    closePush: async ({ sessionId }) => {
      await database.jobs.query('select push.unsubscribe($1)', [sessionId])
      return {}
    },
  })
