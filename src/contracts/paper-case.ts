import { sql } from 'kysely'
import { contactsOf } from '../cases/questions.ts'
import { disclosuresIn } from '../consents/questions.ts'
import { todayInPoland } from '../platform/deadlines/working-days.ts'
import { print } from '../platform/documents/paper.ts'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { money } from '../platform/texts/numbers.ts'
import { frameOf, relationOf } from './paper-contract.ts'
import { papers } from './papers.ts'

type Plan = {
  id: string
  no: number
  versionId: string
  from: string
  to: string
  commitments: string | null
  consequences: string | null
}

const planById = (scopeId: string, planId: string | null) => sql<Plan>`
  select id, no, version_id as "versionId", lower(planned) as "from", upper(planned) - 1 as "to", commitments, consequences
  from contracts.cooperation_plan where scope_id = ${scopeId} and (${planId}::uuid is null or id = ${planId}) order by no desc limit 1`

const peopleInWords = (scopeId: string) => sql<{
  name: string
  given: string
  relation: string | null
  part: string
  birthDate: string | null
  safe: string | null
}>`
  select p.given_name || ' ' || p.family_name as name, p.given_name as given, m.part, p.birth_date as "birthDate",
    ${relationOf} as relation,
    (select string_agg(concat_ws(' ', w.value, w.hours), ', ') from households.contact_way w where w.household_id = c.household_id and w.person_id = p.id and w.safe) as safe
  from cases."case" c join households.member m on m.household_id = c.household_id join households.person p on p.id = m.person_id
  where c.id = ${scopeId} and m.period @> splot.today_pl() order by p.birth_date nulls last, p.id`

const teamInWords = (scopeId: string) => sql<{
  name: string
  institution: string
  role: string
  phone: string | null
}>`
  select w.given_name || ' ' || w.family_name as name, i.name as institution, coalesce(t.part, w.position) as role, w.phone
  from cases.team_member t join institutions.worker w on w.id = t.worker_id join institutions.institution i on i.id = t.institution_id
  where t.case_id = ${scopeId} and t.answer = 'accepted' and t.left_at is null order by t.answered_at, t.id`

const lastAssessment = (scopeId: string) => sql<{
  on: string
  present: string[]
  domains: {
    domain: string
    level: number | null
    family: number | null
    strengths: string | null
    barriers: string | null
    today: string | null
    dissent: string | null
  }[]
}>`
  select a.agreed_on as "on", a.present, coalesce((select jsonb_agg(jsonb_build_object('domain', d.pl, 'level', g.level,
      'family', (select v.level from assessments.view v where v.assessment_id = a.id and v.domain = g.domain and v.by_family),
      'strengths', (select string_agg(v.strengths, '; ') from assessments.view v where v.assessment_id = a.id and v.domain = g.domain and v.opened_at is not null),
      'barriers', (select string_agg(v.barriers, '; ') from assessments.view v where v.assessment_id = a.id and v.domain = g.domain and v.opened_at is not null),
      'today', g.today, 'dissent', g.dissent) order by d.position)
    from assessments.agreed g join assessments.life_domain d on d.code = g.domain where g.assessment_id = a.id), '[]') as domains
  from assessments.assessment a where a.scope_id = ${scopeId} and a.fixed_at is not null and a.kind <> 'closing' order by a.fixed_at desc limit 1`

/** The levels at the end, each with what it was at the start: the first that was agreed for its domain. */
const levelsAtTheEnd = (scopeId: string) => sql<{
  domain: string
  level: number | null
  before: number | null
}>`
  select d.pl as domain, g.level, (
    select f.level from assessments.agreed f join assessments.assessment b on b.id = f.assessment_id
    where f.scope_id = ${scopeId} and f.domain = g.domain and b.fixed_at is not null and b.kind <> 'closing'
    order by b.fixed_at limit 1) as before
  from assessments.agreed g join assessments.life_domain d on d.code = g.domain
  where g.assessment_id = (select a.id from assessments.assessment a
    where a.scope_id = ${scopeId} and a.kind = 'closing' and a.fixed_at is not null order by a.fixed_at desc limit 1)
  order by d.position`

