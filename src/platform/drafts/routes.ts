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
    const kept = await work.ask<boolean>(
      sql`drafts.keep(${params.form}, ${idsIn(body.content)}::uuid[], ${seal(keyOf(work), JSON.stringify(body.content))})`,
    )
    if (!kept) throw notFound()
    return {}
  },
  dropDraft: async (work, { params }) => {
    await work.ask(sql`drafts.drop(${params.form})`)
    return {}
  },
})
