import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { householdOnPaper, readersIn } from '../households/paper-readers.ts'
import { onPaper } from '../platform/documents/paper.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { speaksOf } from '../platform/kit/speaksOf.ts'
import type { Text } from '../platform/texts/server.ts'
import { type Copy, type LeftOut, leftOutOf, leftOutReasons, type Told } from './own.ts'
import { keptIn, type Person, parts, peopleOf } from './questions.ts'

export type Asked = { person: string; to: string }

/** Who may be given a copy, and into whose hands. */
export async function whose(work: Work, scopeId: string) {
  const people = await work.all(peopleOf(scopeId))
  const named = new Map(people.map(({ personId, name }) => [personId, name]))
  return people.map(({ personId, name, child, to }) => ({
    personId,
    name,
    child,
    to: to.flatMap((id) => (named.has(id) ? [{ personId: id, name: named.get(id)! }] : [])),
  }))
}

/**
 * What a copy about one person holds, in the words of `text`, read by its writer's own questions: what they may not read is not there. 404 where it may
 * not be given into these hands.
 */
export async function gather(work: Work, scopeId: string, { person, to }: Asked, text = onPaper) {
  const people = await work.all(peopleOf(scopeId))
  const whom = people.find(({ personId }) => personId === person)
  const receiver = people.find(({ personId }) => personId === to)
  if (!whom?.to.includes(to) || !receiver) throw notFound()
  const byAnother = to !== person
  const covered = [
    person,
    ...people
      .filter((each) => !byAnother && each.child && each.to.includes(person))
      .map(({ personId }) => personId),
  ]
  const home = await householdOnPaper(work, sql`consents.household_of(${scopeId})`)
  const readers = readersIn(home, to)
  const copy: Copy = {
    personId: person,
    covered,
    byAnother,
    readers: { ...readers, who: [{ person: to, speaksFor: byAnother ? [person] : [] }] },
    others: othersAmong(people, [to, ...covered]),
    violence: onPaper('partnerships:violence.words'),
  }
  const concerning = (await work.all(keptIn(scopeId))).filter(({ about }) => about.includes(person))
  const judged = concerning.map((kept) => ({ kept, because: leftOutOf(copy, kept) }))
  const mine = judged.flatMap(({ kept, because }) => (because ? [] : [kept]))
  return {
    whom,
    receiver,
    copy,
    // Whoever gives it reads it first: by this the paper is what they read.
    seen: createHash('sha256')
      .update(JSON.stringify(mine.map(({ id, lines }) => [id, lines])))
      .digest('base64url'),
    parts: parts.flatMap(({ part }, no) => {
      const entries = mine.filter((kept) => kept.part === no)
      return entries.length
        ? [{ part, entries: entries.map((entry) => ({ no: mine.indexOf(entry), ...saidBy(entry, text) })) }]
        : []
    }),
    leftOut: leftOutReasons.flatMap((reason: LeftOut) => {
      const count = judged.filter(({ because }) => because === reason).length
      return count ? [{ because: reason, count }] : []
    }),
  }
}

/** Who else there is; a family name that they share with somebody whom the copy covers names nobody. */
function othersAmong(people: Person[], covered: string[]): Copy['others'] {
  const isCovered = ({ personId }: Person) => covered.includes(personId)
  const shared = people.filter(isCovered).flatMap(familyNamesOf).join(' ')
  return people
    .filter((person) => !isCovered(person))
    .map((person) => ({
      givenName: person.givenName ?? '',
      familyNames: familyNamesOf(person).filter((name) => !speaksOf(shared, name)),
    }))
}

/** Of all names of a person the words that are no given name: family names, of now and before. */
const familyNamesOf = ({ givenName, names }: Person) => {
  const given = wordsOf(givenName ?? '')
  return [...new Set(names.flatMap(wordsOf))].filter((word) => !given.includes(word))
}

const wordsOf = (name: string) => name.split(/[\s-]+/).filter((word) => word.length > 1)

/** An entry as it stands in the copy. */
const saidBy = ({ id, day, institution, lines }: Told, text: Text) => ({
  id,
  on: day,
  by: institution,
  lines: lines.flatMap(({ name, words }) => (words ? [{ name: name && text(name), words }] : [])),
})
