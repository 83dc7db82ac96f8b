import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../platform/web/useWords.ts'

type Item = { what: string; frequency: string; starts: string | null; request: string }
type ForWhom = { child: boolean | null; age: number | null }

/**
 * What the asked institution reads, drawn from the item itself, without a name or a village: for whom, what, how often, from
 * when. It follows the item until somebody writes it in their own words.
 */
export function useDrawnRequest(
  { what, frequency, starts, request }: Item,
  people: readonly ForWhom[] | undefined,
  commune: string | null | undefined,
  write: (request: string) => void,
) {
  const { t } = useTranslation('baskets')
  const { longDate } = useWords()
  const who = people?.length
    ? people.map(({ child, age }) => {
        const name = t(child === null ? 'drawn.somebody' : child ? 'drawn.child' : 'drawn.adult')
        return age === null ? name : `${name}, ${t('drawn.age', { age })}`
      })
    : [t('drawn.family')]
  const drawn =
    people && what
      ? [
          [...who, commune && t('drawn.commune', { commune })].filter(Boolean).join(', '),
          [what, frequency, starts && t('from', { day: longDate(starts) })].filter(Boolean).join(', '),
        ]
          .map((sentence) => `${sentence}.`)
          .join(' ')
      : ''
  const before = useRef('')
  useEffect(() => {
    if (!drawn || drawn === before.current) return
    if (request === '' || request === before.current) write(drawn)
    before.current = drawn
  }, [drawn, request, write])
}
