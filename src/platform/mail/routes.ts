import type { Database } from '../database/open.ts'
import { notFound } from '../http/problem.ts'
import { routesOf } from '../http/routes-of.ts'
import { mailContract } from './contract.ts'

const shown = 100

/** In practice mode nothing leaves the machine: the letters are read here. In service mode there is no such page. */
export const routes = ({ database }: { database: Pick<Database, 'jobs'> }) =>
  routesOf('mail', mailContract, {
    outbox: async (_, __, { settings }) => {
      if (settings.mode !== 'practice') throw notFound()
      const { rows } = await database.jobs.query<{
        id: string
        writtenAt: Date
        to: string
        subject: string
        body: string
      }>('select id, written_at as "writtenAt", to_address as "to", subject, body from mail.outbox($1)', [
        shown,
      ])
      return rows.map((letter) => ({ ...letter, writtenAt: letter.writtenAt.toISOString() }))
    },
  })
