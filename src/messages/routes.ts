import { sql } from 'kysely'
import { paged } from '../platform/database/paging.ts'
import { notFound } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import type { Work } from '../platform/http/work.ts'
import { attach, handOutAttached, takeOut } from './attach.ts'
import { messagesContract } from './contract.ts'
import {
  addressedIn,
  casesOfMyTeams,
  howManyUnread,
  letterById,
  matterById,
  mattersListed,
  messagesOf,
  partnershipsOfMine,
  peopleIn,
  placeAndRight,
  readersOf,
} from './questions.ts'
import {
  acknowledge,
  addReaders,
  agree,
  editMessage,
  makeTask,
  putToMeeting,
  removeReader,
  settleMatter,
  startMatter,
  takeUpAgain,
  writeMessage,
} from './write-message.ts'

export const routes = routesOf('messages', messagesContract, {
  conversations: async (work, { query }) => {
    const { items, next } = paged(await work.all(mattersListed(query)), query.limit, (row) => row.key)
    return { items: items.map(({ key, ...each }) => each), next }
  },
  count: (work) => work.mustFind(howManyUnread),
  where: async (work) => (await work.allTogether(casesOfMyTeams, partnershipsOfMine)).flat(),
  people: async (work, { params }) => {
    await work.mustHold(params.id, 'team')
    return work.all(peopleIn(params.id))
  },
  startMatter: (work, { body }) => startMatter(work, body),
  matter: (work, { params, query }) => readMatter(work, params.id, query),
  writeMessage: (work, { params, body }) => writeMessage(work, params.id, body),
  addReaders: (work, { params, body }) => addReaders(work, params.id, body.readers),
  removeReader: (work, { params }) => removeReader(work, params.id),
  settleMatter: (work, { params, body }) => settleMatter(work, params.id, body.words),
  takeUpAgain: (work, { params }) => takeUpAgain(work, params.id),
  editMessage: (work, { params, body }) => editMessage(work, params.id, body.words),
  attach: (work, { params, query, body }) => attach(work, params.id, query.id, body),
  attached: (work, { params }) => handOutAttached(work, params.id),
  takeOut: (work, { params }) => takeOut(work, params.id),
  agree: (work, { params, body }) => agree(work, params.id, body),
  putToMeeting: (work, { params, body }) => putToMeeting(work, params.id, body),
  makeTask: (work, { params, body }) => makeTask(work, params.id, body),
  acknowledge: (work, { params, body }) => acknowledge(work, params.id, body),
  addressed: async (work, { params }) => {
    const place = await work.ask<string | null>(sql`messages.place_of_addressee(${params.id})`)
    if (place) await work.enter([place])
    return work.mustFind(addressedIn(params.id))
  },
  letter: async (work, { params }) => {
    const letter = await work.mustFind(letterById(params.id))
    await work.look(params.id, 'messages')
    work.write(sql`select asks.see('letter', ${letter.addressee.id})`)
    return letter
  },
})

/** A matter with what was written there; the page that shows it has read it, and what waits for an answer there is seen. */
async function readMatter(work: Work, id: string, page: { after?: string | undefined; limit: number }) {
  const { scopeId, isCase, begun, ...matter } = await work.mustFind(matterById(id))
  await work.enter([scopeId])
  const [[where], readers, people, written] = await work.allTogether(
    placeAndRight(scopeId),
    readersOf(id, scopeId),
    peopleIn(scopeId),
    messagesOf(id, work.actor.workerId, page),
  )
  if (!where?.place) throw notFound()
  const { items, next } = paged(written, page.limit, (row) => row.writtenAt)
  const [latest] = items
  await work.look(scopeId, 'messages')
  if (latest && !page.after) work.write(sql`select messages.mark_read(${id}, ${latest.writtenAt})`)
  const asked = items.flatMap(({ to }) => to.filter(({ asksMe }) => asksMe).map((each) => each.id))
  if (asked.length > 0) work.write(sql`select asks.see('urgent-message', a) from unnest(${asked}::uuid[]) a`)
  const reading = new Set(readers.map(({ institutionId }) => institutionId))
  return {
    ...matter,
    place: where.place,
    mayRemove: begun || where.coordinates,
    coordinates: where.coordinates,
    readers,
    others: [
      ...new Set(
        people
          .filter(({ outside, institutionId }) => isCase && !outside && !reading.has(institutionId))
          .map(({ institutionName }) => institutionName),
      ),
    ],
    messages: items.reverse(),
    earlier: next,
  }
}
