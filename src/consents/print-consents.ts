import { sql } from 'kysely'
import { dayInPoland, lastDayInPoland } from '../platform/database/instants.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import type { Work } from '../platform/http/work.ts'
import { papers } from './papers.ts'

type Party = { name: string; address: string; phone: string | null; email: string | null }
type Official = { name: string; position: string; phone: string | null; email: string | null }

export const party = (id: string) => sql<Party & { place: string }>`
  select i.name, concat_ws(', ', i.address, i.locality, case when i.address is null and i.locality is null then s.name end) as address,
    i.phone, i.email, coalesce(i.locality, s.name, '–') as place
  from institutions.institution i left join territory.unit_state s on s.terc = i.seat and s.valid @> splot.today_pl() where i.id = ${id}`

export const official = (id: string) => sql<Official>`
  select given_name || ' ' || family_name as name, position, phone, email from institutions.worker where id = ${id}`

export const codeOf = (scopeId: string) =>
  sql<{ code: string }>`select c.code from consents.code_of(${scopeId}) c (code) where c.code is not null`

export const officerOf = (institutionId: string) => sql<{ name: string; contact: string }>`
  select w.given_name || ' ' || w.family_name as name, coalesce(w.phone, w.email, '–') as contact
  from institutions.delegation d join institutions.worker w on w.id = d.worker_id
  where d.institution_id = ${institutionId} and d.part = 'data_protection_officer' and d.period @> now()`

const classWords = (classes: string[]) =>
  classes.map((name) => ({
    name: onPaper(`consents:classes.${name}.name`),
    examples: onPaper(`consents:classes.${name}.examples`),
  }))

/** The consent on paper: one person, one receiving institution. 404 for what was told by law: nobody consented. */
export async function printConsent(work: Work, scopeId: string, basisId: string) {
  const basis = await work.mustFind(sql<{
    person: string
    birthDate: string | null
    from: string
    to: string
    classes: string[]
    purpose: string
    since: string
    until: string
    form: 'paper_signed' | 'electronic' | 'oral_noted' | null
    givenBy: string | null
    recordedBy: string
  }>`
    select p.name as person, p.birth_date as "birthDate", b.from_institution_id as "from",
      b.to_institution_id as "to", b.classes, b.purpose, ${dayInPoland('lower(b.period)')} as since,
      ${lastDayInPoland('upper(b.period)')} as until, b.form, b.given_by as "givenBy", b.recorded_by as "recordedBy"
    from consents.basis b join consents.basis_rule r on r.code = b.rule and r.kind = 'consent'
    join households.person p on p.id = b.about_id where b.id = ${basisId} and b.scope_id = ${scopeId}`)
  const [from, to, received, mine, { code }] = [
    await work.mustFind(party(basis.from)),
    await work.mustFind(party(basis.to)),
    await work.mustFind(official(basis.recordedBy)),
    await work.mustFind(official(work.actor.workerId)),
    await work.mustFind(codeOf(scopeId)),
  ]
  const { place, ...issuer } = from
  const { place: _, ...receiver } = to
  const another = basis.givenBy && basis.givenBy !== basis.person
  return print(
    work,
    papers.consent,
    { id: `zgoda ${code}`, name: `zgoda-${code}` },
    {
      issuer,
      place,
      reference: code,
      person: { name: basis.person, birthDate: basis.birthDate },
      representatives: another ? [{ name: basis.givenBy!, authority: onPaper('consents:authority') }] : [],
      childsView: null,
      from: issuer,
      to: receiver,
      classes: classWords(basis.classes),
      purpose: basis.purpose,
      period: { from: basis.since, to: basis.until },
      caseCode: code,
      form: basis.form ?? 'paper_signed',
      // Who prints it may have come later: to where it is withdrawn now, by whom it was received then.
      withdrawTo: work.actor.institutionId === basis.from ? mine : received,
      receivedBy: { name: received.name, position: received.position },
    },
  )
}

/**
 * A consent to be taken along and signed: who, and which institution; scope, purpose and period are filled in by hand.
 * For a child those sign who represent it, as far as the household's relations tell; whom a court keeps apart from it, or
 * nobody writes to, is not written to about it, nor about themselves (404).
 */
export async function printBlankConsent(work: Work, scopeId: string, asked: { person: string; to: string }) {
  const person = await work.mustFind(sql<{ name: string; birthDate: string | null; child: boolean }>`
    select name, birth_date as "birthDate", coalesce(consents.is_child(id), false) as child
    from households.person
    where id = ${asked.person} and died_on is null and consents.is_written_to(${scopeId}, id)`)
  const represent = await work.all(sql<{ name: string; authority: string }>`
    select distinct p.name, lower(a.pl) as authority
    from households.relation r join households.authority_kind a on a.code = r.authority and a.represents_child
    join households.person p on p.id = r.person_id
    where r.to_person_id = ${asked.person} and not r.contact_forbidden and p.died_on is null
      and consents.is_written_to(${scopeId}, p.id) order by 1`)
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  const { place: _, ...receiver } = await work.mustFind(party(asked.to))
  const mine = await work.mustFind(official(work.actor.workerId))
  const { code } = await work.mustFind(codeOf(scopeId))
  const unknown = { name: null, authority: onPaper('consents:authority') }
  return print(
    work,
    papers.consent,
    { id: `zgoda ${code}`, name: `zgoda-do-podpisu-${code}` },
    {
      issuer,
      place,
      reference: code,
      person: { name: person.name, birthDate: person.birthDate },
      representatives: !person.child ? [] : represent.length ? represent : [unknown],
      childsView: null,
      from: issuer,
      to: receiver,
      // Convictions go to nobody by consent (GDPR art. 10).
      classes: classWords(['file', 'whereabouts', 'health', 'addiction']).map((words) => ({
        ...words,
        chosen: false,
      })),
      purpose: null,
      period: null,
      caseCode: code,
      form: 'paper_signed',
      withdrawTo: mine,
      receivedBy: { name: mine.name, position: mine.position },
    },
  )
}

/**
 * The information clause on paper: who has the family's data, why, and what the family may do. 404 for somebody whom nobody
 * writes to.
 */
export async function printClause(work: Work, scopeId: string, personId: string | undefined) {
  const { code } = await work.mustFind(codeOf(scopeId))
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  const mine = await work.mustFind(official(work.actor.workerId))
  const person = personId
    ? await work.mustFind(
        sql<{ name: string; child: boolean }>`
          select name, coalesce(consents.is_child(id), false) as child
          from households.person
          where id = ${personId} and died_on is null and consents.is_written_to(${scopeId}, id)`,
      )
    : null
  const officer = await work.find(officerOf(work.actor.institutionId))
  const list = (key: string) => onPaper(`consents:clause.${key}`).split('\n')
  return print(
    work,
    papers['information-clause'],
    { id: `informacja ${code}`, name: `informacja-${code}` },
    {
      issuer,
      place,
      reference: code,
      controller: issuer,
      dataProtectionOfficer: {
        name: officer?.name ?? null,
        contact: officer?.contact ?? issuer.phone ?? issuer.address,
      },
      purposes: list('purposes').map((line) => {
        const [purpose, basis] = line.split(' | ')
        return { purpose: purpose!, basis: basis! }
      }),
      data: list('data'),
      sources: list('sources'),
      recipients: list('recipients'),
      retention: onPaper('consents:clause.retention'),
      planDocument: 'Indywidualny Program Współpracy',
      given: {
        to: person && !person.child ? person.name : null,
        aboutChild: person?.child ? person.name : null,
        on: null,
        by: { name: mine.name, position: mine.position },
      },
    },
  )
}
