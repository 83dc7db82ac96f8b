import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { aCode } from './case.ts'
import type { Hands, SightProof } from './sight-proof.ts'
import { cases, households, kinds, type Period, partnershipOf, type World } from './world.ts'

/** Ids that the things of a world got in the database, by kind and place in their list. */
export type Ids = { of(kind: string, no: number): string; name(id: string): string }

/**
 * Puts a world into the database as its owner, with the rows of all slices, fact by fact, in an order that `world.order` shuffles: whatever comes
 * last must still be seen by the grants. Some periods come open and are ended by a later change.
 */
export async function put(client: pg.Client, world: World, proofs: SightProof[]): Promise<Ids> {
  const ids = new Map<string, string>()
  const names = new Map<string, string>()
  const of = (kind: string, no: number) => {
    const key = `${kind} ${no}`
    if (!ids.has(key)) {
      ids.set(key, randomUUID())
      names.set(ids.get(key)!, key)
    }
    return ids.get(key)!
  }
  const base = (await client.query<{ now: Date }>('select now()')).rows[0]!.now.getTime()
  const at = (hours: number) => new Date(base + hours * 3_600_000).toISOString()
  const range = ({ from, to }: Period) => `[${at(from)},${to === null ? '' : at(to)})`
  const open = (life: Period) => range({ from: life.from, to: null })
  const random = randomFrom(world.order)
  /** Ended at once or later: only what ends from now on may be ended by a change. */
  const later = (life: Period, kind = '') =>
    life.to !== null && life.to > 0 && (kind.startsWith(world.last) || random() < 0.5)

  const majority = await client.query<{ at: Date }>('select splot.start_of_day(splot.today_pl() + 2) as at')
  world.majority = (majority.rows[0]!.at.getTime() - base) / 3_600_000

  type Step = { needs: string[]; gives: string; sql: string; with: unknown[] }
  const steps: Step[] = []
  const step: Hands['step'] = (gives, needs, sql, ...given) => steps.push({ needs, gives, sql, with: given })
  /** A fact with a period, in one step or in two. */
  const lasting: Hands['lasting'] = (gives, needs, life, table, id, sql) => {
    const inTwo = later(life, gives)
    const [text, ...given] = sql(inTwo ? open(life) : range(life))
    step(gives, needs, text, ...given)
    if (inTwo)
      step(`${gives} ended`, [gives], `update ${table} set period = $2 where id = $1`, id, range(life))
  }

  const accountOf = (worker: number) => {
    const pair = world.onePerson.findIndex((each) => each.includes(worker))
    return pair < 0 ? null : of('account', pair)
  }
  for (const [i, kind] of kinds.entries()) {
    await client.query(
      `insert into institutions.institution (id, kind, name, period) values ($1, $2, 'Zmyślona', '[2000-01-01,)')`,
      [of('institution', i), kind],
    )
    for (const w of [2 * i, 2 * i + 1]) {
      const life = world.workers[w]!
      const inTwo = later(life, 'worker')
      await client.query(
        `insert into institutions.worker (id, institution_id, given_name, family_name, position, social_worker, period, account_id) values ($1, $2, 'Jan', 'Zmyślony', 'pracownik', true, $3, $4)`,
        [of('worker', w), of('institution', i), inTwo ? open(life) : range(life), accountOf(w)],
      )
      if (inTwo)
        step(
          `worker ${w} ended`,
          [],
          `update institutions.worker set period = $2 where id = $1`,
          of('worker', w),
          range(life),
        )
    }
  }
  for (const partnership of [0, 1]) {
    await client.query(
      `insert into partnerships.partnership (id, name, variant, tier, leading_institution_id)
       select $1, 'Zmyślone', code, 'commune_county', $2 from partnerships.variant order by code limit 1`,
      [of('partnership', partnership), of('institution', partnership)],
    )
  }
  for (const [person, born] of [-40, null, -30, -50].entries())
    await client.query(
      `insert into households.person (id, partnership_id, given_name, family_name, birth_date)
       values ($1, $2, 'Ewa', 'Zmyślona', ((splot.today_pl() + case when $3::int is null then 2 else 0 end) + make_interval(years => coalesce($3::int, -18)))::date)`,
      [of('person', person), of('partnership', person === 3 ? 1 : 0), born],
    )
  for (const [i, { partnership, people }] of households.entries()) {
    await client.query(`insert into access.scope values ($1, 'household')`, [of('household', i)])
    await client.query(
      `insert into households.household (id, partnership_id, label) values ($1, $2, 'Zmyśleni')`,
      [of('household', i), of('partnership', partnership)],
    )
    for (const person of people)
      await client.query(`insert into households.member (id, household_id, person_id) values ($1, $2, $3)`, [
        of('member', 10 * i + person),
        of('household', i),
        of('person', person),
      ])
  }

  for (const [i, it] of world.heads.entries())
    step(
      `head ${i}`,
      i > 0 && world.heads[i - 1]!.institution === it.institution ? [`head ${i - 1}`] : [],
      `insert into institutions.head (id, institution_id, worker_id, period, confirmed_by) values ($1, $2, $3, $4, $5)`,
      of('head', i),
      of('institution', it.institution),
      of('worker', it.worker),
      range(it.period),
      it.counts ? of('worker', it.worker ^ 1) : null,
    )
  for (const [i, it] of world.delegations.entries())
    lasting(`delegation ${i}`, [], it.period, 'institutions.delegation', of('delegation', i), (life) => [
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, $4, $5, $3)`,
      of('delegation', i),
      of('institution', it.worker >> 1),
      of('worker', it.worker),
      it.part,
      life,
    ])
  for (const [i, worker] of world.officers.entries())
    step(
      `officer ${i}`,
      [],
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, 'auditor', '[2020-01-01,)', $3)`,
      of('officer', i),
      of('institution', worker >> 1),
      of('worker', worker),
    )
  for (const [i, it] of world.agreements.entries()) {
    const inTwo = later(it.period, 'agreement')
    step(
      `agreement ${i}`,
      [],
      `insert into partnerships.agreement (id, partnership_id, text_version, planned, in_force) values ($1, $2, '1', '[2000-01-01,2100-01-01)', $3)`,
      of('agreement', i),
      of('partnership', i),
      inTwo ? open(it.period) : range(it.period),
    )
    if (inTwo)
      step(
        `agreement ${i} ended`,
        [`agreement ${i}`],
        'update partnerships.agreement set in_force = $2 where id = $1',
        of('agreement', i),
        range(it.period),
      )
    if (it.suspended) {
      step(
        `suspended ${i}`,
        [`agreement ${i}`],
        `insert into partnerships.agreement_suspension (id, agreement_id, period, decided_on, reason) values ($1, $2, $3, '2020-01-01', 'próba')`,
        of('agreement suspension', i),
        of('agreement', i),
        range(it.suspended),
      )
      // As the deed does: the agreement itself is touched with it.
      step(
        `suspended ${i} known`,
        [`suspended ${i}`],
        'update partnerships.agreement set version = version + 1 where id = $1',
        of('agreement', i),
      )
    }
  }
  for (const [i, it] of world.memberships.entries()) {
    const values = [of('membership', i), of('partnership', it.partnership), of('institution', it.institution)]
    if (it.period === null)
      step(
        `membership ${i}`,
        [],
        'insert into partnerships.membership (id, partnership_id, institution_id) values ($1, $2, $3)',
        ...values,
      )
    else
      lasting(`membership ${i}`, [], it.period, 'partnerships.membership', values[0]!, (life) => [
        'insert into partnerships.membership (id, partnership_id, institution_id, period) values ($1, $2, $3, $4)',
        ...values,
        life,
      ])
    if (it.suspended)
      step(
        `membership ${i} suspended`,
        [`membership ${i}`],
        `insert into partnerships.membership_suspension (id, membership_id, period, reason) values ($1, $2, $3, 'próba')`,
        of('membership suspension', i),
        values[0],
        range(it.suspended),
      )
    if (it.appointed) {
      const { worker: who, period: when } = it.appointed
      lasting(
        `appointment ${i}`,
        [`membership ${i}`],
        when,
        'partnerships.appointment',
        of('appointment', i),
        (life) => [
          `insert into partnerships.appointment (id, membership_id, worker_id, part, period, appointed_by) values ($1, $2, $3, 'representative', $4, $3)`,
          of('appointment', i),
          values[0],
          of('worker', who),
          life,
        ],
      )
    }
  }
  for (const [i, { household }] of cases.entries()) {
    step(
      `scope ${i}`,
      [],
      `insert into access.scope (id, kind, beside) values ($1, 'case', $2)`,
      of('case', i),
      of('household', household),
    )
    step(
      `case ${i}`,
      [`scope ${i}`],
      `insert into cases."case" (id, partnership_id, household_id, code, opened_by) values ($1, $2, $3, $4, $5)`,
      of('case', i),
      of('partnership', partnershipOf(i)),
      of('household', household),
      aCode(),
      of('worker', 0),
    )
  }
  for (const [i, it] of world.openings.entries())
    step(
      `opening ${i}`,
      [`case ${it.case}`],
      'insert into cases.opening (id, case_id, household_id, period, closing_reason) values ($1, $2, $3, $4, $5)',
      of('opening', i),
      of('case', it.case),
      of('household', cases[it.case]!.household),
      range(it.period),
      it.period.to === null ? null : 'need_solved',
    )
  for (const [i, it] of world.leads.entries())
    step(
      `lead ${i}`,
      [`case ${it.case}`],
      'insert into cases.lead (id, case_id, institution_id, period) values ($1, $2, $3, $4)',
      of('lead', i),
      of('case', it.case),
      of('institution', it.institution),
      range(it.period),
    )
  for (const [i, it] of world.coordinators.entries())
    step(
      `coordinator ${i}`,
      [`case ${it.case}`],
      'insert into cases.coordinator (id, case_id, worker_id, period, appointed_by) values ($1, $2, $3, $4, $3)',
      of('coordinator', i),
      of('case', it.case),
      of('worker', it.worker),
      range(it.period),
    )
  for (const [i, it] of world.team.entries()) {
    step(
      `team ${i}`,
      [`case ${it.case}`],
      'insert into cases.team_member (id, case_id, worker_id, institution_id, invited_by, invited_at) values ($1, $2, $3, $4, $3, $5)',
      of('team', i),
      of('case', it.case),
      of('worker', it.worker),
      of('institution', it.worker >> 1),
      at(it.invited),
    )
    if (it.answer)
      step(
        `team ${i} answered`,
        [`team ${i}`],
        `update cases.team_member set answer = $2, answered_at = $3, decline_reason = $4, left_at = $5 where id = $1`,
        of('team', i),
        it.answer,
        at(it.answered),
        it.answer === 'declined' ? 'nie mogę' : null,
        it.left === null ? null : at(it.left),
      )
  }
  for (const [i, it] of world.exclusions.entries())
    step(
      `exclusion ${i}`,
      [`case ${it.case}`],
      `insert into cases.exclusion (id, case_id, worker_id, kind, since, recorded_by) values ($1, $2, $3, 'kin', $4, $3)`,
      of('exclusion', i),
      of('case', it.case),
      of('worker', it.worker),
      at(it.since),
    )
  for (const [i, it] of world.exclusions.entries())
    if (it.lifted !== null)
      step(
        `exclusion ${i} lifted`,
        [`exclusion ${i}`],
        `update cases.exclusion set lifted_at = $2, lifted_because = 'pomyłka' where id = $1`,
        of('exclusion', i),
        at(it.lifted),
      )
  if (world.voided !== null) {
    const gone = of('case', world.voided)
    step(
      'voided',
      [`case ${world.voided}`],
      `update cases."case" set voided_at = now(), voided_by = opened_by, voided_because = 'pomyłka' where id = $1`,
      gone,
    )
    step('voided known', ['voided'], 'select access.end_scope($1)', gone)
  }
  for (const [i, it] of world.bases.entries()) {
    step(
      `basis ${i}`,
      [`case ${it.case}`],
      `insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, 'próba', $8, $9)`,
      of('basis', i),
      of('case', it.case),
      of('person', it.person),
      of('institution', it.from),
      of('institution', it.to),
      it.rule,
      it.classes,
      range(it.period),
      of('worker', 0),
    )
    if (it.withdrawn !== null)
      step(
        `basis ${i} withdrawn`,
        [`basis ${i}`],
        'update consents.basis set withdrawn_at = $2 where id = $1',
        of('basis', i),
        at(it.withdrawn),
      )
  }
  for (const [i, it] of world.handovers.entries())
    step(
      `handover ${i}`,
      [`case ${it.case}`],
      `insert into cases.handover (id, case_id, to_institution_id, offered_by, offered_at, reason, answer, answered_at) values ($1, $2, $3, $4, $5, 'przeprowadzka', $6, $7)`,
      of('handover', i),
      of('case', it.case),
      of('institution', it.to),
      of('worker', 0),
      at(it.offered),
      it.declined ? 'declined' : null,
      it.declined ? at(-1) : null,
    )
  for (const [i, it] of world.exits.entries())
    step(
      `exit ${i}`,
      [`case ${it.case}`],
      `insert into cases.exit_handover (id, case_id, institution_id, code, sealed_at) values ($1, $2, $3, 'AAA-AAA', $4)`,
      of('exit', i),
      of('case', it.case),
      of('institution', it.institution),
      at(it.sealed),
    )
  for (const proof of proofs) proof.put?.(world, { of, at, range, step, lasting })

  const given = new Set<string>()
  while (steps.length) {
    const possible = steps.filter((it) => it.needs.every((need) => given.has(need)))
    const sooner = possible.filter((it) => !it.gives.startsWith(world.last))
    const ready = sooner.length ? sooner : possible
    const next = ready[Math.floor(random() * ready.length)]!
    steps.splice(steps.indexOf(next), 1)
    await client.query(next.sql, next.with).catch((error: Error) => {
      throw new Error(`${next.gives}: ${error.message}`)
    })
    given.add(next.gives)
  }
  return { of, name: (id) => names.get(id) ?? id }
}

/** Numbers between 0 and 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
