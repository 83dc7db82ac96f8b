import { sql } from 'kysely'
import { z } from 'zod'
import { notFound } from '../http/problem.ts'
import { routesOf } from '../http/routes-of.ts'
import type { Work } from '../http/work.ts'
import { open, seal } from '../keys.ts'
import { draftsContract } from './contract.ts'

/** What is chosen in a form, of which some may be the family that it is about. */
const idsIn = (content: Record<string, unknown>) =>
  Object.values(content).filter((value) => z.uuid().safeParse(value).success)

const keyOf = (work: Work) => work.surroundings.keys.for('drafts')

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
  keepDraft: async (work, { params, body }) => {
    const places = await work.ask<string[] | null>(
      sql`drafts.places_of(${params.form}, ${idsIn(body.content)}::uuid[])`,
    )
    if (!places) throw notFound()
    await sql`
      insert into drafts.draft (worker_id, form, content, scope_ids)
      values (${work.actor.workerId}, ${params.form}, ${seal(keyOf(work), JSON.stringify(body.content))}, ${places})
      on conflict (worker_id, form) do update set content = excluded.content, scope_ids = excluded.scope_ids, kept_at = now()`.execute(
      work.db,
    )
    return {}
  },
  dropDraft: async (work, { params }) => {
    await sql`delete from drafts.draft where worker_id = ${work.actor.workerId} and form = ${params.form}`.execute(
      work.db,
    )
    return {}
  },
})
