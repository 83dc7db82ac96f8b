import { useTranslation } from 'react-i18next'
import { usePlacesWords } from '../../directory/pages/usePlacesWords.ts'
import { CheckboxField } from '../../platform/kit/CheckboxField.tsx'
import { Link } from '../../platform/kit/Link.tsx'
import { Rows } from '../../platform/kit/Rows.tsx'
import { SelectField } from '../../platform/kit/SelectField.tsx'
import { Status } from '../../platform/kit/Status.tsx'
import { pageAt } from '../../platform/web/address.ts'
import type { Offered, Suggestion } from './api.ts'
import styles from './Suggestion.module.css'
import type { useSuggestionWords } from './useSuggestionWords.ts'

/** What a suggestion consists of; each part may be left out, or another service taken in its place. */
export function Parts(props: {
  items: Offered[]
  changed: Record<string, string | null>
  onChange: (needId: string, serviceId: string | null) => void
  suggestion: Suggestion
  words: ReturnType<typeof useSuggestionWords>
}) {
  const { items, changed, onChange, suggestion, words } = props
  const { t } = useTranslation('baskets', { keyPrefix: 'suggestion' })
  const placesWords = usePlacesWords()
  return (
    <Rows>
      {items.map((suggested) => {
        const { needId } = suggested
        const others = suggestion.instead.filter((each) => each.needId === needId)
        const chosen = changed[needId] === undefined ? suggested.serviceId : changed[needId]
        const item =
          chosen === suggested.serviceId
            ? suggested
            : (others.find(({ serviceId }) => serviceId === chosen) ?? suggested)
        const service = words.service(item.serviceId)
        const places = placesWords(service.places)
        return (
          <li key={needId} className={styles.part}>
            <CheckboxField
              label={words.needed(needId)}
              value={chosen !== null}
              onChange={(on) => onChange(needId, on ? suggested.serviceId : null)}
            />
            {chosen !== null && (
              <div className={styles.partWords}>
                {others.length > 1 ? (
                  <SelectField
                    label={t('service')}
                    options={others.map(({ serviceId }) => {
                      const { name, provider } = words.service(serviceId)
                      return { value: serviceId, label: `${name}, ${provider}` }
                    })}
                    value={chosen}
                    onChange={(serviceId) => onChange(needId, serviceId)}
                  />
                ) : (
                  <p className="m">
                    {service.name}, {service.provider}
                  </p>
                )}
                {words.when(item).map((when) => (
                  <p key={when}>{when}</p>
                ))}
                {words.way(item).map((way) => (
                  <p key={way} className="sm muted">
                    {way}
                  </p>
                ))}
                <p className="sm">
                  <Status kind={places.kind}>{places.words}</Status>{' '}
                  <Link to={pageAt('/services/$id', { id: item.serviceId })}>{t('see')}</Link>
                </p>
              </div>
            )}
          </li>
        )
      })}
    </Rows>
  )
}
