import { sql } from 'kysely'
import { atUtc } from '../platform/database/instants.ts'
import { print } from '../platform/documents/paper.ts'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { clockTime, dayOf } from '../platform/texts/dates.ts'
import { textFor } from '../platform/texts/server.ts'
import { linesOf } from './linesOf.ts'
import { papers } from './papers.ts'
import { agreementById, handoverById, handoverLines, memberById, rulesColumns } from './questions.ts'

type Party = { name: string; address: string; phone: string | null; email: string | null }
type Official = { name: string; position: string }
type Contact = Official & { phone: string | null; email: string | null }

export const party = (id: string) => sql<Party & { place: string }>`
  select i.name, coalesce(nullif(concat_ws(', ', i.address, coalesce(i.locality, s.name)), ''), '–') as address,
    i.phone, i.email, coalesce(i.locality, s.name, '–') as place
  from institutions.institution i left join territory.unit_state s on s.terc = i.seat and s.valid @> splot.today_pl() where i.id = ${id}`

const headOf = (institutionId: string) => sql<Official>`
  select w.given_name || ' ' || w.family_name as name, w.position
  from institutions.head h join institutions.worker w on w.id = h.worker_id
  where h.institution_id = ${institutionId} and h.period @> now()`

const contactOf = (workerId: string) => sql<Contact>`
  select given_name || ' ' || family_name as name, position, phone, email from institutions.worker where id = ${workerId}`

export const shortIdOf = (prefix: string, id: string) =>
  `${prefix}-${id.replaceAll('-', '').slice(-6).toUpperCase()}`

/** What documents call the partnership and its parts. */
export async function wordsOf(work: Work, partnershipId: string) {
  const found = await work.mustFind(sql<{
    name: string
    area: string | null
    leadingInstitution: string
    leadingId: string
    plan: string
    taskTeam: string
    agreedOn: string | null
  }>`
    select p.name, l.name as "leadingInstitution", l.id as "leadingId",
      (select string_agg(s.name, ', ' order by s.name) from partnerships.area a
        join territory.unit_state s on s.terc = a.terc and s.valid @> splot.today_pl() where a.partnership_id = p.id) as area,
      coalesce(p.plan_name, v.plan_document ->> 'pl') as plan, coalesce(p.task_team_name, v.task_team ->> 'pl') as "taskTeam",
      (select max(y.signed_on) from partnerships.agreement_party y join partnerships.agreement g on g.id = y.agreement_id
        where g.partnership_id = p.id and g.in_force @> now() and y.founding) as "agreedOn"
    from partnerships.partnership p join institutions.institution l on l.id = p.leading_institution_id
    join partnerships.variant v on v.code = p.variant where p.id = ${partnershipId}`)
  const { name, leadingInstitution } = found
  return { ...found, onPaper: { name, area: found.area ?? '–', leadingInstitution } }
}

/** The forms are Polish, whatever language their reader speaks. */
const inPolish = textFor('pl')
export const say = (key: string, values?: Record<string, string | number>) =>
  inPolish(`partnerships:documents.${key}`, values)
const list = (key: string) => say(key).split('\n')
export const bare = ({ place: _, ...institution }: Party & { place: string }) => institution

export async function someHead(work: Work, institutionId: string): Promise<Official> {
  return (await work.find(headOf(institutionId))) ?? { name: '…………………………', position: say('whoHeads') }
}

/** Prints a document of a membership. 404 for who may not see it, 409 when there is nothing to print yet. */
export function printMembership(
  work: Work,
  id: string,
  kind: 'invitation' | 'accession-declaration' | 'appointment' | 'exit-handover',
) {
  switch (kind) {
    case 'invitation':
      return printInvitation(work, id)
    case 'accession-declaration':
      return printDeclaration(work, id)
    case 'appointment':
      return printAppointment(work, id)
    case 'exit-handover':
      return printHandover(work, id)
  }
}

