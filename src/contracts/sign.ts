import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { z } from 'zod'
import { everybody } from '../platform/access/about.ts'
import { hashOf } from '../platform/documents/paper.ts'
import { receiveFile } from '../platform/files/receive.ts'
import { handOutFile, storeFile } from '../platform/files/store-file.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { type contractsContract, mayBeEmpty } from './contract.ts'
import { actionsForSignatories } from './for-readers.ts'
import { contractOnPaper } from './paper-contract.ts'
import { contractsOf } from './questions.ts'

const stateOf = (scopeId: string, id: string) => sql<{
  state: string
  fileId: string | null
  missing: boolean
  signed: number
}>`
  select c.state, c.printed_file_id as "fileId", '' in (c.causes, c.possibilities, c.main_goal) as missing,
    (select count(*)::int from contracts.signature s where s.contract_id = c.id and s.signed_on is not null) as signed
  from contracts.social_contract c where c.id = ${id} and c.scope_id = ${scopeId}`

/**
 * Prints the version to be signed and keeps its very bytes; their hash is what everybody signs. Held back while somebody has to
 * say of an empty field that there is nothing to say; that may be said with the print.
 */
export async function printContract(
  work: Work,
  scopeId: string,
  contractId: string,
  { fileId, saidNothing = [] }: z.output<typeof contractsContract.printContract.body>,
) {
  const contract = await work.mustFind(stateOf(scopeId, contractId))
  if (contract.state !== 'draft') throw new Refusal(409, 'contracts:contract-already-printed')
  if (contract.missing) throw new Refusal(409, 'contracts:words-missing')
  const words = await work.mustFind(contractsOf(scopeId, contractId))
  const empty = mayBeEmpty[words.type].filter((part) => !words[part])
  const said = [...words.saidNothing, ...saidNothing]
  if (empty.some((part) => !said.includes(part))) throw new Refusal(409, 'contracts:words-unsaid')
  const paper = await contractOnPaper(work, scopeId, contractId)
  const { itemIds } = await actionsForSignatories(work, scopeId, contractId)
  const bytes = Buffer.from(paper.bytes as Buffer)
  const hash = hashOf(bytes)
  const received = await receiveFile({ filename: paper.name, file: Readable.from([bytes]) })
  try {
    await storeFile(work, { id: fileId, scopeId, class: 'file', aboutId: everybody }, received)
  } finally {
    await received.discard()
  }
  await work.change('contracts.social_contract', contractId, {
    state: 'printed',
    printed_hash: hash,
    printed_file_id: fileId,
    printed_items: itemIds,
    said_nothing: empty,
  })
  await work.record({
    verb: 'contract.printed',
    subjectId: contractId,
    scopeId,
    class: 'file',
    aboutId: everybody,
    values: { hash: hash.toString('hex') },
  })
  return {}
}

/** Takes back a print that nobody has signed yet: its words may change again. */
export async function takeBackPrint(work: Work, scopeId: string, contractId: string) {
  const contract = await work.mustFind(stateOf(scopeId, contractId))
  if (contract.state !== 'printed' || contract.signed) throw new Refusal(409, 'contracts:somebody-signed')
  await work.change('contracts.social_contract', contractId, {
    state: 'draft',
    printed_hash: null,
    printed_file_id: null,
    printed_items: null,
  })
  await work.record({
    verb: 'contract.taken-back',
    subjectId: contractId,
    scopeId,
    class: 'file',
    aboutId: everybody,
  })
  return {}
}

/** What was printed for signing, byte for byte; a draft as it would look now. */
export async function contractForm(work: Work, scopeId: string, contractId: string) {
  const contract = await work.mustFind(stateOf(scopeId, contractId))
  return contract.fileId ? handOutFile(work, contract.fileId) : contractOnPaper(work, scopeId, contractId)
}

/** Records a signature under the printed version. In the app one signs only for oneself; paper is recorded by the coordinator. */
export async function sign(
  work: Work,
  scopeId: string,
  contractId: string,
  signatureId: string,
  { on, how }: { on: string; how: 'paper' | 'in_app' },
) {
  if (on > (await work.today())) throw new Refusal(400, 'contracts:in-the-future', { field: 'on' })
  const found = await work.mustFind(sql<{ state: string; signed: boolean; workerId: string | null }>`
    select c.state, s.signed_on is not null as signed, s.worker_id as "workerId"
    from contracts.signature s join contracts.social_contract c on c.id = s.contract_id
    where s.id = ${signatureId} and c.id = ${contractId} and c.scope_id = ${scopeId}`)
  if (found.signed) throw new Refusal(409, 'contracts:already-signed')
  if (found.state !== 'printed') throw new Refusal(409, 'contracts:not-printed-yet')
  if (how === 'in_app' && found.workerId !== work.actor.workerId)
    throw new Refusal(409, 'contracts:only-oneself-in-the-app', { field: 'how' })
  const { numAffectedRows } = await sql`
    update contracts.signature s set signed_on = ${on}, how = ${how}, signed_hash = c.printed_hash
    from contracts.social_contract c where s.id = ${signatureId} and c.id = s.contract_id`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  await work.record({
    verb: 'contract.signature',
    subjectId: contractId,
    scopeId,
    class: 'file',
    aboutId: everybody,
    values: { how, on },
  })
  const open = await work.find(sql`
    select from contracts.signature where contract_id = ${contractId} and signed_on is null and not cannot_declare_will`)
  if (open) return {}
  await work.record({ verb: 'contract.signed', subjectId: contractId, scopeId, class: 'team' })
  await sql`update contracts.social_contract set state = 'signed', version = version + 1 where id = ${contractId}`.execute(
    work.db,
  )
  return {}
}

/** A contract that its head answers: whose it is, and which version was read. */
async function waitingForMe(work: Work, contractId: string) {
  const { scopeId, version } = await work.mustFind(sql<{ scopeId: string; version: number }>`
    select scope_id as "scopeId", version from contracts.social_contract where id = ${contractId}`)
  return { scopeId, expected: work.expectedVersion ?? version }
}

/** Sends a signed contract back with a reason: its words may change, and it is printed and signed anew. */
export async function sendBack(
  work: Work,
  contractId: string,
  { id, reason }: { id: string; reason: string },
) {
  const { scopeId, expected } = await waitingForMe(work, contractId)
  // Before the change: the head reads the file only while it waits for approval. Its reason speaks of everybody.
  await work.record({
    verb: 'contract.sent-back',
    subjectId: contractId,
    scopeId,
    class: 'file',
    aboutId: everybody,
    values: { reason },
  })
  orRefuse(
    'contracts',
    await work.ask(sql`contracts.send_back(${id}, ${contractId}, ${reason}, ${expected})`),
  )
  return { id }
}

/** Approves a signed contract; what it amends ends with that, and the first review is planned. */
export async function approve(work: Work, contractId: string) {
  const { scopeId, expected } = await waitingForMe(work, contractId)
  // Before the change: the head reads the file only while it waits for approval.
  await work.record({
    verb: 'contract.approved',
    subjectId: contractId,
    scopeId,
    class: 'team',
  })
  orRefuse('contracts', await work.ask(sql`contracts.approve(${contractId}, ${expected})`))
  return {}
}
