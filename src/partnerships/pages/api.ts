import type { z } from 'zod'
import { filesApi } from '../../platform/files/pages/filesApi.ts'
import { clientOf } from '../../platform/web/client.ts'
import { newId } from '../../platform/web/newId.ts'
import { formOf } from '../../platform/web/request.ts'
import { partnershipsContract } from '../contract.ts'

export const partnershipsApi = clientOf(partnershipsContract)

type Answer<Name extends keyof typeof partnershipsContract> = z.output<
  (typeof partnershipsContract)[Name]['answer']
>
export type Line = Answer<'partnerships'>[number]
export type Partnership = Answer<'partnership'>
export type Member = Answer<'members'>[number]
export type Agreement = Answer<'agreements'>[number]
export type Rules = Answer<'rules'>[number]

/** Whether it is in the partnership now: it has joined, and has not left. */
export const isIn = ({ state }: Pick<Member, 'state'>) => !['invited', 'declared', 'left'].includes(state)

/** What an institution is called on screens, where room is short. */
export const shortOf = (institution: { name: string; shortName?: string | null }) =>
  institution.shortName ?? institution.name

/** What was sent already: a deed that is tried again names the same scan. */
const sent = new WeakMap<File, Promise<string>>()

/** Puts a scan among the papers of a partnership; answers the file's id, or nothing when none was chosen. */
export async function addScan(partnershipId: string, files: File[]): Promise<string | undefined> {
  const [file] = files
  if (!file) return undefined
  const sending = sent.get(file) ?? sendScan(partnershipId, file)
  sent.set(file, sending)
  sending.catch(() => sent.delete(file))
  return sending
}

async function sendScan(partnershipId: string, file: File): Promise<string> {
  const added = await filesApi.addFile({
    params: { scopeId: partnershipId },
    query: { id: newId() },
    body: formOf(file),
  })
  return added.id
}
