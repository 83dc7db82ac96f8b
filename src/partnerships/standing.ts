import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { memberById } from './questions.ts'

/** Goes on only for the head of the leading institution: 404 for who does not see the partnership, 403 for the others. */
export async function mustLead(work: Work, partnershipId: string): Promise<void> {
  const { leads } = await work.mustFind(sql<{ leads: boolean }>`
    select p.id in (select partnerships.i_lead_as_head()) as leads from partnerships.partnership p where p.id = ${partnershipId}`)
  if (!leads) throw new Refusal(403, 'partnerships:only-the-leader')
}

/** The membership of the institution that the worker heads in their own right: who binds it, signs and appoints. */
export async function mustHeadMember(work: Work, membershipId: string) {
  const member = await work.mustFind(memberById(membershipId))
  const heads = await work.ask<string | null>(sql`institutions.i_head_myself()`)
  if (heads !== member.institution.id) throw new Refusal(403, 'partnerships:only-a-head')
  return member
}

/** How something was signed: on paper it has a scan here and a day that has come. */
export async function mustBeGiven(
  work: Work,
  how: { how: 'in_app' | 'paper'; on: string; fileId?: string | undefined },
): Promise<void> {
  if (how.on > (await work.today())) throw new Refusal(409, 'partnerships:in-the-future', { field: 'on' })
  if (how.how === 'paper' && !how.fileId)
    throw new Refusal(409, 'partnerships:scan-missing', { field: 'fileId' })
}

/** A scan must lie among the papers of this partnership. */
export async function mustBeAmongPapers(work: Work, partnershipId: string, fileId: string | undefined) {
  if (!fileId) return
  const file = await work.find(
    sql<object>`select from files.file where id = ${fileId} and scope_id = ${partnershipId}`,
  )
  if (!file) throw new Refusal(409, 'partnerships:scan-missing', { field: 'fileId' })
}

/** What was done in a partnership is read by its members: it lies in the partnership's own scope. */
export const recordIn = (
  work: Work,
  partnershipId: string,
  verb: string,
  subjectId: string,
  values: Record<string, unknown> = {},
) => work.record({ verb, subjectId, scopeId: partnershipId, class: 'file', values })
