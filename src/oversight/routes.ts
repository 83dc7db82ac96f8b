import { sql } from 'kysely'
import { paged } from '../platform/database/paging.ts'
import { notFound } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Work } from '../platform/http/work.ts'
import { readValues } from '../platform/journal/entries.ts'
import { oversightContract } from './contract.ts'
import { openRecord } from './open-record.ts'
import {
  doIOversee,
  entriesOf,
  journalOf,
  looksAt,
  looksIn,
  lookUpsCounted,
  openRecordById,
  recordsKnown,
  searchesCounted,
} from './questions.ts'

/** 404 for whoever is no officer of their institution now. */
const mustOversee = (work: Work) => work.mustFind(doIOversee)

async function record(work: Work, id: string) {
  const found = await work.mustFind(openRecordById(id))
  await work.look(found.scopeId, 'record')
  return { ...found, looks: await work.all(looksAt(id)) }
}

async function entries(work: Work, id: string, query: { after?: string | undefined; limit: number }) {
  const { scopeId } = await work.mustFind(openRecordById(id))
  await work.look(scopeId, 'record')
  const { items, next } = paged(await work.all(entriesOf(id, query)), query.limit, ({ at }) => at)
  const read = items.map(async ({ sealedValues, scopeId, ...entry }) => ({
    ...entry,
    values: await readValues(work.db, work.surroundings.keys, { scopeId, sealedValues }),
  }))
  return { items: await Promise.all(read), next }
}

async function acknowledge(work: Work, id: string) {
  if (!(await work.ask<boolean>(sql`oversight.acknowledge(${id})`))) throw notFound()
  await work.record({ verb: 'record.acknowledged', subjectId: id })
  return {}
}

export const routes = routesOf('oversight', oversightContract, {
  journal: async (work, { query }) => {
    await mustOversee(work)
    return paged(await work.all(journalOf(query)), query.limit, ({ at }) => at)
  },
  looks: async (work, { query }) => {
    await mustOversee(work)
    return paged(await work.all(looksIn(query)), query.limit, ({ at }) => at)
  },
  searches: async (work) => {
    await mustOversee(work)
    return work.all(searchesCounted)
  },
  lookUps: async (work) => {
    await mustOversee(work)
    return work.all(lookUpsCounted)
  },
  records: (work) => work.all(recordsKnown),
  openRecord: (work, { body }) => openRecord(work, body),
  record: (work, { params }) => record(work, params.id),
  entries: (work, { params, query }) => entries(work, params.id, query),
  acknowledge: (work, { params }) => acknowledge(work, params.id),
})