type FrozenAction = {
  goalId: string
  goalWords: string
  domain: string
  indicator: string | null
  target: number | null
  until: string | null
  what: string
  provider: string
  worker: string | null
  workerPhone: string | null
  forWhom: string
  frequency: string | null
  starts: string | null
  ends: string | null
  costGrosz: number
  funding: string
}

const actionsOf = (versionId: string) => sql<FrozenAction>`
  select f.goal_id as "goalId", f.goal_words as "goalWords", d.pl as domain, g.indicator, g.target, g.until, f.what, i.name as provider,
    w.given_name || ' ' || w.family_name as worker, coalesce(w.phone, i.phone) as "workerPhone",
    coalesce((select string_agg(p.given_name, ', ' order by p.given_name) from households.person p where p.id = any (f.person_ids)), 'cała rodzina') as "forWhom",
    f.frequency, f.starts, f.ends, f.cost_grosz as "costGrosz", u.pl as funding
  from baskets.frozen_item f join baskets.goal g on g.id = f.goal_id join assessments.life_domain d on d.code = g.domain
  join institutions.institution i on i.id = f.provider_id left join institutions.worker w on w.id = f.worker_id
  join baskets.funding u on u.code = f.funding where f.version_id = ${versionId} order by g.priority, f.goal_id, f.item_id`

/** The cooperation plan on paper (IPW), from what the case already holds. */
export async function planOnPaper(work: Work, scopeId: string, planId: string) {
  const plan = await work.mustFind(planById(scopeId, planId))
  const frame = await work.mustFind(frameOf(scopeId))
  const assessment = await work.find(lastAssessment(scopeId))
  const team = await work.all(teamInWords(scopeId))
  const people = await work.all(peopleInWords(scopeId))
  const actions = await work.all(actionsOf(plan.versionId))
  const disclosures = await work.all(disclosuresIn(scopeId))
  const coordinator = frame.coordinator ?? { name: '–', position: '–', phone: null, email: null }
  const goals = [...new Map(actions.map((action) => [action.goalId, action])).values()]
  await work.record({ verb: 'plan.printed', subjectId: plan.id, scopeId, class: 'file' })
  return print(
    work,
    papers['cooperation-plan'],
    { id: `${frame.code}/${plan.no}`, version: plan.no, name: `plan-${frame.code}` },
    {
      issuer: frame.issuer,
      place: frame.place,
      reference: frame.registryNumber ?? frame.code,
      planDocument: frame.planWord,
      number: `${frame.code}/${plan.no}`,
      partnership: frame.partnership,
      commune: frame.commune,
      status: work.text(
        `contracts:phases.${await work.ask<string>(sql`(select phase from cases.phases(array[${scopeId}::uuid]))`)}`,
      ),
      coordinator: { ...coordinator, institution: frame.issuer.name },
      team: team.length
        ? team
        : [
            {
              name: coordinator.name,
              institution: frame.issuer.name,
              role: coordinator.position,
              phone: coordinator.phone,
            },
          ],
      period: { from: plan.from, to: plan.to },
      people: people.map((person) => ({
        name: person.name,
        relation: person.relation ?? 'domownik',
        part: work.text(`contracts:parts.${person.part}`),
        capacity: null,
        contactRules: person.safe,
      })),
      consents: disclosures.map((each) => ({
        person: each.personName,
        to: each.to,
        classes: each.classes.map((name) => work.text(`consents:classes.${name}.name`)),
        given: each.since,
        until: each.until ?? plan.to,
        withdrawnOn: each.withdrawnOn,
      })),
      domains: assessment?.domains.length
        ? assessment.domains.map((each) => ({
            domain: each.domain,
            teamLevel: each.level,
            familyLevel: each.family,
            strengths: each.strengths,
            limitations: null,
            barriers: each.barriers,
            today: each.today,
            dissent: each.dissent,
          }))
        : [
            {
              domain: '–',
              teamLevel: null,
              familyLevel: null,
              strengths: null,
              limitations: null,
              barriers: null,
              today: null,
              dissent: null,
            },
          ],
      assessedOn: assessment?.on ?? plan.from,
      assessedBy: assessment?.present?.length ? assessment.present : [coordinator.name],
      mainGoal: goals.map((each) => `„${each.goalWords}”`).join(' ') || '–',
      goals: goals.map((goal) => ({
        goal: `„${goal.goalWords}”`,
        domain: goal.domain,
        familyWords: goal.goalWords,
        indicator: goal.indicator ?? '–',
        target: goal.target ? `poziom ${goal.target}` : '–',
        due: goal.until ?? plan.to,
        actions: actions
          .filter((action) => action.goalId === goal.goalId)
          .map((action) => ({
            service: action.what,
            provider: action.provider,
            responsible: action.worker ?? action.provider,
            forWhom: action.forWhom,
            frequency: action.frequency ?? '–',
            period: { from: action.starts ?? plan.from, to: action.ends },
            cost: action.costGrosz ? money(action.costGrosz / 100) : null,
            funding: action.funding,
          })),
      })),
      commitments: [
        {
          who: work.text('contracts:everybody'),
          what: (plan.commitments ?? work.text('contracts:commitments')).split('\n'),
        },
      ],
      consequences: plan.consequences ?? work.text('contracts:consequences'),
      links: [],
      monitoring: [],
      reviews: (
        await work.all(
          sql<{ due: string }>`select due from contracts.review where scope_id = ${scopeId} order by due`,
        )
      ).map(({ due }) => due),
      changes: [],
      closing: null,
      signatories: [
        ...people
          .filter((person) => isAdult(person.birthDate))
          .map(({ name }) => ({ name, role: 'osoba dorosła' })),
        { name: coordinator.name, role: 'koordynacja' },
      ],
    },
  )
}

