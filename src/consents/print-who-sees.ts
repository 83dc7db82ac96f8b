import { sql } from 'kysely'
import { keptOff } from '../households/on-paper.ts'
import { householdOnPaper, readersIn } from '../households/paper-readers.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { numericDate } from '../platform/texts/dates.ts'
import { jointWork } from './joint-work.ts'
import { papers } from './papers.ts'
import { codeOf, official, party } from './print-consents.ts'
import { disclosuresIn } from './questions.ts'
import { factOf } from './register.ts'

const inOrder = ['file', 'health', 'addiction', 'whereabouts'] as const

/**
 * The table of who reads what, on paper for one person: about them, and about children for whom they sign. 404 for somebody
 * whom nobody writes to.
 */
export async function printWhoSees(work: Work, scopeId: string, personId: string) {
  const { people, institutions } = await jointWork(work, scopeId)
  const person = people.find((each) => each.personId === personId)
  if (!person || !(await work.ask<boolean>(sql`consents.is_written_to(${scopeId}, ${personId})`)))
    throw notFound()
  const about = people.filter(
    (each) =>
      each === person ||
      (each.child && each.signers.some((it) => it.personId === personId && !it.notWritten)),
  )
  const home = await householdOnPaper(work, sql`consents.household_of(${scopeId})`)
  const readers = readersIn(home, personId)
  const today = await work.today()
  const earlier = (await work.all(disclosuresIn(scopeId))).filter(
    (entry) =>
      entry.personId === personId &&
      entry.from !== null &&
      entry.standing &&
      entry.until !== null &&
      entry.until >= today &&
      !keptOff(factOf(entry), readers),
  )
  const { code } = await work.mustFind(codeOf(scopeId))
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  return print(
    work,
    papers['who-sees'],
    { id: `kto czyta ${code}`, name: `kto-czyta-${code}` },
    {
      issuer,
      place,
      reference: code,
      person: person.name,
      withdrawTo: await work.mustFind(official(work.actor.workerId)),
      parts: about.map((each) => {
        const classes = inOrder.filter(
          (name) => each === person || each.agreed.some((it) => it.class === name),
        )
        const shown = classes.length ? classes : (['file'] as const)
        return {
          about: each.name,
          classes: shown.map((name) => onPaper(`consents:joint.classes.${name}`)),
          rows: institutions
            .filter(({ id }) => each.agreed.some((it) => it.institutionId === id))
            .map(({ id, name }) => ({
              institution: name,
              until: shown.map(
                (of) => each.agreed.find((it) => it.institutionId === id && it.class === of)?.until ?? null,
              ),
            })),
        }
      }),
      earlier: earlier.map(({ to, classes, until }) =>
        onPaper('consents:joint.earlier', {
          institution: to,
          what: classes.map((name) => onPaper(`consents:classes.${name}.name`)).join(', '),
          day: numericDate(until!),
        }),
      ),
    },
  )
}
