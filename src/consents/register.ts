import { sql } from 'kysely'
import { type Fact, keptOff, sieveFor } from '../households/on-paper.ts'
import { householdOnPaper, readersIn } from '../households/paper-readers.ts'
import { print } from '../platform/documents/paper.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { papers } from './papers.ts'
import { codeOf, me, party } from './print-consents.ts'
import { disclosuresIn } from './questions.ts'

const peopleOf = (work: Work, scopeId: string) =>
  householdOnPaper(work, sql`consents.household_of(${scopeId})`)

const factOf = ({ personId, classes }: { personId: string | null; classes: string[] }): Fact => ({
  about: personId ? [personId] : 'somebody',
  classes,
})

/** What went from whom to whom, and what of it does not stand on the paper for the whole household. */
export async function register(work: Work, scopeId: string) {
  const readers = readersIn(await peopleOf(work, scopeId))
  return (await work.all(disclosuresIn(scopeId))).map((entry) => ({
    ...entry,
    keptOff: keptOff(factOf(entry), readers),
  }))
}

/** The register on paper: for the household, or whole for one person of it in what is about that person. */
export async function printRegister(work: Work, scopeId: string, personId: string | undefined) {
  const people = await peopleOf(work, scopeId)
  if (personId && !people.present.includes(personId)) throw notFound()
  const { code } = await work.mustFind(codeOf(scopeId))
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  const official = await work.mustFind(me(work.actor.workerId))
  const entries = sieveFor(readersIn(people, personId)).keep(
    await work.all(disclosuresIn(scopeId)),
    factOf,
    ({ personName }) => personName,
  )
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
        from: entry.from,
        to: entry.to,
        about: entry.personName,
        classes: entry.classes.map((name) => work.text(`consents:classes.${name}.name`)),
        basis: [entry.basis, entry.article].filter(Boolean).join(', '),
        purpose: entry.purpose,
        until: entry.until,
        withdrawnOn: entry.withdrawnOn,
      })),
      keptBy: { name: official.name, position: official.position },
    },
  )
}
