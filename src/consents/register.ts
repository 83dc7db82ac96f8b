import { sql } from 'kysely'
import { type Fact, keptOff, type Readers } from '../households/on-paper.ts'
import { householdOnPaper, readersIn } from '../households/paper-readers.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { papers } from './papers.ts'
import { codeOf, official, party } from './print-consents.ts'
import { type Disclosed, disclosuresIn } from './questions.ts'

const peopleOf = (work: Work, scopeId: string) =>
  householdOnPaper(work, sql`consents.household_of(${scopeId})`)

/** What a disclosure says to whoever reads of it: about whom, which classes, and what its two ends tell by their kind. */
export const factOf = ({ personId, classes, tells, quiet }: Disclosed): Fact => ({
  about: personId ? [personId] : 'somebody',
  classes: [...classes, ...tells],
  quiet,
})

/**
 * What of a disclosure may stand on a paper for these readers. That somebody reads about an adult stands, also where what is
 * delicate of it does not: the family's sheet and its contract say it alike.
 */
const asItStands = (entry: Disclosed, readers: Readers): Disclosed => ({
  ...entry,
  // Of convictions the basis and its article speak too.
  classes:
    entry.classes.includes('justice') && keptOff(factOf(entry), readers)
      ? []
      : entry.classes.filter((name) => !keptOff(factOf({ ...entry, classes: [name] }), readers)),
})

/** What went from whom to whom, and what of it does not stand on the paper for the whole household. */
export async function register(work: Work, scopeId: string) {
  const readers = readersIn(await peopleOf(work, scopeId))
  return (await work.all(disclosuresIn(scopeId))).map((entry) => ({
    ...entry,
    from: entry.from ?? work.text('consents:register.joint'),
    purpose: entry.purpose ?? work.text('consents:register.jointWhy'),
    keptOff: asItStands(entry, readers).classes.length ? null : keptOff(factOf(entry), readers),
  }))
}

/** The register on paper: for the household, or whole for one person of it in what is about that person. */
export async function printRegister(work: Work, scopeId: string, personId: string | undefined) {
  const people = await peopleOf(work, scopeId)
  if (personId && !people.people.some(({ id }) => id === personId)) throw notFound()
  const { code } = await work.mustFind(codeOf(scopeId))
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  const mine = await work.mustFind(official(work.actor.workerId))
  const readers = readersIn(people, personId)
  const entries = (await work.all(disclosuresIn(scopeId)))
    .map((entry) => asItStands(entry, readers))
    .filter(({ classes }) => classes.length)
  await work.record({ verb: 'register.printed', subjectId: scopeId, scopeId, class: 'file' })
  return print(
    work,
    papers['disclosure-register'],
    { id: `rejestr ${code}`, name: `rejestr-${code}` },
    {
      issuer,
      place,
      reference: code,
      caseCode: code,
      covers: { from: entries[0]?.since ?? (await work.today()), to: await work.today() },
      whole: people.whole,
      entries: entries.map((entry) => ({
        on: entry.since,
        from: entry.from ?? onPaper('consents:register.joint'),
        to: entry.to,
        about: entry.personName,
        classes: entry.classes.map((name) => onPaper(`consents:classes.${name}.name`)),
        basis: [entry.basis, entry.article].filter(Boolean).join(', '),
        purpose:
          entry.purpose === null
            ? onPaper('consents:register.jointWhy')
            : keptOff({ ...factOf(entry), typed: true }, readers)
              ? onPaper('consents:register.purposeOnTheirs')
              : entry.purpose,
        until: entry.until,
        withdrawnOn: entry.withdrawnOn,
      })),
      keptBy: { name: mine.name, position: mine.position },
    },
  )
}
