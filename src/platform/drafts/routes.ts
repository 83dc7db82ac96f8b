import { sql } from 'kysely'
import { routesOf } from '../http/routes-of.ts'
import { open } from '../keys.ts'
import { draftsContract } from './contract.ts'
import { keepDraft, keyOf } from './keep-draft.ts'

/** Drafts belong to the worker who types; they are encrypted, and a draft that cannot be read is no draft. */
export const routes = routesOf('drafts', draftsContract, {
  draft: async (work, { params }) => {
    const found = await work.find(sql<{ content: Buffer; keptAt: Date }>`
      select content, kept_at as "keptAt" from drafts.draft where worker_id = ${work.actor.workerId} and form = ${params.form}`)
    if (!found) return { content: null, keptAt: null }
    try {
      return {
        content: JSON.parse(open(keyOf(work), found.content).toString()),
        keptAt: found.keptAt.toISOString(),
      }
    } catch {
      return { content: null, keptAt: null }
    }
  },
  keepDraft: (work, { params, body }) => keepDraft(work, params.form, body.content),
  dropDraft: async (work, { params }) => {
    await work.ask(sql`drafts.drop(${params.form})`)
    return {}
  },
})
