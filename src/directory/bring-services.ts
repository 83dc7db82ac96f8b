import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { filesOf, packed } from '../platform/files/tables.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Download, Reading } from '../platform/http/routes-of.ts'
import type { Work } from '../platform/http/work.ts'
import type { directoryContract } from './contract.ts'
import { mustKeep } from './departures.ts'
import * as shape from './hsds-shapes.ts'
import { type Entity, tabular } from './hsds-tables.ts'
import { closeService, reopenService } from './keep-service.ts'
import { type Plan, type Planned, planImport } from './plan-import.ts'
import { putService, replaceService } from './put-service.ts'
import { isKept } from './questions.ts'
import { type Brought, readHsds } from './read-hsds.ts'

type Seen = z.output<typeof directoryContract.seeServices.answer>

/** The entries that I keep, in the standard; what must not be found is not among them. */
export async function exportServices(work: Work, format: 'json' | 'csv'): Promise<Download> {
  await mustKeep(work)
  const rows = await work.all(
    sql<{
      item: Entity
    }>`select ${shape.fullService} as item from ${shape.from} where ${isKept} order by s.added_at, s.id`,
  )
  const services = rows.map(({ item }) => item)
  return format === 'json'
    ? {
        name: 'uslugi-hsds.json',
        type: 'application/json',
        bytes: Buffer.from(JSON.stringify(services, null, 2)),
      }
    : { name: 'uslugi-hsds.zip', type: 'application/zip', bytes: await packed(tabular(services)) }
}

/** Services in the standard's files, from who keeps entries. */
export const servicesInFile: Reading<string, Brought> = {
  first: mustKeep,
  read: async (file) => readHsds(await filesOf(file)),
}

/** Tells one plan from another: what would be done, and from what. */
const told = ({ entries }: Plan) => createHash('sha256').update(JSON.stringify(entries)).digest('hex')

/** What a file would change among the entries that I keep, field by field, and what of it cannot be taken, line by line. */
export async function seeServices(work: Work, read: Brought): Promise<Seen> {
  await mustKeep(work)
  const plan = await planImport(work, read)
  const entries = plan.entries.flatMap(({ id, name, state, changes }) =>
    state === 'same' ? [] : [{ id, name, state, changes }],
  )
  return {
    seen: told(plan),
    entries,
    same: plan.entries.length - entries.length,
    missing: plan.missing,
    faults: plan.faults,
  }
}

/** Brings what was seen; 409 when something of it changed meanwhile. */
export async function bringServices(
  work: Work,
  { seen, partnershipId }: { seen: string; partnershipId?: string | undefined },
  read: Brought,
) {
  const keeping = await mustKeep(work)
  const plan = await planImport(work, read)
  if (told(plan) !== seen) throw new Refusal(409, 'directory:otherwise-than-seen')
  const mine = await work.mustFind(
    sql<{
      names: string[]
    }>`select array[lower(name), lower(short_name)] as names from institutions.institution where id = ${keeping}`,
  )
  await mustStandAsSeen(
    work,
    plan.entries.filter(({ state }) => state === 'changed'),
  )
  const isOurs = ({ organization: { id, name } }: Planned) =>
    id === keeping || !name || mine.names.includes(name.toLowerCase())
  for (const entry of plan.entries) {
    const { id, state, said, changes, closed } = entry
    if (state === 'new')
      await putService(work, {
        ...said,
        id,
        partnershipId,
        organizationName: isOurs(entry) ? undefined : entry.organization.name!.slice(0, 200),
      })
    else if (changes.some(({ field }) => field !== 'closed')) await replaceService(work, id, said)
    if (state === 'new' ? closed : changes.some(({ field }) => field === 'closed'))
      await (closed ? closeService(work, id) : reopenService(work, id))
  }
  return {}
}

/** Nobody changes or hides these until all is brought; 409 when somebody did since the plan was made. */
async function mustStandAsSeen(work: Work, entries: Planned[]) {
  const standing = await work.all(sql`
    select from directory.service s
    join unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ version }) => version)}::int[]) e (id, version) on s.id = e.id
    where s.version = e.version and not s.confidential order by s.id for update of s`)
  if (standing.length !== entries.length) throw new Refusal(409, 'directory:otherwise-than-seen')
}
