import { teamOnPaper } from '../cases/questions.ts'
import { codeOf, officerOf, official, party } from '../consents/print-consents.ts'
import { disclosuresIn } from '../consents/questions.ts'
import { factOf } from '../consents/register.ts'
import { keptOff } from '../households/on-paper.ts'
import { readPesel } from '../households/pesel.ts'
import { everybody } from '../platform/access/about.ts'
import { onPaper, print } from '../platform/documents/paper.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { numericDate } from '../platform/texts/dates.ts'
import { type Asked, gather } from './gather.ts'
import { type Copy, classesIn } from './own.ts'
import { papers } from './papers.ts'
import { factsOf, namesThatTellPlaces } from './questions.ts'

const howMany = (parts: { entries: unknown[] }[]) =>
  parts.reduce((sum, { entries }) => sum + entries.length, 0)

/** Names of institutions that tell a place. */
export const hiddenNames = async (work: Work) =>
  new Set((await work.all(namesThatTellPlaces)).map(({ name }) => name))

/** What went from whom to whom about this person, as far as it stands in their copy. */
export async function receivedIn(work: Work, scopeId: string, copy: Copy, hidden: Set<string>) {
  const { personId, byAnother, readers } = copy
  const open = [...classesIn(copy), 'pointer', 'request', ...(byAnother ? [] : ['whereabouts'])]
  return (await work.all(disclosuresIn(scopeId))).filter(
    (entry) =>
      entry.personId === personId &&
      !hidden.has(entry.to) &&
      !hidden.has(entry.from ?? '') &&
      [...entry.classes, ...entry.tells].every((each) => open.includes(each)) &&
      !keptOff(factOf(entry), readers),
  )
}

/**
 * A copy of what is kept about one person, for them or for who represents them (GDPR art. 15(3)). That it was given stands in the
 * journal, with how many entries its writer left out, and nothing of what it holds. 404 where it may not be given into these hands,
 * 409 where it is another by now than whoever gives it read.
 */
export async function printCopy(
  work: Work,
  scopeId: string,
  asked: Asked & { seen?: string | undefined; without?: string | undefined },
) {
  const { whom, receiver, copy, parts, seen } = await gather(work, scopeId, asked)
  // Numbers are those of what was read.
  if ((asked.seen || asked.without) && asked.seen !== seen) throw new Refusal(409, 'copies:copy-changed')
  const without = new Set(asked.without?.split(',').map(Number))
  const held = parts
    .map(({ part, entries }) => ({ part, entries: entries.filter(({ no }) => !without.has(no)) }))
    .filter(({ entries }) => entries.length > 0)
  const { code } = await work.mustFind(codeOf(scopeId))
  const { place, ...issuer } = await work.mustFind(party(work.actor.institutionId))
  const mine = await work.mustFind(official(work.actor.workerId))
  const officer = await work.find(officerOf(work.actor.institutionId))
  const facts = await work.mustFind(factsOf(scopeId, copy.personId))
  const { people } = await work.mustFind(teamOnPaper(scopeId))
  const hidden = await hiddenNames(work)
  const received = await receivedIn(work, scopeId, copy, hidden)
  await work.record({
    verb: 'copy.given',
    subjectId: copy.personId,
    scopeId,
    class: 'file',
    aboutId: copy.byAnother ? everybody : copy.personId,
    values: {
      about: whom.name,
      to: receiver.name,
      without: howMany(parts) - howMany(held),
    },
  })
  const fact = (key: string, value: string | null | undefined) =>
    value ? [{ name: onPaper(`copies:facts.${key}`), value }] : []
  return print(
    work,
    papers['person-copy'],
    { id: `kopia ${code}`, name: `kopia-danych-${code}` },
    {
      issuer,
      place,
      reference: code,
      person: whom.name,
      takenBy: copy.byAnother ? receiver.name : null,
      dataProtectionOfficer: {
        name: officer?.name ?? null,
        contact: officer?.contact ?? issuer.phone ?? issuer.address,
      },
      purposes: onPaper('consents:clause.purposes')
        .split('\n')
        .map((line) => {
          const [purpose, basis] = line.split(' | ')
          return { purpose: purpose!, basis: basis! }
        }),
      sources: onPaper('consents:clause.sources').split('\n'),
      retention: onPaper('consents:clause.retention'),
      facts: [
        ...fact('name', whom.name),
        ...fact('otherNames', facts.otherNames.join(', ')),
        ...fact('born', facts.birthDate ? numericDate(facts.birthDate) : facts.birthYear?.toString()),
        ...fact('pesel', readPesel(work.surroundings.keys, facts.peselSealed)),
        ...fact('languages', facts.languages.join(', ')),
        // Where somebody is stays off a paper that another takes.
        ...(copy.byAnother
          ? []
          : [...fact('address', facts.address), ...fact('ways', facts.ways.join(', '))]),
      ],
      parts: held.map(({ part, entries }) => ({
        title: onPaper(part),
        entries: entries.map(({ id: _, no: __, ...entry }) => entry),
      })),
      received: received.map((entry) => ({
        on: entry.since,
        to: entry.to,
        classes: entry.classes.map((name) => onPaper(`consents:classes.${name}.name`)),
        basis: [entry.basis, entry.article].filter(Boolean).join(', '),
        until: entry.until,
        withdrawnOn: entry.withdrawnOn,
      })),
      elsewhere: [...new Set(people.map(({ institution }) => institution))].filter(
        (name) => name !== issuer.name && !hidden.has(name),
      ),
      askAt: mine,
      preparedBy: { name: mine.name, position: mine.position },
    },
  )
}
