import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { aboutByDefault } from '../cases/about.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { giveTask } from '../worklist/give-task.ts'
import { putTopic } from '../worklist/put-topic.ts'
import type { messagesContract } from './contract.ts'
import { mustNameNobody } from './name-nobody.ts'
import { mayBeTalkedOver } from './questions.ts'

type Start = z.output<typeof messagesContract.startMatter.body>
type Written = Start['message']
type Whom = Start['readers']
type Place = { scopeId: string; isCase: boolean }

/** Institutions and workers side by side; a worker that is missing is the whole institution. */
const asked = (whom: Whom) =>
  [
    sql`${whom.map(({ institutionId }) => institutionId)}::uuid[]`,
    sql`${whom.map(({ workerId }) => workerId ?? null)}::uuid[]`,
  ] as const

const placeOfMatter = (id: string) => sql<Place>`
  select t.scope_id as "scopeId", messages.is_case(t.scope_id) as "isCase" from messages.matter t where t.id = ${id}`

/** What the journal tells of a matter is told to its readers: class `letters` about the matter. */
export const record = (work: Work, verb: string, matterId: string, scopeId: string, subjectId = matterId) =>
  work.record({ verb, subjectId, scopeId, class: 'letters', aboutId: matterId })

/** Begins a matter with its first message, in one form. */
export async function startMatter(work: Work, { id, place, title, readers, message }: Start) {
  const isCase = await work.ask<boolean>(sql`messages.is_case(${place})`)
  await mustNameNobody(work, place, title, 'title-names-somebody', 'title')
  const [institutions, workers] = asked(readers)
  orRefuse(
    'messages',
    await work.ask(sql`messages.start_matter(${id}, ${place}, ${title}, ${institutions}, ${workers})`),
  )
  await record(work, 'matter.started', id, place)
  await write(work, id, { scopeId: place, isCase }, message, 'message.words')
  return { id }
}

/** Writes a message; whoever it is written to reads the matter from then on, and whoever is outside this message alone. */
export async function writeMessage(work: Work, matterId: string, message: Written) {
  const place = await work.mustFind(placeOfMatter(matterId))
  await write(work, matterId, place, message, 'words')
  return { id: message.id }
}

async function write(
  work: Work,
  matterId: string,
  { scopeId, isCase }: Place,
  message: Written,
  field: string,
) {
  const dataClass = isCase ? message.class : 'request'
  if (dataClass === 'request')
    await mustNameNobody(work, scopeId, message.words, 'words-name-somebody', field)
  const about =
    dataClass === 'request' ? [] : (message.about ?? (await work.ask<string[]>(aboutByDefault(scopeId))))
  const [institutions, workers] = asked(message.to)
  orRefuse(
    'messages',
    await work.ask(sql`messages.write_message(${message.id}, ${matterId}, ${dataClass}, ${about}::uuid[], ${message.words}, ${message.quotes ?? null},
      ${message.answerAt ?? null}, ${institutions}, ${workers}, ${message.outside}::uuid[])`),
  )
  await record(work, message.answerAt ? 'message.urgent' : 'message.written', matterId, scopeId, message.id)
}

const messageById = (id: string | undefined) => sql<
  Place & { matterId: string; class: string; about: string[]; mayBeTalkedOver: boolean }
>`
  select m.matter_id as "matterId", m.scope_id as "scopeId", messages.is_case(m.scope_id) as "isCase", m.class, m.about,
    ${mayBeTalkedOver} as "mayBeTalkedOver" from messages.message m where m.id = ${id ?? null}`

/** The same within its place: what bases open is asked there alone. */
export async function findMessage(work: Work, id: string | undefined) {
  const scopeId = await work.ask<string | null>(sql`messages.place_of(${id ?? null})`)
  if (scopeId) await work.enter([scopeId])
  return work.mustFind(messageById(id))
}

/** Edits what the worker wrote in the last ten minutes. 409 afterwards, or where it was edited meanwhile. */
export async function editMessage(work: Work, id: string, words: string) {
  const { matterId, scopeId, class: dataClass } = await findMessage(work, id)
  if (dataClass === 'request') await mustNameNobody(work, scopeId, words, 'words-name-somebody', 'words')
  orRefuse(
    'messages',
    await work.ask(sql`messages.edit_message(${id}, ${work.expectedVersion ?? null}, ${words})`),
  )
  await record(work, 'message.edited', matterId, scopeId, id)
  return {}
}

/** Writes under a message what was agreed. */
export async function agree(work: Work, messageId: string, { id, words }: { id: string; words: string }) {
  const { matterId, scopeId } = await findMessage(work, messageId)
  orRefuse(
    'messages',
    await work.ask(sql`messages.came_of(${id}, ${messageId}, 'agreement', ${words}, null)`),
  )
  await record(work, 'message.agreed', matterId, scopeId, messageId)
  return { id }
}

