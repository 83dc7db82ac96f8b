import { sql } from 'kysely'
import type { z } from 'zod'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { consentsContract } from './contract.ts'
import { giveClause } from './record-basis.ts'

type Body<Name extends 'askSheets' | 'answerSheets' | 'withdrawTicks' | 'recordOrder' | 'goOnWithout'> =
  z.output<(typeof consentsContract)[Name]['body']>
type Boxes = Body<'recordOrder'>['boxes']

/** Boxes as two lists of the same length. */
const pairs = (boxes: Boxes) => {
  const each = boxes.flatMap(({ institutionId, classes }) => classes.map((name) => ({ institutionId, name })))
  return { institutions: each.map((it) => it.institutionId), classes: each.map((it) => it.name) }
}

/** Who asked, answered and withdrew is the coordinator's to know: who refused is nobody else's. */
const tell = (work: Work, scopeId: string, verb: string, subjectId: string) =>
  work.record({ verb, subjectId, scopeId, class: 'coordinate' })

/** Prepares sheets to be printed and signed: each asks one person who signs, about one person. */
export async function askSheets(work: Work, scopeId: string, { sheets }: Body<'askSheets'>) {
  for (const { id, personId, signerId, boxes } of sheets) {
    const { institutions, classes } = pairs(boxes)
    orRefuse(
      'consents',
      await work.ask(
        sql`consents.ask_sheet(${id}, ${scopeId}, ${personId}, ${signerId}, ${institutions}::uuid[], ${classes}::text[])`,
      ),
    )
    await tell(work, scopeId, 'sheet.asked', id)
  }
  return {}
}

/** Takes back a sheet that nobody has answered. */
export async function takeBackSheet(work: Work, scopeId: string, sheetId: string) {
  await work.mustFind(sql`select from consents.sheet where id = ${sheetId} and scope_id = ${scopeId}`)
  await tell(work, scopeId, 'sheet.taken-back', sheetId)
  orRefuse('consents', await work.ask(sql`consents.take_back_sheet(${sheetId})`))
  return {}
}

/**
 * Writes down signed sheets: what was ticked is a yes from this instant on, an empty box a no. Who was told with them who
 * has the data and why is written down as well.
 */
export async function answerSheets(
  work: Work,
  scopeId: string,
  { answers, form, signedOn, until, told = [] }: Body<'answerSheets'>,
) {
  for (const { sheetId, yes, earlier } of answers) {
    await work.mustFind(sql`select from consents.sheet where id = ${sheetId} and scope_id = ${scopeId}`)
    const { institutions, classes } = pairs(yes)
    orRefuse(
      'consents',
      await work.ask(
        sql`consents.answer_sheet(${sheetId}, ${form}, ${signedOn}::date, ${until}::date, ${institutions}::uuid[], ${classes}::text[], ${earlier}::uuid[])`,
      ),
    )
    await tell(work, scopeId, 'sheet.answered', sheetId)
  }
  for (const each of told) await giveClause(work, scopeId, { ...each, givenOn: signedOn })
  return {}
}

/** Withdraws what somebody agreed to, at once: of one institution, of one class, or all of it. */
export async function withdrawTicks(
  work: Work,
  scopeId: string,
  { personId, signerId, institutionId, class: only, how }: Body<'withdrawTicks'>,
) {
  await tell(work, scopeId, 'ticks.withdrawn', personId)
  orRefuse(
    'consents',
    await work.ask(
      sql`consents.withdraw_ticks(${scopeId}, ${personId}, ${signerId}, ${institutionId ?? null}, ${only ?? null}, ${how})`,
    ),
  )
  return {}
}

/** Writes down an order of a court, in the place of everybody who would sign for a child. */
export async function recordOrder(
  work: Work,
  scopeId: string,
  { id, personId, order, until, boxes }: Body<'recordOrder'>,
) {
  const { institutions, classes } = pairs(boxes)
  orRefuse(
    'consents',
    await work.ask(
      sql`consents.record_order(${id}, ${scopeId}, ${personId}, ${order}, ${until}::date, ${institutions}::uuid[], ${classes}::text[])`,
    ),
  )
  await tell(work, scopeId, 'order.recorded', id)
  return { id }
}

/** Decides that it goes on without a representative whom nobody writes to. */
export async function goOnWithout(
  work: Work,
  scopeId: string,
  { id, personId, representativeId, reason }: Body<'goOnWithout'>,
) {
  orRefuse(
    'consents',
    await work.ask(
      sql`consents.go_on_without(${id}, ${scopeId}, ${personId}, ${representativeId}, ${reason})`,
    ),
  )
  await tell(work, scopeId, 'without.decided', id)
  return { id }
}

/** Decides that a representative is asked after all. */
export async function askAfterAll(work: Work, scopeId: string, decisionId: string) {
  await work.mustFind(sql`select from consents.without where id = ${decisionId} and scope_id = ${scopeId}`)
  await tell(work, scopeId, 'without.ended', decisionId)
  orRefuse('consents', await work.ask(sql`consents.ask_after_all(${decisionId})`))
  return {}
}
