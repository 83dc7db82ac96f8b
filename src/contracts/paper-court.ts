import { sql } from 'kysely'
import { sieveFor } from '../households/on-paper.ts'
import { theAuthority } from '../households/paper-readers.ts'
import { everybody } from '../platform/access/about.ts'
import { dayInPoland } from '../platform/database/instants.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import type { Work } from '../platform/http/work.ts'
import { householdOf } from './for-readers.ts'
import { frameOf } from './paper-contract.ts'
import {
  actionsOf,
  doersOf,
  dotted,
  lastAssessment,
  levelsAtTheEnd,
  notesOf,
  peopleInWords,
  planById,
} from './paper-questions.ts'
import { papers } from './papers.ts'

/**
 * The whole case for a court: what the leading institution may give. Left out, and said so: notes that other
 * institutions have not opened, protected addresses, records of violence, and the reporter of the concern.
 */
export async function casePrint(
  work: Work,
  scopeId: string,
  { requestedBy, basis }: { requestedBy: string; basis: string },
) {
  const frame = await work.mustFind(frameOf(scopeId))
  const opened = await work.mustFind(sql<{ openedOn: string; closedOn: string | null; phase: string }>`
    select ${dayInPoland('lower(period)')} as "openedOn", ${dayInPoland('upper(period)')} as "closedOn",
      contracts.phase_of(case_id) as phase from cases.opening where case_id = ${scopeId} order by lower(period) desc limit 1`)
  const people = await work.all(peopleInWords(scopeId))
  const { keep } = sieveFor(theAuthority(await householdOf(work, scopeId)))
  const assessment = await work.find(lastAssessment(scopeId))
  const plan = await work.find(planById(scopeId, null))
  const actions = plan ? await work.all(actionsOf(scopeId, plan.versionId)) : []
  const atTheEnd = await work.all(levelsAtTheEnd(scopeId))
  const notes = keep(
    await work.all(notesOf(scopeId)),
    (note) => ({ about: 'somebody', classes: [note.class] }),
    ({ on }) => on,
  ).map(({ on, who, what }) => ({ on, who, what }))
  const me = await work.mustFind(sql<{ name: string; position: string }>`
    select given_name || ' ' || family_name as name, position from institutions.worker where id = ${work.actor.workerId}`)
  await work.record({
    verb: 'case.printed',
    subjectId: scopeId,
    scopeId,
    class: 'file',
    aboutId: everybody,
    values: { requestedBy, basis },
  })
  const section = (
    key: string,
    paragraphs: string[],
    entries: { on: string; who: string; what: string }[] = [],
  ) => ({
    title: onPaper(`contracts:print.${key}`),
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
      covers: { from: opened.openedOn, to: opened.closedOn ?? (await work.today()) },
      phase: onPaper(`contracts:phases.${opened.phase}`),
      openedOn: opened.openedOn,
      closedOn: opened.closedOn,
      leadingInstitution: frame.issuer.name,
      coordinator: { name: frame.coordinator?.name ?? '–', position: frame.coordinator?.position ?? '–' },
      people: people.map(({ name, relation, birthDate }) => ({
        name,
        relation: relation ?? '–',
        birthDate,
      })),
      sections: [
        section(
          'assessment',
          assessment?.domains.map(
            (each) =>
              `${each.domain}: ${each.level ? `poziom ${each.level}` : each.withoutLevel === 'unknown' ? 'nie wiadomo' : 'nie dotyczy'}${each.dissent ? ` (zdanie odrębne: ${each.dissent})` : ''}`,
          ) ?? [],
        ),
        ...(atTheEnd.length
          ? [
              section(
                'atTheEnd',
                atTheEnd.map(({ domain, level, before }) =>
                  onPaper('contracts:print.levelAtTheEnd', {
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
              `„${each.goalWords}”: ${[each.what, ...doersOf(each)].join(', ')}${each.ends ? `, do ${dotted(each.ends)}` : ''}`,
          ),
        ),
        section('contacts', [], notes),
      ],
      leftOut: onPaper('contracts:print.leftOut').split('\n'),
      preparedBy: me,
    },
  )
}