async function printInvitation(work: Work, id: string) {
  const member = await work.mustFind(memberById(id))
  const asked = await work.mustFind(sql<{
    why: string | null
    at: string | null
    place: string | null
    invitedBy: string | null
  }>`select why, ${atUtc('meeting_at')} as at, meeting_place as place,
      invited_by as "invitedBy" from partnerships.membership where id = ${id}`)
  if (!asked.why || !asked.invitedBy) throw new Refusal(409, 'partnerships:nothing-to-print')
  const partnership = await wordsOf(work, member.partnershipId)
  const leading = await work.mustFind(party(partnership.leadingId))
  const invited = await work.mustFind(party(member.institution.id))
  const contact = await work.mustFind(contactOf(asked.invitedBy))
  const head = await work.find(headOf(member.institution.id))
  return print(
    work,
    papers.invitation,
    { id: shortIdOf('Z', id), name: `zaproszenie-${shortIdOf('Z', id)}` },
    {
      issuer: bare(leading),
      place: leading.place,
      date: member.invitedOn,
      partnership: partnership.onPaper,
      invited: { ...bare(invited), head: head ? `${head.name}, ${head.position}` : null },
      why: asked.why,
      meeting: {
        date: asked.at ? dayOf(asked.at) : (member.answerBy ?? member.invitedOn),
        time: asked.at ? clockTime(asked.at) : say('hourToAgree'),
        place: asked.place || leading.address,
        agenda: list('agenda'),
      },
      expected: list('expected'),
      answerBy: member.answerBy ?? member.invitedOn,
      contact,
      signatory: await someHead(work, partnership.leadingId),
    },
  )
}

async function printDeclaration(work: Work, id: string) {
  const member = await work.mustFind(memberById(id))
  const partnership = await wordsOf(work, member.partnershipId)
  const institution = await work.mustFind(party(member.institution.id))
  const head = await someHead(work, member.institution.id)
  const brought = linesOf(member.contributes ?? '')
  const contactOr = async (workerId: string | undefined) =>
    workerId ? work.find(contactOf(workerId)) : undefined
  return print(
    work,
    papers['accession-declaration'],
    { id: shortIdOf('DP', id), name: `deklaracja-${shortIdOf('DP', id)}` },
    {
      issuer: bare(institution),
      place: institution.place,
      date: member.declaredOn ?? (await work.today()),
      partnership: { ...partnership.onPaper, agreementDate: partnership.agreedOn },
      head,
      period: { from: member.since ?? member.declaredOn ?? (await work.today()), to: null },
      contributions: brought.length ? brought : [say('contributesToAgree')],
      representative: (await contactOr(member.representative?.workerId)) ?? {
        ...head,
        phone: institution.phone,
        email: institution.email,
      },
      deputy: (await contactOr(member.deputy?.workerId)) ?? null,
    },
  )
}

async function printAppointment(work: Work, id: string) {
  const member = await work.mustFind(memberById(id))
  if (!member.representative) throw new Refusal(409, 'partnerships:nothing-to-print')
  const partnership = await wordsOf(work, member.partnershipId)
  const institution = await work.mustFind(party(member.institution.id))
  return print(
    work,
    papers.appointment,
    { id: shortIdOf('WP', id), name: `wyznaczenie-${shortIdOf('WP', id)}` },
    {
      issuer: bare(institution),
      place: institution.place,
      date: member.representative.since,
      partnership: partnership.onPaper,
      head: await someHead(work, member.institution.id),
      legalBasis: null,
      period: { from: member.representative.since, to: null },
      representative: await work.mustFind(contactOf(member.representative.workerId)),
      deputy: member.deputy ? await work.mustFind(contactOf(member.deputy.workerId)) : null,
      scope: list('scope'),
    },
  )
}

/** The agreement of many parties, as it is signed. */
export async function printAgreement(work: Work, id: string) {
  const agreement = await work.mustFind(agreementById(id))
  const partnership = await wordsOf(work, agreement.partnershipId)
  const leading = await work.mustFind(party(partnership.leadingId))
  const contributions = await work.all(sql<{ institutionId: string; contributes: string | null }>`
    select institution_id as "institutionId", contributes from partnerships.membership
    where partnership_id = ${agreement.partnershipId} order by lower(period) nulls first`)
  const parties = []
  for (const { institutionId } of agreement.parties.filter(({ founding }) => founding))
    parties.push({
      ...bare(await work.mustFind(party(institutionId))),
      representedBy: await someHead(work, institutionId),
      contributes: contributions.find((each) => each.institutionId === institutionId)?.contributes ?? null,
    })
  const { immediate, urgent, usual } = agreement.answerDays
  return print(
    work,
    papers.agreement,
    { id: shortIdOf('P', id), name: `porozumienie-${shortIdOf('P', id)}` },
    {
      issuer: bare(leading),
      place: leading.place,
      date: agreement.draftedOn,
      partnership: partnership.onPaper,
      number: agreement.number,
      period: { from: agreement.from, to: agreement.to },
      planDocument: partnership.plan,
      meetingEvery: say('everyMonths', { count: agreement.meetingEveryMonths }),
      answerDays: { immediate, withinDays: urgent, canWait: usual },
      noticeDays: agreement.noticeDays,
      parties,
      provisions: agreement.provisions,
    },
  )
}

