import { useTranslation } from 'react-i18next'
import { Section } from '../../platform/kit/Section.tsx'
import { useWords } from '../../platform/web/useWords.ts'
import type { Suggestion } from './api.ts'
import styles from './Suggestion.module.css'
import type { useSuggestionWords } from './useSuggestionWords.ts'

/** What a little more would change of the first basket: found by asking again with it. */
export function Changes(props: { suggestion: Suggestion; words: ReturnType<typeof useSuggestionWords> }) {
  const { suggestion, words } = props
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion.changes' })
  const { list } = useWords()
  const says = ({ of, free, gains, losses, journeysLess, fullServiceId }: Suggestion['changes'][number]) => {
    if (free) return t(`free.${of}`)
    const said = [
      fullServiceId !== null && t('inService', { name: words.service(fullServiceId).name }),
      gains.length > 0 &&
        t('gains', {
          what: list(
            gains.map(
              ({ needId, serviceId }) => `${words.needed(needId)} (${words.service(serviceId).name})`,
            ),
          ),
        }),
      losses.length > 0 && t('losses', { what: list(losses.map(words.needed)) }),
      journeysLess > 0 && t('fewerJourneys', { count: journeysLess }),
    ].filter(Boolean)
    return said.length ? said.join(' ') : t('nothing')
  }
  return (
    <Section heading={t('heading')}>
      <dl className={styles.changes}>
        {suggestion.changes.map((change) => (
          <div key={change.of}>
            <dt>{t(`of.${change.of}`)}</dt>
            <dd>{says(change)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
