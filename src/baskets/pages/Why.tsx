import { Check, CircleQuestionMark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../platform/kit/Section.tsx'
import type { Composed, Composing } from './api.ts'
import styles from './Suggestion.module.css'
import type { useSuggestionWords } from './useSuggestionWords.ts'

/** Why a basket is as it is, in the model's own figures; and what nobody knows. */
export function Why(props: {
  composing: Composing
  composed: Composed
  letter: string
  /** Everything was looked at. */
  proven: boolean
  words: ReturnType<typeof useSuggestionWords>
}) {
  const { composing, composed, letter, proven, words } = props
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.why' })
  const limit = (kind: string) => composing.limits.find((each) => each.kind === kind)?.number ?? null
  const [hours, journeys] = [limit('hours'), limit('journeys')]
  const known = [
    t('answers', { answered: composed.items.length, all: composed.items.length + composed.lacking.length }),
    t(`best.${proven || composed.kind === 'others' ? composed.kind : 'found'}`),
    hours !== null && t('inHours', { taken: words.hours(composed.minutes), limit: hours }),
    journeys !== null && t('inJourneys', { taken: composed.journeys, limit: journeys }),
    ...composed.items.flatMap((item) =>
      words.way(item).map((way) => t('way', { name: words.service(item.serviceId).name, way })),
    ),
  ].filter((each) => each !== false)
  const unknown = composed.items.flatMap(({ serviceId, unknown: what }) =>
    what.map((each) => t(`unknown.${each}`, { name: words.service(serviceId).name })),
  )
  return (
    <Section heading={t('heading', { letter })}>
      <ul className={styles.why}>
        {known.map((each) => (
          <li key={each}>
            <Check size={18} aria-hidden className={styles.yes} /> {each}
          </li>
        ))}
        {unknown.map((each) => (
          <li key={each}>
            <CircleQuestionMark size={18} aria-hidden className={styles.open} /> {each}
          </li>
        ))}
      </ul>
    </Section>
  )
}