/** The rules of work as adopted. */
export async function printRules(work: Work, id: string) {
  const rules = await work.find(
    sql<{
      partnershipId: string
      adoptedOn: string
      answerDaysImmediate: number
      answerDaysUrgent: number
      answerDaysUsual: number
      meetingEveryMonths: number
      inviteDaysBefore: number
      noticeDays: number
      deputyToldAfter: number
      headToldAfter: number
      leaderToldAfter: number
      quorum: string
      secretary: { workerId: string } | null
      dangerMinutes: number
      dangerNext: { name: string }[]
      provisions: string[]
    }>`select ${rulesColumns} from partnerships.rules_of_work r where r.id = ${id}`,
  )
  if (!rules) throw notFound()
  const partnership = await wordsOf(work, rules.partnershipId)
  const leading = await work.mustFind(party(partnership.leadingId))
  const official = async (workerId: string) => {
    const { name, position } = await work.mustFind(contactOf(workerId))
    return { name, position }
  }
  const silence = (told: 'deputy' | 'head' | 'leader', days: number) => ({
    after: say('silence.after', { count: days }),
    told: say(`silence.${told}.told`),
    what: say(`silence.${told}.what`),
  })
  return print(
    work,
    papers['rules-of-work'],
    { id: shortIdOf('RP', id), name: `regulamin-${shortIdOf('RP', id)}` },
    {
      issuer: bare(leading),
      place: leading.place,
      date: rules.adoptedOn,
      partnership: partnership.onPaper,
      adoptedOn: rules.adoptedOn,
      leader: await someHead(work, partnership.leadingId),
      secretary: rules.secretary ? await official(rules.secretary.workerId) : null,
      planDocument: partnership.plan,
      taskTeam: partnership.taskTeam,
      meetingEvery: say('everyMonths', { count: rules.meetingEveryMonths }),
      inviteDaysBefore: rules.inviteDaysBefore,
      quorum: rules.quorum || say('quorum'),
      answerDays: {
        immediate: rules.answerDaysImmediate,
        withinDays: rules.answerDaysUrgent,
        canWait: rules.answerDaysUsual,
      },
      silence: [
        silence('deputy', rules.deputyToldAfter),
        silence('head', rules.headToldAfter),
        silence('leader', rules.leaderToldAfter),
      ],
      danger: {
        minutes: rules.dangerMinutes,
        next: rules.dangerNext.length ? rules.dangerNext.map(({ name }) => name) : [leading.name],
      },
      noticeDays: rules.noticeDays,
      provisions: rules.provisions,
    },
  )
}

async function printHandover(work: Work, id: string) {
  const handover = await work.mustFind(handoverById(id))
  const lines = await work.all(handoverLines(id))
  const exit = await work.mustFind(sql<{
    institutionId: string
    area: string | null
    leadingId: string
    leading: string
  }>`
    select institution_id as "institutionId", area, leading_institution_id as "leadingId", leading_name as leading
    from partnerships.facts_of_exit(${id})`)
  const institution = await work.mustFind(party(exit.institutionId))
  const toCoordinator = (name: string | null) =>
    name ? say('exit.coordinatorNamed', { name }) : say('exit.coordinator')
  return print(
    work,
    papers['exit-handover'],
    { id: shortIdOf('PP', id), name: `przekazanie-${shortIdOf('PP', id)}` },
    {
      issuer: bare(institution),
      place: institution.place,
      date: handover.leftOn,
      partnership: {
        name: handover.partnershipName,
        area: exit.area ?? '–',
        leadingInstitution: exit.leading,
      },
      institution: bare(institution),
      head: await someHead(work, exit.institutionId),
      leavesOn: handover.leftOn,
      reason: handover.reason,
      parts: lines
        .filter(({ kind }) => kind === 'part')
        .map(({ caseCode, worker, handedTo }) => ({
          caseCode,
          worker: worker ?? '–',
          part: say('exit.part'),
          handedTo: toCoordinator(handedTo),
          handedOn: handover.leftOn,
        })),
      openItems: lines
        .filter(({ kind }) => kind !== 'part')
        .map(({ kind, caseCode, handedTo, due }) => ({
          caseCode,
          item: say(`exit.${kind}`),
          due,
          handedTo: toCoordinator(handedTo),
        })),
      disclosures: {
        given: inPolish('partnerships:band', { band: handover.disclosuresGiven }),
        received: inPolish('partnerships:band', { band: handover.disclosuresReceived }),
      },
      receivedBy: await someHead(work, exit.leadingId),
    },
  )
}
