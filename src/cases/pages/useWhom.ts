import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useAsk } from '../../platform/web/useAsk.ts'
import type { casesContract } from '../contract.ts'
import { casesApi } from './api.ts'
import { namedIn } from './namedIn.ts'

type Answer = z.output<typeof casesContract.whom.answer>
export type ByDefault = Answer['ours']

/** What a form keeps of whom it is about: people chosen, if any, and who is named there but it is not about them. */
export type WhomWritten = { about: string[] | null; notAbout: string[] }
export const byDefault: WhomWritten = { about: null, notAbout: [] }

/** Whom facts of a case are about, in words; nothing while that is not known to the reader. */
export function useWhom(caseId: string | null) {
  const { t } = useTranslation('cases')
  const { data } = useAsk(casesApi.whom, { params: { id: caseId ?? '' } }, { enabled: caseId !== null })
  return useMemo(() => (data ? whomOf(data, t) : null), [data, t])
}
export type Whom = ReturnType<typeof whomOf>

function whomOf(
  { people, everybody, ours }: Answer,
  t: (key: string, values?: Record<string, unknown>) => string,
) {
  const nameOf = (id: string) => {
    const person = people.find((each) => each.id === id)!
    const twins = people.filter(({ givenName }) => givenName === person.givenName)
    return twins.length > 1 ? `${person.givenName} ${person.familyName}` : person.givenName
  }
  const isWhole = (about: string[]) => everybody.every((id) => about.includes(id))
  const seen = (about: string[]) => people.filter(({ id }) => about.includes(id)).map(({ id }) => id)
  const unseen = (about: string[]) => about.filter((id) => !people.some((person) => person.id === id))
  const isOurs = (about: string[]) =>
    about.length === ours.people.length && about.every((id) => ours.people.includes(id))
  function inWords(about: string[], said?: string | null) {
    const whom = said ?? (isOurs(about) ? ours.whom : null)
    if (isWhole(about)) return t('about.whole')
    const names = seen(about).map(nameOf).join(', ')
    if (!unseen(about).length) return names
    if (whom === 'adults' || whom === 'children') return t(`about.${whom}`)
    return names ? t('about.andSomebody', { names }) : t('about.somebody')
  }
  /** Whoever is named in a text that is not about them, unless somebody else of that name is meant, or it was said. */
  function alsoNamed(text: string, written: WhomWritten, usual: ByDefault | undefined) {
    const about = aboutOf(written, usual)
    const named = namedIn(
      text,
      people.filter(({ belongs }) => belongs),
    )
    const meant = new Set(named.filter(({ id }) => about.includes(id)).map(({ givenName }) => givenName))
    return named.filter(
      ({ id, givenName }) => !about.includes(id) && !written.notAbout.includes(id) && !meant.has(givenName),
    )
  }
  return {
    ours,
    everybody,
    nameOf,
    isWhole,
    unseen,
    inWords,
    /** Who may be chosen: whoever belongs there today, and whom it is about already. */
    choices: (about: string[]) =>
      people.filter(({ id, belongs }) => belongs || about.includes(id)).map(({ id }) => id),
    /** Names beside what is not about the whole household. */
    beside: (about: string[]) => (isWhole(about) || !everybody.length ? null : inWords(about)),
    alsoNamed,
    /** What stands at the field while somebody who is named was not asked about. */
    fault: (text: string, written: WhomWritten, usual: ByDefault | undefined) =>
      alsoNamed(text, written, usual).length > 0 && t('about.answer'),
  }
}

/** Whom something that is being written is about. */
export const aboutOf = ({ about }: WhomWritten, usual: ByDefault | undefined) => about ?? usual?.people ?? []
