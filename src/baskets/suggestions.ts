import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { onPaper } from '../platform/documents/paper.ts'
import { atMost } from '../platform/http/at-most.ts'
import { Refusal } from '../platform/http/problem.ts'
import { Later } from '../platform/http/routes-of.ts'
import type { Work } from '../platform/http/work.ts'
import { putTopic } from '../worklist/put-topic.ts'
import type { basketsContract } from './contract.ts'
import { putItem } from './items.ts'
import { needsOf } from './limits.ts'
import { suggestBeside } from './suggestion/beside.ts'
import type { PlacedVisit } from './suggestion/fitting.ts'
import { gather } from './suggestion/gather.ts'
import { hourOf } from './suggestion/hours.ts'
import type { Suggestion as Composed, Item } from './suggestion/suggest.ts'

type Suggestion = z.output<typeof basketsContract.suggestion.answer>
type Aside = z.output<typeof basketsContract.putSuggestionAside.body>
type Taken = z.output<typeof basketsContract.takeSuggestion.body>['items']

const threeAtOnce = atMost({ places: 3, ofOne: 2 }, () => new Refusal(503, 'baskets:suggestions-wait'))

/**
 * What Splot proposes for a case, without what was put aside while the facts were these. Nothing of it is kept. It is worked out
 * apart from the work.
 */
export async function suggestionFor(work: Work, scopeId: string): Promise<Later<Suggestion>> {
  const around = await gather(work, scopeId)
  return new Later(() => worked(work.account.id, around))
}

/** Works a suggestion out: 503 where three wait for theirs, or two of this account's, or where it takes too long. */
export const worked = (accountId: string, around: Awaited<ReturnType<typeof gather>>): Promise<Suggestion> =>
  threeAtOnce(accountId, async () => asTold(around, await suggestBeside(around.gathered)))

function asTold(
  { gathered, services, notInSplot, facts, aside }: Awaited<ReturnType<typeof gather>>,
  found: Composed,
): Suggestion {
  const told = found.composed.map(({ items, grosze, ...composed }) => ({
    ...composed,
    costGrosz: grosze,
    items: items.map(offered),
    services: digestOf(items),
  }))
  const shown = told.filter((each) => !aside.includes(each.services))
  const known = new Map(services.map((service) => [service.id, service]))
  const inItems = [...shown.flatMap(({ items }) => items), ...found.instead.map(offered)]
  const named = new Set([
    ...inItems.map(({ serviceId }) => serviceId),
    ...found.changes.flatMap(({ gains, fullServiceId }) => [
      ...gains.map(({ serviceId }) => serviceId),
      fullServiceId,
    ]),
  ])
  return {
    facts,
    proven: found.proven,
    services: found.services,
    visits: found.visits,
    notInSplot,
    homeKnown: gathered.home !== null,
    left: gathered.left,
    putAside: told.length - shown.length,
    described: [...known.values()].flatMap(({ id, name, kind, provider, placesSaid: places, checkedOn }) =>
      named.has(id) ? [{ id, name, kind, provider, places, checkedOn }] : [],
    ),
    composed: shown,
    changes: shown[0]?.kind === 'goals' ? found.changes : [],
    instead: found.instead.map(offered),
  }

  function offered({ grosze, visits, ...item }: Item): Suggestion['instead'][number] {
    const { locations } = services.find(({ id }) => id === item.serviceId)!
    return {
      ...item,
      costGrosz: grosze,
      visits: visits.map(({ weekday, nth, begins, ends, leaves, back, location }: PlacedVisit) => ({
        weekday,
        nth,
        begins: hourOf(begins),
        ends: ends === null ? null : hourOf(ends),
        locality: locations[location]?.locality ?? null,
        leaves: leaves === null ? null : hourOf(leaves),
        back: back === null ? null : hourOf(back),
      })),
    }
  }
}

const digestOf = (items: Item[]) =>
  createHash('sha256')
    .update(JSON.stringify(items.map(({ needId, serviceId }) => [needId, serviceId]).sort()))
    .digest('hex')

/** Puts suggestions aside: they do not come again until something changes of what they are made of. */
export async function putAside(work: Work, scopeId: string, { facts, services }: Aside) {
  await work.db
    .insertInto('baskets.put_aside')
    .values(
      services.map((each) => ({
        scope_id: scopeId,
        facts,
        services: each,
        put_aside_by: work.actor.workerId,
      })),
    )
    .onConflict((same) => same.doNothing())
    .execute()
  await work.record({ verb: 'suggestion.aside', subjectId: scopeId, scopeId, class: 'coordinate' })
  return {}
}

/** Puts what was chosen of a suggestion into the basket. The institutions are asked as always: each when the coordinator says so. */
export async function takeSuggestion(work: Work, scopeId: string, items: Taken) {
  // Whoever takes it at the same moment waits, and is told that it is met.
  await work.all(
    sql`select from baskets.need where scope_id = ${scopeId} and dropped_at is null order by id for update`,
  )
  const needs = await work.all(needsOf(scopeId))
  for (const { id, needId, serviceId, weekly } of items) {
    const need = needs.find((each) => each.id === needId)
    if (!need || need.met) throw new Refusal(409, 'baskets:need-is-met')
    const service = await work.find(sql<{ name: string; providerId: string; grosze: number | null }>`
      select s.name, o.institution_id as "providerId", case when s.cost = 'free' then 0 end as grosze
      from directory.service s join directory.organization o on o.id = s.organization_id
      where s.id = ${serviceId} and s.kind = ${need.serviceKind} and o.institution_id is not null and not s.confidential and s.closed_at is null`)
    if (!service) throw new Refusal(409, 'baskets:service-is-gone')
    await putItem(work, scopeId, {
      id,
      goalId: need.goalId,
      serviceKind: need.serviceKind,
      what: service.name,
      providerId: service.providerId,
      serviceId,
      weekly,
      forWhom: need.person ? [need.person.id] : [],
      performers: [],
      ...(service.grosze !== null && { costGrosz: service.grosze }),
      request: '',
      ask: false,
      agreed: false,
    })
    need.met = true
  }
  return {}
}

/** Puts a suggestion on the agenda of the next meeting about the family, once; what it is, nobody reads there. */
export async function takeToMeeting(work: Work, scopeId: string, id: string) {
  const waiting = await work.find(sql<{ id: string }>`
    select id from worklist.topic where scope_id = ${scopeId} and source_kind = 'suggestion' and taken_back_at is null and worklist.meeting_of(id) is null limit 1`)
  if (waiting) return waiting
  return putTopic(work, {
    id,
    scopeId,
    class: 'team',
    about: [],
    what: onPaper('baskets:paper.topic'),
    source: { kind: 'suggestion', id: scopeId },
  })
}