/** One page for the family, in plain words: our goals, who does what and when, who sees our data, how to stop. */
export async function familySheet(work: Work, scopeId: string) {
  const frame = await work.mustFind(frameOf(scopeId))
  const plan = await work.find(planById(scopeId, null))
  if (!plan) throw new Refusal(409, 'contracts:no-plan-yet')
  const actions = await work.all(actionsOf(plan.versionId))
  const { label } = await work.mustFind(sql<{ label: string }>`
    select h.label from cases."case" c join households.household h on h.id = c.household_id where c.id = ${scopeId}`)
  const sees = (await work.all(disclosuresIn(scopeId))).filter(
    (each) => !each.withdrawnOn && (each.until ?? '9') >= todayInPoland(),
  )
  const goals = [...new Map(actions.map((action) => [action.goalId, action])).values()]
  await work.record({ verb: 'sheet.printed', subjectId: scopeId, scopeId, class: 'file' })
  return print(
    work,
    papers['family-sheet'],
    { id: frame.code, version: plan.no, name: `dla-rodziny-${frame.code}` },
    {
      issuer: frame.issuer,
      place: frame.place,
      reference: frame.code,
      planDocument: frame.planWord,
      forWhom: label,
      goals: goals.map((goal) => ({
        words: goal.goalWords,
        when: goal.until ? `do ${dotted(goal.until)}` : `do ${dotted(plan.to)}`,
      })),
      who: actions.map((action) => ({
        person: action.worker ?? action.provider,
        institution: action.provider,
        does: action.what,
        when:
          [action.frequency, action.starts && `od ${dotted(action.starts)}`].filter(Boolean).join(', ') ||
          'jak się umówimy',
        phone: action.workerPhone,
      })),
      weDo: (plan.commitments ?? '').split('\n').filter(Boolean),
      nextMeeting: null,
      sees: [
        { institution: frame.issuer.name, what: work.text('contracts:seesByLaw'), until: null },
        ...sees.map((each) => ({
          institution: each.to,
          what: `${each.personName}: ${each.classes.map((name) => work.text(`consents:classes.${name}.name`)).join(', ')}`,
          until: each.until,
        })),
      ],
      coordinator: frame.coordinator ?? {
        name: frame.issuer.name,
        position: '–',
        phone: frame.issuer.phone,
        email: frame.issuer.email,
      },
    },
  )
}