/** Makes a task of a message; it bears its class and whom it is about, and stands below it. */
export async function makeTask(
  work: Work,
  messageId: string,
  task: { id: string; what: string; due?: string | undefined; workerId?: string | undefined },
) {
  const { matterId, scopeId, isCase, class: dataClass, about } = await findMessage(work, messageId)
  if (!isCase) throw new Refusal(409, 'messages:no-tasks-here')
  await giveTask(work, {
    id: task.id,
    scopeId,
    // Convictions are opened to nobody by a task.
    class: dataClass === 'request' ? 'file' : dataClass === 'justice' ? 'own' : dataClass,
    what: task.what,
    due: task.due ?? null,
    workerId: task.workerId ?? work.actor.workerId,
    about: dataClass === 'request' ? await work.ask<string[]>(aboutByDefault(scopeId)) : about,
    source: { kind: 'message', id: messageId },
  })
  await sayBelow(
    work,
    messageId,
    { matterId, scopeId },
    { kind: 'task', id: task.id, verb: 'message.made-task' },
  )
  return { id: task.id }
}

/** Says below a message what was made of it, here or by a later slice. */
export async function sayBelow(
  work: Work,
  messageId: string,
  { matterId, scopeId }: { matterId: string; scopeId: string },
  { kind, id, verb = 'message.led-on' }: { kind: string; id: string; verb?: string },
) {
  orRefuse('messages', await work.ask(sql`messages.came_of(${id}, ${messageId}, ${kind}, null, ${id})`))
  await record(work, verb, matterId, scopeId, messageId)
}

/**
 * Puts a message on the agenda of the next meeting, read there by who may read such facts; one that names nobody, by all who work
 * there. What an institution opened to its readers alone, only it, or who coordinates, puts before the others.
 */
export async function putToMeeting(
  work: Work,
  messageId: string,
  { id, what }: { id: string; what: string },
) {
  const {
    matterId,
    scopeId,
    isCase,
    class: dataClass,
    about,
    mayBeTalkedOver,
  } = await findMessage(work, messageId)
  if (!mayBeTalkedOver) throw new Refusal(409, 'messages:not-yours-to-open')
  const ofAll = dataClass === 'request'
  if (ofAll && isCase) await mustNameNobody(work, scopeId, what, 'words-name-somebody', 'what')
  await putTopic(work, {
    id,
    scopeId,
    class: ofAll ? 'team' : dataClass,
    about: ofAll ? [] : about,
    what,
    source: { kind: 'message', id: messageId },
  })
  await sayBelow(work, messageId, { matterId, scopeId }, { kind: 'topic', id, verb: 'message.made-topic' })
  return { id }
}

/** Says that the worker takes on what a message asks, or cannot. */
export async function acknowledge(
  work: Work,
  id: string,
  { answer, words }: { answer: 'take' | 'cannot'; words?: string | undefined },
) {
  orRefuse('messages', await work.ask(sql`messages.acknowledge(${id}, ${answer}, ${words || null})`))
  const verb = answer === 'take' ? 'message.taken' : 'message.declined'
  const { matterId, scopeId, messageId, outside } = await work.mustFind(sql<{
    matterId: string
    scopeId: string
    messageId: string
    outside: boolean
  }>`
    select a.matter_id as "matterId", a.scope_id as "scopeId", a.message_id as "messageId", a.outside from messages.addressee a where a.id = ${id}`)
  // From outside it is told where they read it alone.
  if (outside) await work.record({ verb, subjectId: messageId, scopeId: messageId, class: 'letters' })
  else await record(work, verb, matterId, scopeId, messageId)
  return {}
}

/** A deed on a matter as a whole, told to its readers. */
async function onMatter(work: Work, id: string, verb: string, deed: RawBuilder<unknown>) {
  const { scopeId } = await work.mustFind(placeOfMatter(id))
  orRefuse('messages', await work.ask(deed))
  await record(work, verb, id, scopeId)
  return {}
}

export const addReaders = (work: Work, id: string, readers: Whom) => {
  const [institutions, workers] = asked(readers)
  return onMatter(
    work,
    id,
    'matter.readers-added',
    sql`messages.add_readers(${id}, ${institutions}, ${workers})`,
  )
}

export async function removeReader(work: Work, id: string) {
  const { matterId } = await work.mustFind(
    sql<{ matterId: string }>`select r.matter_id as "matterId" from messages.reader r where r.id = ${id}`,
  )
  const { scopeId } = await work.mustFind(placeOfMatter(matterId))
  await record(work, 'matter.reader-removed', matterId, scopeId)
  orRefuse('messages', await work.ask(sql`messages.remove_reader(${id})`))
  return {}
}

export const settleMatter = (work: Work, id: string, words: string | undefined) =>
  onMatter(work, id, 'matter.settled', sql`messages.settle_matter(${id}, ${words || null})`)

export const takeUpAgain = (work: Work, id: string) =>
  onMatter(work, id, 'matter.taken-up', sql`messages.take_up_again(${id})`)
