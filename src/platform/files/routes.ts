import { sql } from 'kysely'
import { atUtc } from '../database/instants.ts'
import { routesOf } from '../http/routes-of.ts'
import { filesContract } from './contract.ts'
import { handOutFile, storeFile } from './store-file.ts'

type Line = { id: string; name: string; type: string; size: number; addedAt: string; mine: boolean }

const filesIn = (scopeId: string, me: string) => sql<Line>`
  select id, name, type, size, ${atUtc('added_at')} as "addedAt", added_by = ${me} as mine
  from files.file where scope_id = ${scopeId} and class <> 'letters' order by added_at desc, id desc limit 500`

export const routes = routesOf('files', filesContract, {
  addFile: async (work, { params, query, body }) => {
    await work.mustHoldAnything(params.scopeId)
    return storeFile(work, { ...query, scopeId: params.scopeId }, body)
  },
  files: async (work, { params }) => {
    await work.mustHoldAnything(params.scopeId)
    return work.all(filesIn(params.scopeId, work.actor.workerId))
  },
  file: (work, { params }) => handOutFile(work, params.id),
})