/**
 * The whole case for a court: what the leading institution may give. Left out, and said so: notes that other
 * institutions have not opened, protected addresses, records of violence, and the reporter of the concern.
 */
export async function casePrint(
  work: Work,
  scopeId: string,
  { requestedBy, basis }: { requestedBy: string; basis: string },
) {
  const whole = await work.find(sql`select where ${scopeId} in (select access.my_scopes('coordinate'))`)
  if (!whole) throw notFound()
  const frame = await work.mustFind(frameOf(scopeId))
  const opened = await work.mustFind(sql<{ openedOn: string; closedOn: string | null; phase: string }>`
    select (lower(period) at time zone 'Europe/Warsaw')::date as "openedOn", (upper(period) at time zone 'Europe/Warsaw')::date as "closedOn",
      (select phase from cases.phases(array[case_id])) from cases.opening where case_id = ${scopeId} order by lower(period) desc limit 1`)
  const people = await work.all(peopleInWords(scopeId))
  const assessment = await work.find(lastAssessment(scopeId))
  const plan = await work.find(planById(scopeId, null))
  const actions = plan ? await work.all(actionsOf(plan.versionId)) : []
  const atTheEnd = await work.all(levelsAtTheEnd(scopeId))
  const contacts = await work.all(contactsOf(scopeId, work.actor.workerId, { limit: 99 }))
  const me = await work.mustFind(sql<{ name: string; position: string }>`
    select given_name || ' ' || family_name as name, position from institutions.worker where id = ${work.actor.workerId}`)
  await work.record({
    verb: 'case.printed',
    subjectId: scopeId,
    scopeId,
    class: 'file',
    values: { requestedBy, basis },
  })
  const section = (
    key: string,
    paragraphs: string[],
    entries: { on: string; who: string; what: string }[] = [],
  ) => ({
    title: work.text(`contracts:print.${key}`),
    paragraphs,
    entries,
  })
  return print(
    work,
    papers['case-print'],
    { id: frame.code, name: `sprawa-${frame.code}` },
    {
      issuer: frame.issuer,
      place: frame.place,
      reference: frame.registryNumber ?? frame.code,
      caseCode: frame.code,
      requestedBy,
      basis,
      covers: { from: opened.openedOn, to: opened.closedOn ?? todayInPoland() },
      phase: work.text(`contracts:phases.${opened.phase}`),
      openedOn: opened.openedOn,
      closedOn: opened.closedOn,
      leadingInstitution: frame.issuer.name,
      coordinator: { name: frame.coordinator?.name ?? '–', position: frame.coordinator?.position ?? '–' },
      people: people.map(({ name, relation, birthDate }) => ({
        name,
        relation: relation ?? 'domownik',
        birthDate,
      })),
      sections: [
        section(
          'assessment',
          assessment?.domains.map(
            (each) =>
              `${each.domain}: ${each.level ? `poziom ${each.level}` : 'nie dotyczy'}${each.dissent ? ` (zdanie odrębne: ${each.dissent})` : ''}`,
          ) ?? [],
        ),
        ...(atTheEnd.length
          ? [
              section(
                'atTheEnd',
                atTheEnd.map(({ domain, level, before }) =>
                  work.text('contracts:print.levelAtTheEnd', {
                    domain,
                    level: level ?? '–',
                    before: before ?? '–',
                  }),
                ),
              ),
            ]
          : []),
        section(
          'plan',
          actions.map(
            (each) =>
              `„${each.goalWords}”: ${each.what}, ${each.provider}${each.ends ? `, do ${dotted(each.ends)}` : ''}`,
          ),
        ),
        section(
          'contacts',
          [],
          contacts.map((each) => ({
            on: each.happenedAt.slice(0, 10),
            who: `${each.authorName}, ${each.institutionName}`,
            what: each.what,
          })),
        ),
      ],
      leftOut: work.text('contracts:print.leftOut').split('\n'),
      preparedBy: me,
    },
  )
}

const dotted = (day: string) => day.split('-').reverse().join('.')
const isAdult = (birthDate: string | null) =>
  birthDate !== null && birthDate <= `${Number(todayInPoland().slice(0, 4)) - 18}${todayInPoland().slice(4)}`
