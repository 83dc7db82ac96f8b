import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

type Open = {
  partnershipId: string
  addressedTo: string
  violence: boolean
  state: string
  reporterId: string
  reporterInstitutionId: string
  who: string
  commune: string | null
  place: string | null
  worries: string[]
  what: string
  urgency: string
  familyKnows: string
  doneSoFar: string | null
}

const openConcern = (id: string) => sql<Open>`
  select partnership_id as "partnershipId", addressed_to as "addressedTo", violence, state, reporter_id as "reporterId",
    reporter_institution_id as "reporterInstitutionId", who, commune, place, worries, what, urgency,
    family_knows as "familyKnows", done_so_far as "doneSoFar"
  from concerns.concern where id = ${id}`

/** Answers that nothing will be done, and why. */
export async function answerWithNoAction(work: Work, concernId: string, reason: string) {
  await answer(work, concernId, sql`state = 'no_action', answer_reason = ${reason}`)
  await work.record({ verb: 'concern.no-action', subjectId: concernId })
  return {}
}

/** Passes a concern on, in the reporter's name, to another member; a concern of violence stays with the leading one. */
export async function passOn(
  work: Work,
  concernId: string,
  { concernId: newId, to, reason }: { concernId: string; to: string; reason: string },
) {
  const concern = await work.mustFind(openConcern(concernId))
  if (concern.violence) throw new Refusal(409, 'concerns:violence-stays')
  const { member } = await work.mustFind(sql<{ member: boolean }>`
    select member from concerns.hold_way(${concern.partnershipId}, ${to})`)
  if (!member || to === work.actor.institutionId || to === concern.addressedTo)
    throw new Refusal(409, 'concerns:not-a-member', { field: 'to' })
  await work.db
    .insertInto('concerns.concern')
    .values({
      id: newId,
      partnership_id: concern.partnershipId,
      reporter_id: concern.reporterId,
      reporter_institution_id: concern.reporterInstitutionId,
      addressed_to: to,
      who: concern.who,
      commune: concern.commune,
      place: concern.place,
      worries: concern.worries,
      what: concern.what,
      urgency: concern.urgency,
      family_knows: concern.familyKnows,
      done_so_far: concern.doneSoFar,
    })
    .execute()
  await answer(work, concernId, sql`state = 'passed_on', answer_reason = ${reason}, passed_on_as = ${newId}`)
  await work.record({ verb: 'concern.passed-on', subjectId: concernId })
  return {}
}

async function answer(work: Work, concernId: string, changes: ReturnType<typeof sql>) {
  const { numAffectedRows } = await sql`
    update concerns.concern set ${changes}, answered_at = now(), answered_by = ${work.actor.workerId}, version = version + 1
    where id = ${concernId} and state = 'new' and id in (select concerns.i_answer())`.execute(work.db)
  if (numAffectedRows === 1n) return
  await work.mustFind(openConcern(concernId))
  throw new Refusal(409, 'concerns:concern-already-answered')
}
