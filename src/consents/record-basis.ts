import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { everybody } from '../platform/access/about.ts'
import { notFound, orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { consentsContract } from './contract.ts'

/** Records that a person was told who has their data and why; of a child, who was told in its place. */
export async function giveClause(
  work: Work,
  scopeId: string,
  { id, personId, how, givenOn, givenTo }: z.output<typeof consentsContract.giveClause.body>,
) {
  if (givenOn > (await work.today())) throw new Refusal(400, 'consents:in-the-future', { field: 'givenOn' })
  const { child } = await work.mustFind(sql<{ child: boolean | null }>`
    select consents.is_child(id) as child from households.person where id = ${personId}`)
  if (child && !givenTo) throw new Refusal(400, 'consents:who-was-told', { field: 'givenTo' })
  await work.db
    .insertInto('consents.information_clause')
    .values({
      id,
      scope_id: scopeId,
      about_id: personId,
      text_version: '1',
      how,
      given_on: givenOn,
      given_to: givenTo || null,
      given_by: work.actor.workerId,
    })
    .execute()
  await work.record({ verb: 'clause.given', subjectId: id, scopeId, class: 'file', aboutId: personId })
  return { id }
}

/**
 * Records a basis for disclosure and, in the same transaction, the disclosure in the register. A standing basis opens
 * what it names to the team members of the receiving institution until it ends; one by law for a single disclosure
 * (kpc 572, kpk 304, UPS 105) only says that it happened.
 */
export async function recordBasis(
  work: Work,
  scopeId: string,
  basis: z.output<typeof consentsContract.recordBasis.body>,
) {
  if (basis.until < basis.since) throw new Refusal(400, 'consents:ends-before-it-starts', { field: 'until' })
  const rule = await work.find(sql<{ kind: string; standing: boolean }>`
    select kind, standing from consents.basis_rule where code = ${basis.rule}`)
  if (!rule) throw new Refusal(400, 'consents:unknown-rule', { field: 'rule' })
  const givenBy = rule.kind === 'consent' ? await whoGave(work, scopeId, basis) : null
  const from = work.actor.institutionId
  const to = (last: string) =>
    sql<string>`tstzrange(splot.start_of_day(${basis.since}::date), splot.end_of_day(${last}::date))`
  orRefuse(
    'consents',
    await work.ask(
      sql`consents.objection(${basis.rule}, ${from}, ${basis.to}, ${basis.classes}, ${to(basis.until)})`,
    ),
  )
  const until = await lastDay(work, basis, rule.kind)
  const period = to(until)
  await work.record({
    verb: rule.kind === 'consent' ? 'consent.recorded' : 'basis.recorded',
    subjectId: basis.id,
    scopeId,
    class: 'file',
    aboutId: everybody,
    values: { rule: basis.rule, to: basis.to, classes: basis.classes, until },
  })
  await work.db
    .insertInto('consents.basis')
    .values({
      id: basis.id,
      scope_id: scopeId,
      about_id: basis.personId,
      from_institution_id: from,
      to_institution_id: basis.to,
      rule: basis.rule,
      classes: basis.classes,
      purpose: basis.purpose,
      period,
      form: basis.form ?? null,
      given_by: givenBy,
      signed_by: givenBy ? basis.signedBy : null,
      court_order: givenBy ? (basis.courtOrder ?? null) : null,
      recorded_by: work.actor.workerId,
    })
    .execute()
  await work.db
    .insertInto('consents.disclosure')
    .values({
      id: randomUUID(),
      scope_id: scopeId,
      about_id: basis.personId,
      basis_id: basis.id,
      from_institution_id: from,
      to_institution_id: basis.to,
      classes: basis.classes,
      period,
      what: basis.what || null,
      recorded_by: work.actor.workerId,
    })
    .execute()
  return { id: basis.id }
}

/** The last day of a basis: what is given for a child lasts until the day before the birthday at most. */
async function lastDay(
  work: Work,
  { personId, since, until }: z.output<typeof consentsContract.recordBasis.body>,
  kind: string,
): Promise<string> {
  if (kind !== 'consent') return until
  return work.ask<string>(sql`least(${until}::date,
    (consents.ends_at_latest(${personId}, splot.start_of_day(${since}::date)) at time zone 'Europe/Warsaw')::date - 1)::text`)
}

/** In words, who gave a consent. 400 at the field for whoever may not: a child itself, a relative without authority. */
async function whoGave(
  work: Work,
  scopeId: string,
  { personId, form, signedBy, courtOrder }: z.output<typeof consentsContract.recordBasis.body>,
): Promise<string> {
  if (!form || !(signedBy.length || courtOrder))
    throw new Refusal(400, 'consents:who-gave-it', { field: 'signedBy' })
  const may = await work.all(sql<{ id: string; name: string }>`
    select s.signer as id, p.name
    from consents.may_sign(${scopeId}, ${personId}) s join households.person p on p.id = s.signer order by p.birth_date, p.id`)
  if (courtOrder) {
    const child = await work.ask<boolean | null>(sql`consents.is_child(${personId})`)
    if (!child || signedBy.length) throw new Refusal(400, 'consents:may-not-sign', { field: 'courtOrder' })
    return work.text('consents:record.byCourt', { order: courtOrder })
  }
  if (!signedBy.every((signer) => may.some(({ id }) => id === signer)))
    throw new Refusal(400, 'consents:may-not-sign', { field: 'signedBy' })
  return may
    .filter(({ id }) => signedBy.includes(id))
    .map(({ name }) => name)
    .join(', ')
}

/** Withdraws a consent. From this moment the receiving institution sees nothing through it. */
export async function withdrawBasis(work: Work, scopeId: string, basisId: string, how: string) {
  const basis = await work.find(sql<{ to: string }>`
    select to_institution_id as "to" from consents.basis where id = ${basisId} and scope_id = ${scopeId}`)
  if (!basis) throw notFound()
  await work.record({
    verb: 'consent.withdrawn',
    subjectId: basisId,
    scopeId,
    class: 'file',
    aboutId: everybody,
    values: { to: basis.to },
  })
  orRefuse('consents', await work.ask(sql`consents.withdraw(${basisId}, ${how})`))
  return {}
}
