import { sql } from 'kysely'
import { notFound, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { writeLetter } from '../platform/mail/letters.ts'
import { inviteWorker } from './invite-worker.ts'
import { meInWords } from './questions.ts'

type Facts = {
  givenName: string
  familyName: string
  position: string
  socialWorker: boolean
  serviceNumber?: string | undefined
  phone?: string | undefined
  phoneHours?: string | undefined
}

const asHead = async (work: Work) => {
  if (!(await work.ask(sql`institutions.i_head()`))) throw new Refusal(403, 'institutions:only-the-head')
}

/** Takes on a worker; with an address they are invited to Splot at once. */
export async function takeOn(
  work: Work,
  {
    id,
    invitation,
    ...facts
  }: Facts & { id: string; invitation?: { id: string; email: string } | undefined },
) {
  await asHead(work)
  await sql`insert into institutions.worker (id, institution_id, given_name, family_name, "position", social_worker, service_number, phone, phone_hours, email)
    values (${id}, ${work.actor.institutionId}, ${facts.givenName}, ${facts.familyName}, ${facts.position}, ${facts.socialWorker},
      ${facts.serviceNumber || null}, ${facts.phone || null}, ${facts.phoneHours || null}, ${invitation?.email ?? null})`.execute(
    work.db,
  )
  await work.record({ verb: 'worker.taken-on', subjectId: id, values: facts })
  if (invitation) await inviteWorker(work, id, invitation)
  return { id }
}

/** Changes what is said of a worker: by the head, or by themselves what does not bind the institution. */
export async function changeWorker(
  work: Work,
  id: string,
  { email, ...facts }: Facts & { email?: string | undefined },
) {
  await work.record({ verb: 'worker.changed', subjectId: id, values: facts })
  await work.change('institutions.worker', id, {
    given_name: facts.givenName,
    family_name: facts.familyName,
    position: facts.position,
    social_worker: facts.socialWorker,
    service_number: facts.serviceNumber || null,
    phone: facts.phone || null,
    phone_hours: facts.phoneHours || null,
    email: email || null,
  })
  return {}
}

/** Says which part of a full-time post somebody has. 404 for whoever does not head their institution. */
export async function sayPost(work: Work, id: string, post: number) {
  await work.record({ verb: 'worker.changed', subjectId: id })
  if (!(await work.ask(sql`institutions.say_post(${id}, ${post}::numeric)`))) throw notFound()
  return {}
}

/** Ends somebody's work at this instant, and with it what they held. Who heads, or will, first names who does after them. */
export async function endWork(work: Work, id: string) {
  await asHead(work)
  const worker = await work.mustFind(sql<{ heads: boolean }>`
    select exists (select from institutions.head h where h.worker_id = w.id and splot.is_or_will_be(h.period)) as heads
    from institutions.worker w where w.id = ${id} and w.institution_id = institutions.my_institution()`)
  if (worker.heads) throw new Refusal(409, 'institutions:head-names-next-first')
  await work.record({ verb: 'worker.left', subjectId: id })
  if (!(await work.ask<boolean>(sql`institutions.end_work(${id})`))) throw notFound()
  return {}
}

/** Names the next head from a day on; the data protection officer hears of it. */
export async function nameHead(
  work: Work,
  { id, workerId, since }: { id: string; workerId: string; since: string },
) {
  const me = await work.mustFind(meInWords)
  await work.record({ verb: 'head.named', subjectId: workerId, values: { since } })
  const officers = await work.all(sql<{ email: string }>`
    select w.email from institutions.delegation d join institutions.worker w on w.id = d.worker_id
    where d.institution_id = institutions.my_institution() and d.part = 'data_protection_officer' and d.period @> now() and w.email is not null`)
  const next = await work.mustFind(
    sql<{
      name: string
    }>`select given_name || ' ' || family_name as name from institutions.worker where id = ${workerId}`,
  )
  const from = since === (await work.today()) ? sql`now()` : sql`splot.start_of_day(${since}::date)`
  orRefuse('institutions', await work.ask(sql`institutions.name_head(${id}, ${workerId}, ${from})`), 'since')
  for (const { email } of officers)
    await writeLetter(work.db, email, 'identity:letters.new-head', {
      institution: me.institution,
      name: next.name,
      since,
    })
  return {}
}

/**
 * Gives a worker a part: stand-in, duty, data protection officer, auditor; until a last day, or until it is ended. An
 * officer has no other part, nor works with families, at whichever of their jobs.
 */
export async function delegate(
  work: Work,
  { id, workerId, part, until }: { id: string; workerId: string; part: string; until?: string | undefined },
) {
  await asHead(work)
  const worker = await work.find(sql<{ has: boolean }>`
    select exists (select from institutions.delegation d where d.worker_id = w.id and d.part = ${part} and d.period @> now()) as has
    from institutions.worker w where w.id = ${workerId} and w.institution_id = institutions.my_institution() and w.period @> now()`)
  if (!worker) throw new Refusal(409, 'institutions:not-our-worker', { field: 'workerId' })
  if (worker.has) throw new Refusal(409, 'institutions:has-that-part', { field: 'workerId' })
  orRefuse(
    'institutions',
    await work.ask(sql`institutions.obstacle_to_part(${workerId}, ${part})`),
    'workerId',
  )
  if (until && until < (await work.today()))
    throw new Refusal(409, 'institutions:time-in-the-past', { field: 'until' })
  await work.record({ verb: 'part.given', subjectId: workerId, values: { part, until } })
  await sql`insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
    values (${id}, ${work.actor.institutionId}, ${workerId}, ${part},
      tstzrange(now(), splot.start_of_day(${until ?? null}::date + 1)), ${work.actor.workerId})`.execute(
    work.db,
  )
  return {}
}

/** Ends a duty, a stand-in or an office before its time: the head's deed. */
export async function endDelegation(work: Work, id: string) {
  await asHead(work)
  const given = await work.mustFind(sql<{ workerId: string; part: string }>`
    select worker_id as "workerId", part from institutions.delegation where id = ${id} and period @> now()`)
  await work.record({ verb: 'part.ended', subjectId: given.workerId, values: { part: given.part } })
  const { numAffectedRows } = await sql`update institutions.delegation
    set period = tstzrange(lower(period), greatest(now(), lower(period))) where id = ${id}`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'institutions:only-the-head')
  return {}
}

/** Confirms, as a second person, the first head of an institution that the worker's institution brought here. */
export async function confirmFirstHead(work: Work, institutionId: string) {
  orRefuse('institutions', await work.ask(sql`institutions.confirm_first_head(${institutionId})`))
  await work.record({ verb: 'head.confirmed', subjectId: institutionId })
  return {}
}
