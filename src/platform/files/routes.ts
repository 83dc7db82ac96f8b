import { sql } from 'kysely'
import { atUtc } from '../database/instants.ts'
import { notFound } from '../http/problem.ts'
import { routesOf } from '../http/routes.ts'
import { filesContract } from './contract.ts'
import { handOutFile, storeFile } from './store-file.ts'

type Line = { id: string; name: string; type: string; size: number; addedAt: string; mine: boolean }

const filesIn = (scopeId: string, me: string) => sql<Line>`
  select id, name, type, size, ${atUtc('added_at')} as "addedAt", added_by = ${me} as mine
  from files.file where scope_id = ${scopeId} order by added_at desc, id desc limit 500`

export const filesRoutes = routesOf('files', filesContract, {
  addFile: async (work, { params, query, body }) => {
    // Where the worker holds nothing there is nothing to add to.
    if (!(await work.ask<boolean>(sql`access.i_hold_any(array[${params.scopeId}]::uuid[])`))) throw notFound()
    return storeFile(work, { ...query, scopeId: params.scopeId }, body)
  },
  files: (work, { params }) => work.all(filesIn(params.scopeId, work.actor.workerId)),
  file: (work, { params }) => handOutFile(work, params.id),
})
