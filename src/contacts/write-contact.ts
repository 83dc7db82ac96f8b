import { sql } from 'kysely'
import type { z } from 'zod'
import { aboutByDefault } from '../cases/about.ts'
import { notFound, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { giveTask } from '../worklist/give-task.ts'
import { putTopic } from '../worklist/put-topic.ts'
import type { contactsContract } from './contract.ts'

type Given = z.output<typeof contactsContract.writeContact.body>

/**
 * Writes down a visit or a call in one form: what happened, what is next, and, if wanted, a task or a topic from it. It stays
 * with the author's institution until opened; what touches violence stays with its author.
 */
export async function writeContact(work: Work, caseId: string, { task, topic, ...contact }: Given) {
  const happenedAt = happened(contact.happenedAt)
  if (contact.class === 'violence' && contact.open)
    throw new Refusal(409, 'contacts:violence-stays', { field: 'open' })
  if (contact.class === 'violence' && topic)
    throw new Refusal(409, 'contacts:violence-stays', { field: 'topic' })
  await work.mustFind(sql`select from cases."case" where id = ${caseId}`)
  const about = contact.about ?? (await work.ask<string[]>(aboutByDefault(caseId)))
  work.write(sql`
    insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, place, with_whom, what, next_step, class, about, opened_at)
    values (${contact.id}, ${caseId}, ${work.actor.institutionId}, ${work.actor.workerId}, ${contact.kind}, ${happenedAt}, ${contact.place || null},
      ${contact.withWhom || null}, ${contact.what}, ${contact.nextStep || null}, ${contact.class},
      ${about}, ${contact.open ? new Date() : null})`)
  if (contact.class !== 'violence')
    await work.record({
      verb: 'contact.written',
      subjectId: contact.id,
      scopeId: caseId,
      class: contact.open ? contact.class : 'own',
      aboutId: work.actor.institutionId,
      fact: 'contacts.contact',
      values: { kind: contact.kind },
    })
  if (task)
    await giveTask(work, {
      id: task.id,
      scopeId: caseId,
      class: contact.open ? contact.class : 'own',
      what: task.what,
      due: task.due ?? null,
      workerId: task.workerId ?? work.actor.workerId,
      about,
      source: { kind: 'contact', id: contact.id },
    })
  if (topic)
    await putTopic(work, {
      id: topic.id,
      scopeId: caseId,
      class: contact.class,
      about,
      what: topic.what,
      source: { kind: 'contact', id: contact.id },
    })
  return { id: contact.id }
}

/** Opens a note of one's institution to the team. */
export async function openContact(work: Work, caseId: string, contactId: string) {
  const contact = await work.mustFind(sql<{ class: string; kind: string; opened: boolean; authorId: string }>`
    select class, kind, opened_at is not null as opened, author_id as "authorId" from contacts.contact
    where id = ${contactId} and scope_id = ${caseId}`)
  if (contact.class === 'violence') throw new Refusal(409, 'contacts:violence-stays')
  if (contact.authorId !== work.actor.workerId) throw new Refusal(403, 'http:not-allowed')
  if (contact.opened) return {}
  const { numAffectedRows } = await sql`
    update contacts.contact set opened_at = now(), version = version + 1 where id = ${contactId}`.execute(
    work.db,
  )
  if (!numAffectedRows) throw notFound()
  await work.record({
    verb: 'contact.opened',
    subjectId: contactId,
    scopeId: caseId,
    class: contact.class,
    aboutId: work.actor.institutionId,
    fact: 'contacts.contact',
    values: { kind: contact.kind },
  })
  return {}
}

/** Corrects a note; the earlier words stay in the journal, for those who may read the note. */
export async function correctContact(
  work: Work,
  caseId: string,
  contactId: string,
  change: { what: string; nextStep?: string | undefined; happenedAt: string; about?: string[] | undefined },
) {
  const happenedAt = happened(change.happenedAt)
  const before = await work.mustFind(sql<{ what: string; class: string; about: string[]; opened: boolean }>`
    select what, class, about, opened_at is not null as opened from contacts.contact where id = ${contactId} and scope_id = ${caseId}`)
  await work.change('contacts.contact', contactId, {
    what: change.what,
    next_step: change.nextStep || null,
    happened_at: happenedAt,
    ...(change.about && { about: change.about }),
  })
  if (before.class !== 'violence')
    await work.record({
      verb: 'contact.corrected',
      subjectId: contactId,
      scopeId: caseId,
      class: before.opened ? before.class : 'own',
      aboutId: work.actor.institutionId,
      fact: 'contacts.contact',
      before: before.about,
      values: { before: before.what },
    })
  return {}
}

/** Voids a note written by mistake, in the wrong family's file for instance: kept, but nobody reads its words any more. */
export async function voidContact(work: Work, caseId: string, contactId: string, because: string) {
  const before = await work.mustFind(sql<{
    kind: string
    class: string
    opened: boolean
    institutionId: string
  }>`
    select kind, class, institution_id as "institutionId", opened_at is not null as opened from contacts.contact where id = ${contactId} and scope_id = ${caseId}`)
  orRefuse('contacts', await work.ask(sql`contacts.void_contact(${contactId})`))
  if (before.class !== 'violence')
    await work.record({
      verb: 'contact.voided',
      subjectId: contactId,
      scopeId: caseId,
      class: before.opened ? before.class : 'own',
      aboutId: before.institutionId,
      fact: 'contacts.contact',
      values: { kind: before.kind, because },
    })
  return {}
}

/** The clock of somebody's browser may go before ours by so much. */
const clocksDiffer = 10 * 60_000

/** When something happened: what is of now by a clock that goes before ours is of now. 400 for what is yet to come. */
function happened(at: string): string {
  const now = new Date()
  if (new Date(at) <= now) return at
  if (Number(new Date(at)) > Number(now) + clocksDiffer)
    throw new Refusal(400, 'contacts:in-the-future', { field: 'happenedAt' })
  return now.toISOString()
}
